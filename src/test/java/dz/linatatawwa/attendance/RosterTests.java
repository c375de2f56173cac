package dz.linatatawwa.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day, on the real database. */
@WorldTest
class RosterTests {

  @Autowired Roster roster;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId owner;
  AccountId karim;
  ShiftId shift;
  long opportunity;

  @BeforeEach
  void aDay() {
    scene = new Scene(db);
    owner = scene.account("أمينة");
    karim = scene.volunteer("كريم", 1958);
    opportunity = scene.opportunity(scene.organization(owner), "at-once", 16);
    shift = scene.today(opportunity, 3);
    scene.seat(shift, karim);
  }

  @Test
  void checksInAndOut() {
    assertThat(roster.checkIn(mark(karim))).isInstanceOf(Deed.Done.class);
    assertThat(roster.checkOut(mark(karim))).isInstanceOf(Deed.Done.class);
    assertThat(times("checked_out_at > checked_in_at and checked_in_by = " + owner)).isTrue();
  }

  @Test
  void theSameKeyAgainGivesTheSameAnswerForEver() {
    Mark mark = mark(karim);
    Deed first = roster.checkIn(mark);
    assertThat(roster.checkIn(mark)).isEqualTo(first);
    roster.undo(mark(karim));
    assertThat(roster.checkIn(mark)).isEqualTo(first);
    assertThat(db.sql("select count(*) from attendance.attendance where checked_in_at is not null and shift_id = " + shift).query(Integer.class).single()).isZero();
  }

  @Test
  void aSecondKeyForWhatIsTrueAlreadyChangesNothingEvenLater() {
    Mark second = mark(karim);
    roster.checkIn(mark(karim));
    assertThat(roster.checkIn(second)).isInstanceOf(Deed.Already.class);
    roster.undo(mark(karim));
    assertThat(roster.checkIn(second)).isInstanceOf(Deed.Already.class);
    assertThat(db.sql("select count(*) from attendance.attendance where checked_in_at is not null and shift_id = " + shift).query(Integer.class).single()).isZero();
  }

  @Test
  void aKeyUsedForSomebodyElseIsRefused() {
    Mark mark = mark(karim);
    roster.checkIn(mark);
    AccountId other = scene.volunteer("ليلى", 1990);
    scene.seat(shift, other);
    assertThat(roster.checkIn(new Mark(mark.key(), owner, shift, other))).isEqualTo(new Deed.Refused(Deed.Why.KEY_USED));
  }

  @Test
  void oneKeySentManyTimesAtOnceDoesItOnce() throws Exception {
    Mark mark = mark(karim);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = java.util.stream.IntStream.range(0, 30).mapToObj(i -> threads.submit(() -> roster.checkIn(mark))).toList();
      for (var one : all) assertThat(one.get()).isInstanceOf(Deed.Done.class);
    }
    assertThat(db.sql("select count(*) from attendance.deed where shift_id = " + shift).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void undoingACheckOutPutsThePersonBackIn() {
    roster.checkIn(mark(karim));
    roster.checkOut(mark(karim));
    assertThat(roster.undo(mark(karim))).isInstanceOf(Deed.Done.class);
    assertThat(times("checked_in_at is not null and checked_out_at is null")).isTrue();
    assertThat(roster.undo(mark(karim))).isInstanceOf(Deed.Done.class);
    assertThat(roster.undo(mark(karim))).isEqualTo(new Deed.Refused(Deed.Why.NOTHING));
  }

  @Test
  void nobodyMarksThemselves() {
    scene.seat(shift, volunteerOf(owner));
    assertThat(roster.checkIn(mark(owner))).isEqualTo(new Deed.Refused(Deed.Why.OWN));
  }

  @Test
  void aForeignOrganisationFindsNothing() {
    AccountId stranger = scene.account("غريب");
    scene.organization(stranger);
    assertThatThrownBy(() -> roster.checkIn(new Mark(key(), stranger, shift, karim))).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> roster.walkIn(new Mark(key(), stranger, shift, karim))).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> roster.close(stranger, shift)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> roster.allPresent(key(), stranger, shift)).isInstanceOf(NotFound.class);
  }

  @Test
  void whoHasNoSeatIsAWalkInWhileThereIsRoom() {
    AccountId one = scene.volunteer("سارة", 1990);
    AccountId two = scene.volunteer("ياسين", 1990);
    AccountId three = scene.volunteer("نور", 1990);
    assertThat(roster.checkIn(mark(one))).isEqualTo(new Deed.Refused(Deed.Why.NOT_ON_ROSTER));
    assertThat(roster.walkIn(mark(one))).isInstanceOf(Deed.Done.class);
    assertThat(roster.walkIn(mark(two))).isInstanceOf(Deed.Done.class);
    assertThat(roster.walkIn(mark(three))).isEqualTo(new Deed.Refused(Deed.Why.FULL));
    roster.noShow(mark(karim));
    assertThat(roster.walkIn(mark(three))).isInstanceOf(Deed.Done.class);
  }

  @Test
  void minorsWithoutConsentAndTheTooYoungDoNotWalkIn() {
    int year = java.time.LocalDate.now().getYear();
    assertThat(roster.walkIn(mark(scene.volunteer("قاصر", year - 18)))).isEqualTo(new Deed.Refused(Deed.Why.GUARDIAN_NEEDED));
    assertThat(roster.walkIn(mark(scene.volunteer("صغير", year - 15)))).isEqualTo(new Deed.Refused(Deed.Why.TOO_YOUNG));
  }

  @Test
  void timesStayWithinTheShiftAndItsGrace() {
    ShiftId tomorrow = scene.coming(opportunity, 2);
    scene.seat(tomorrow, karim);
    assertThat(roster.checkIn(new Mark(key(), owner, tomorrow, karim))).isEqualTo(new Deed.Refused(Deed.Why.TOO_EARLY));
    ShiftId yesterday = scene.shift(opportunity, Instant.now().minus(Duration.ofHours(24)), Duration.ofHours(2), 2);
    scene.seat(yesterday, karim);
    assertThat(roster.checkIn(new Mark(key(), owner, yesterday, karim))).isEqualTo(new Deed.Refused(Deed.Why.TOO_LATE));
    roster.checkIn(mark(karim));
    Instant now = Instant.now();
    assertThat(roster.correct(mark(karim), new Times(now.minus(Duration.ofHours(5)), null, "نسيان")))
        .isEqualTo(new Deed.Refused(Deed.Why.OUT_OF_BOUNDS));
    assertThat(roster.correct(mark(karim), new Times(now.minus(Duration.ofMinutes(50)), now.plus(Duration.ofHours(1)), "نسيان")))
        .isEqualTo(new Deed.Refused(Deed.Why.OUT_OF_BOUNDS));
    assertThat(roster.correct(mark(karim), new Times(now.minus(Duration.ofMinutes(50)), now.minus(Duration.ofMinutes(5)), "نسيان")))
        .isInstanceOf(Deed.Done.class);
  }

  @Test
  void everybodyPresentMarksOnlyTheUnmarked() {
    AccountId layla = scene.volunteer("ليلى", 1990);
    scene.seat(shift, layla);
    roster.noShow(mark(layla));
    String key = key();
    assertThat(roster.allPresent(key, owner, shift)).isEqualTo(1);
    assertThat(roster.allPresent(key, owner, shift)).isZero();
    assertThat(roster.allOut(key(), owner, shift)).isEqualTo(1);
  }

  @Test
  void closingTheDayProposesOpenEndsAndMarksTheAbsent() {
    ShiftId over = scene.shift(opportunity, Instant.now().minus(Duration.ofHours(2)), Duration.ofMinutes(110), 3);
    AccountId layla = scene.volunteer("ليلى", 1990);
    scene.seat(over, karim);
    scene.seat(over, layla);
    roster.checkIn(new Mark(key(), owner, over, karim));
    assertThat(roster.close(owner, over)).isEqualTo(new Closed.Done(1, 1, 1));
    assertThat(roster.close(owner, over)).isEqualTo(new Closed.Done(1, 1, 1));
    assertThat(roster.checkOut(new Mark(key(), owner, over, karim))).isEqualTo(new Deed.Refused(Deed.Why.CLOSED));
  }

  @Test
  void aDayThatStillRunsIsNotClosedWhileSomebodyIsIn() {
    roster.checkIn(mark(karim));
    assertThat(roster.close(owner, shift)).isEqualTo(new Closed.TooEarly());
  }

  private AccountId volunteerOf(AccountId account) {
    db.sql("""
        insert into volunteers.volunteer (account_id, code, birth_year, wilaya_code, commune_code)
        select :id, nextval('volunteers.code'), 1980, wilaya_code, code from places.commune where code = '1901'
        """).param("id", account.value()).update();
    return account;
  }

  private boolean times(String condition) {
    return db.sql("select " + condition + " from attendance.attendance where shift_id = " + shift + " and volunteer_id = " + karim)
        .query(Boolean.class).single();
  }

  private Mark mark(AccountId volunteer) {
    return new Mark(key(), owner, shift, volunteer);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
