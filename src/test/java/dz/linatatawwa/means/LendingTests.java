package dz.linatatawwa.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Things that are lent, on the real database, many at once. */
@WorldTest
class LendingTests {

  @Autowired Organizations organizations;
  @Autowired Units units;
  @Autowired LentThings things;
  @Autowired Needs needs;
  @Autowired Bookings bookings;
  @Autowired Handings handings;
  @Autowired ThingLabels labels;
  @Autowired MeansClock clock;
  @Autowired JdbcClient db;
  Scenery scene;

  @BeforeEach
  void anOrganisation() {
    TestClock.one().back();
    scene = new Scenery(db, organizations, units, needs, things);
  }

  @AfterEach
  void theClock() {
    TestClock.one().back();
  }

  private static Instant in(int hours) {
    return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(hours));
  }

  private Booked book(Organization borrower, Thing thing, int from, int to) {
    return bookings.book(borrower.id(), thing.id(), in(from), in(to), "إفطار جماعي", Scenery.key(), scene.owner);
  }

  private BookingId own(Thing thing, int from, int to) {
    if (book(scene.organization, thing, from, to) instanceof Booked.Agreed(BookingId id)) return id;
    throw new AssertionError("not booked");
  }

  private static Handings.Seen seen(Wear wear) {
    return new Handings.Seen(wear, "", null);
  }

  @Test
  void howeverManyBookOverlappingTimesAtOnceEachMomentIsBookedOnce() throws Exception {
    Thing thing = scene.thing(true);
    List<Callable<Booked>> deeds = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      int from = 10 + i % 9;
      deeds.add(() -> book(scene.organization, thing, from, from + 4));
    }

    List<Booked> answers = AtOnce.all(deeds);

    assertThat(answers.stream().filter(Booked.Agreed.class::isInstance).count()).isBetween(1L, 3L)
        .isEqualTo(db.sql("select count(*) from means.booking where thing_id = :id").param("id", thing.id().value()).query(Long.class).single());
    assertThat(db.sql("""
        select count(*) from means.booking a join means.booking b on b.thing_id = a.thing_id and b.id > a.id and a.during && b.during where a.thing_id = :id
        """).param("id", thing.id().value()).query(Long.class).single()).isZero();
    assertThat(answers).anyMatch(Booked.Taken.class::isInstance);
  }

  @Test
  void oneFollowsTheOtherAndWhatIsCalledOffIsFreeAgain() {
    Thing thing = scene.thing(false);
    BookingId first = own(thing, 10, 14);
    own(thing, 14, 18);
    assertThat(book(scene.organization, thing, 13, 15)).isInstanceOf(Booked.Taken.class);
    assertThat(bookings.withdraw(first)).isTrue();
    own(thing, 11, 14);
  }

  @Test
  void theSameFormTwiceIsOneBooking() throws Exception {
    Thing thing = scene.thing(false);
    String key = Scenery.key();
    List<Booked> answers = AtOnce.all(Collections.nCopies(8, () -> bookings.book(scene.organization.id(), thing.id(), in(10), in(12), "حملة", key, scene.owner)));
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(answers.getFirst()).isInstanceOf(Booked.Agreed.class);
  }

  @Test
  void anotherOrganisationAsksAndTheOwnerDecides() {
    Thing thing = scene.thing(true);
    Organization other = scene.another();
    AccountId karim = scene.ownerOf(other);
    if (!(bookings.book(other.id(), thing.id(), in(30), in(40), "قافلة طبية", Scenery.key(), karim) instanceof Booked.Asked(BookingId id))) throw new AssertionError();
    assertThat(scene.told(scene.owner)).containsExactly("booking-asked");
    assertThat(book(scene.organization, thing, 35, 36)).as("the time is held while it is asked").isInstanceOf(Booked.Taken.class);
    assertThat(bookings.agree(id, scene.owner)).isTrue();
    assertThat(bookings.agree(id, scene.owner)).as("twice").isFalse();
    assertThat(bookings.refuse(id, "نحتاجها", scene.owner)).isTrue();
    assertThat(scene.told(karim)).containsExactly("booking-agreed", "booking-refused");
    assertThat(book(other, scene.thing(false), 30, 40)).as("only for its own people").isEqualTo(new Booked.NotLent());
    assertThatThrownBy(() -> bookings.of(scene.another().id(), id)).isInstanceOf(NotFound.class);
    db.sql("update organizations.organization set state = 'suspended', state_code = 'other' where id = :id").param("id", other.id().value()).update();
    assertThat(book(other, thing, 50, 60)).isEqualTo(new Booked.NotVerified());
  }

  @Test
  void aThingLeavesWhenItsTimeComesAndNotWhileItIsAway() {
    Thing thing = scene.thing(false);
    BookingId now = own(thing, 0, 4);
    BookingId next = own(thing, 5, 9);
    BookingId late = own(thing, 40, 44);
    assertThat(handings.out(late, seen(Wear.GOOD), Scenery.key(), scene.owner)).as("too early").isEqualTo(new Handed.NotNow());
    assertThat(handings.in(now, seen(Wear.GOOD), Scenery.key(), scene.owner)).as("has not left").isEqualTo(new Handed.NotNow());
    String key = Scenery.key();
    assertThat(handings.out(now, seen(Wear.GOOD), key, scene.owner)).isEqualTo(new Handed.Done());
    assertThat(handings.out(now, seen(Wear.GOOD), key, scene.owner)).as("the same form twice").isEqualTo(new Handed.Done());
    assertThat(handings.out(next, seen(Wear.GOOD), Scenery.key(), scene.owner)).isInstanceOf(Handed.StillAway.class);
    assertThat(things.find(thing.id()).orElseThrow().state(Instant.now())).isEqualTo("out");
    assertThat(handings.in(now, seen(Wear.WORN), Scenery.key(), scene.owner)).isEqualTo(new Handed.Done());
    assertThat(things.find(thing.id()).orElseThrow().wear()).isEqualTo(Wear.WORN);
    assertThat(handings.out(next, seen(Wear.DAMAGED), Scenery.key(), scene.owner)).isEqualTo(new Handed.Damaged());
    assertThat(handings.out(next, seen(Wear.GOOD), Scenery.key(), scene.owner)).isEqualTo(new Handed.Done());
    assertThat(handings.of(thing.id())).extracting(line -> line.out() + " " + line.wear().code()).containsExactly("true good", "false worn", "true good");
    assertThatThrownBy(() -> db.sql("delete from means.movement").update()).isInstanceOf(DataAccessException.class);
  }

  @Test
  void handedOverManyTimesAtOnceItLeavesOnce() throws Exception {
    Thing thing = scene.thing(false);
    BookingId now = own(thing, 0, 4);
    BookingId next = own(thing, 4, 9);
    List<Callable<Handed>> deeds = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      BookingId id = i % 2 == 0 ? now : next;
      deeds.add(() -> handings.out(id, seen(Wear.GOOD), Scenery.key(), scene.owner));
    }
    assertThat(AtOnce.<Handed>all(deeds).stream().filter(Handed.Done.class::isInstance)).hasSize(1);
    assertThat(db.sql("select count(*) from means.movement m join means.booking b on b.id = m.booking_id where b.thing_id = :id").param("id", thing.id().value())
        .query(Integer.class).single()).isOne();
  }

  @Test
  void whatShouldBeBackIsSpokenOfOnceADay() {
    Thing thing = scene.thing(true);
    Organization other = scene.another();
    AccountId karim = scene.ownerOf(other);
    if (!(bookings.book(other.id(), thing.id(), in(0), in(2), "قافلة", Scenery.key(), karim) instanceof Booked.Asked(BookingId id))) throw new AssertionError();
    bookings.agree(id, scene.owner);
    handings.out(id, seen(Wear.GOOD), Scenery.key(), scene.owner);
    toNoonOfDay(1);
    clock.tick();
    clock.tick();
    assertThat(scene.told(karim)).containsExactly("booking-agreed", "booking-overdue");
    assertThat(scene.told(scene.owner)).containsExactly("booking-asked", "booking-away");
    toNoonOfDay(2);
    clock.tick();
    assertThat(scene.told(karim)).containsExactly("booking-agreed", "booking-overdue", "booking-overdue");
    handings.in(id, seen(Wear.DAMAGED), Scenery.key(), scene.owner);
    toNoonOfDay(3);
    clock.tick();
    assertThat(scene.told(karim)).hasSize(3);
    assertThat(scene.told(scene.owner)).contains("booking-damaged");
  }

  @Test
  void whatNobodyAnsweredOrFetchedHoldsNothing() {
    Thing thing = scene.thing(true);
    Organization other = scene.another();
    AccountId karim = scene.ownerOf(other);
    bookings.book(other.id(), thing.id(), in(2), in(4), "قافلة", Scenery.key(), karim);
    own(thing, 5, 6);
    TestClock.one().goAhead(Duration.ofHours(30));
    clock.tick();
    assertThat(db.sql("select distinct state from means.booking where thing_id = :id").param("id", thing.id().value()).query(String.class).list()).containsExactly("lapsed");
    assertThat(scene.told(karim)).containsExactly("booking-lapsed");
  }

  @Test
  void labelsGoTwentyFourOnASheetAndUsedOnesAreLeftOut() {
    List<Thing> many = new ArrayList<>();
    for (int i = 0; i < 25; i++) many.add(scene.thing(false));
    byte[] pdf = labels.sheets(many, 0, "https://example.org", Language.AR);
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(pages(pdf)).isEqualTo(2);
    assertThat(pages(labels.sheets(many.subList(0, 24), 1, "https://example.org", Language.FR))).isEqualTo(2);
    assertThat(pages(labels.sheets(many.subList(0, 23), 1, "https://example.org", Language.AR))).isEqualTo(1);
    assertThat(things.forLabels(scene.organization.id(), List.of())).hasSize(25);
    assertThat(things.forLabels(scene.another().id(), List.of(many.getFirst().id().value()))).as("another's").isEmpty();
  }

  @Test
  void othersFindWhatIsFreeInTheirDays() {
    Thing thing = scene.thing(true);
    Organization other = scene.another();
    own(thing, 30, 40);
    Offered then = new Offered(null, ThingKind.TOOL, in(35), in(36));
    Offered later = new Offered(null, ThingKind.TOOL, in(41), in(42));
    assertThat(things.offered(other.id(), then, 1).rows()).noneMatch(found -> found.id().equals(thing.id()));
    assertThat(things.offered(other.id(), later, 1).rows()).anyMatch(found -> found.id().equals(thing.id()));
    assertThat(things.offered(scene.organization.id(), later, 1).rows()).as("not one's own").noneMatch(found -> found.id().equals(thing.id()));
    things.withdraw(thing.id(), true, scene.owner);
    assertThat(things.offered(other.id(), later, 1).rows()).noneMatch(found -> found.id().equals(thing.id()));
  }

  private static int pages(byte[] pdf) {
    try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void toNoonOfDay(int day) {
    TestClock.one().back();
    var zone = dz.linatatawwa.language.Words.ZONE;
    var noon = Scenery.TODAY.plusDays(day).atTime(12, 30).atZone(zone).toInstant();
    TestClock.one().goAhead(Duration.between(TestClock.one().instant(), noon));
  }
}
