package dz.linatatawwa.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.recognition.Badges;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class OutrightTests {

  private static final Duration FOUR_HOURS = Duration.ofHours(4);
  private static final Instant EIGHT = Scene.yesterdayAtEight();

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired HourLedger ledger;
  @Autowired LedgerCheck check;
  @Autowired LedgerCommand command;
  @Autowired Badges badges;
  Scene scene;
  long supervisor;

  @BeforeEach
  void people() {
    scene = new Scene(db);
    supervisor = scene.account("Farid Meziane");
    Office.give(new AccountId(supervisor), "19");
  }

  @Test
  void aFindingTakesTheOldLinesBackAndWritesWhatWasFound() {
    long amina = scene.volunteer();
    long shift = attendedAndConfirmed(amina, Duration.ofHours(2), "B");
    assertThat(find(amina, shift, EIGHT, EIGHT.plus(FOUR_HOURS), false)).isInstanceOf(Outcome.Written.class);
    assertThat(lines(amina)).containsExactly("120 B", "-120 B", "240 B");
    assertThat(scene.total(amina)).isEqualTo(240);
    assertThat(command.run(List.of("verify"))).isZero();
  }

  @Test
  void aFindingNeverRaisesTheGradeOfAnAttendance() {
    long amina = scene.volunteer();
    long shift = attendedAndConfirmed(amina, Duration.ofHours(2), "A");
    find(amina, shift, EIGHT, EIGHT.plus(FOUR_HOURS), true);
    assertThat(lines(amina)).containsExactly("120 A", "-120 A", "240 B");
    assertThat(Outright.grade(Optional.of(Grade.C), true)).isEqualTo(Grade.C);
    assertThat(Outright.grade(Optional.empty(), true)).isEqualTo(Grade.C);
    assertThat(Outright.grade(Optional.empty(), false)).isEqualTo(Grade.D);
  }

  @Test
  void whoWasNotSeenComingGetsALaterEntry() {
    long amina = scene.volunteer();
    long shift = scene.shift(EIGHT, FOUR_HOURS);
    find(amina, shift, EIGHT, EIGHT.plus(FOUR_HOURS), true);
    assertThat(lines(amina)).containsExactly("240 C");
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void thatNobodyWasThereTakesTheHoursBackAndAProposalToo() {
    long amina = scene.volunteer();
    long shift = attendedAndConfirmed(amina, FOUR_HOURS, "B");
    ledger.find(organization(), Finding.nothing(new AccountId(amina), new ShiftId(shift)), new AccountId(supervisor), "was in Oran that day");
    assertThat(scene.total(amina)).isZero();
    long karim = scene.volunteer();
    long other = scene.shift(EIGHT, FOUR_HOURS);
    scene.attended(other, karim, EIGHT, EIGHT.plus(FOUR_HOURS));
    ledger.propose(new ShiftId(other), null);
    ledger.find(organization(), Finding.nothing(new AccountId(karim), new ShiftId(other)), new AccountId(supervisor), "was in Oran that day");
    assertThat(scene.state(scene.claims(other).getFirst())).isEqualTo("refused");
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void aFindingKeepsToTheShiftToOtherHoursAndToThePast() {
    long amina = scene.volunteer();
    long shift = attendedAndConfirmed(amina, Duration.ofHours(2), "B");
    long next = scene.shift(EIGHT.plus(Duration.ofHours(2)), FOUR_HOURS);
    scene.attended(next, amina, EIGHT.plus(Duration.ofHours(2)), EIGHT.plus(FOUR_HOURS));
    ledger.propose(new ShiftId(next), null);
    assertThat(find(amina, shift, EIGHT, EIGHT.plus(Duration.ofHours(3)), false)).isEqualTo(new Outcome.Left(Why.TWO_PLACES));
    assertThat(find(amina, shift, EIGHT, EIGHT.plus(Duration.ofHours(9)), false)).isEqualTo(new Outcome.Left(Why.IMPOSSIBLE_TIME));
    long tomorrow = scene.shift(Instant.now().plus(FOUR_HOURS), FOUR_HOURS);
    assertThat(find(amina, tomorrow, Instant.now().plus(FOUR_HOURS), Instant.now().plus(Duration.ofHours(5)), true)).isEqualTo(new Outcome.Left(Why.IMPOSSIBLE_TIME));
    assertThat(lines(amina)).containsExactly("120 B");
  }

  @Test
  void nobodyFindsForThemselvesAndNoMemberForTheOrganisation() {
    scene.asVolunteer(supervisor, 1980);
    long shift = attendedAndConfirmed(supervisor, FOUR_HOURS, "B");
    assertThat(find(supervisor, shift, EIGHT, EIGHT.plus(Duration.ofHours(1)), false)).isEqualTo(new Outcome.Left(Why.OWN_HOURS));
    Office.give(new AccountId(scene.coordinator), "19");
    long amina = scene.volunteer();
    long hers = attendedAndConfirmed(amina, FOUR_HOURS, "B");
    assertThatThrownBy(() -> ledger.find(organization(), Finding.nothing(new AccountId(amina), new ShiftId(hers)), new AccountId(scene.coordinator), "no"))
        .isInstanceOf(NotFound.class);
    long foreigner = scene.account("Lila Kaci");
    Office.give(new AccountId(foreigner), "16");
    assertThatThrownBy(() -> ledger.find(organization(), Finding.nothing(new AccountId(amina), new ShiftId(hers)), new AccountId(foreigner), "no"))
        .isInstanceOf(NotFound.class);
    assertThat(scene.total(amina)).isEqualTo(240);
  }

  @Test
  void declaredHoursStandApartFromAttendedOnes() {
    long amina = scene.volunteer();
    attendedAndConfirmed(amina, FOUR_HOURS, "B");
    long countedBefore = counted();
    Instant lastWeek = EIGHT.minus(Duration.ofDays(7));
    assertThat(ledger.declare(work(amina, lastWeek, Duration.ofHours(11)))).isInstanceOf(Outcome.Written.class);
    HourTotals totals = ledger.totals(new AccountId(amina));
    assertThat(totals.counted()).isEqualTo(240);
    assertThat(totals.declared()).isEqualTo(660);
    assertThat(totals.uncounted()).isZero();
    assertThat(badges.of(new AccountId(amina)).minutes()).isEqualTo(240);
    assertThat(db.sql("select key from recognition.holding h join recognition.definition d on d.id = h.definition_id where volunteer_id = :amina and key like 'hours-%'")
        .param("amina", amina).query(String.class).list()).as("eleven declared hours reach no tier").isEmpty();
    assertThat(counted()).isEqualTo(countedBefore);
    assertThat(ledger.book(new AccountId(amina), BookFilter.ALL, 1).rows()).extracting(BookLine::grade).containsExactly(Grade.B);
    assertThat(ledger.book(new AccountId(amina), new BookFilter(null, null, true), 1).rows()).extracting(BookLine::grade).containsExactly(Grade.E);
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void declaredHoursNeverStandOverOtherOnesNorInTheFuture() {
    long amina = scene.volunteer();
    attendedAndConfirmed(amina, FOUR_HOURS, "B");
    assertThat(ledger.declare(work(amina, EIGHT.plus(Duration.ofHours(3)), FOUR_HOURS))).isEqualTo(new Outcome.Left(Why.TWO_PLACES));
    assertThat(ledger.declare(work(amina, Instant.now().minusSeconds(600), FOUR_HOURS))).isEqualTo(new Outcome.Left(Why.IMPOSSIBLE_TIME));
    long karim = scene.volunteer();
    scene.attended(scene.shift(EIGHT, FOUR_HOURS), karim, EIGHT, EIGHT.plus(FOUR_HOURS));
    assertThat(ledger.declare(work(karim, EIGHT, Duration.ofHours(1)))).as("attended, though nothing is proposed yet").isEqualTo(new Outcome.Left(Why.TWO_PLACES));
  }

  @Test
  void aDocumentRaisesDeclaredHoursByLinesThatNameTheOldOnes() {
    long amina = scene.volunteer();
    List<ClaimId> declared = ((Outcome.Written) ledger.declare(work(amina, EIGHT.minus(Duration.ofDays(3)), FOUR_HOURS))).claims();
    assertThat(ledger.raise(declared, new AccountId(amina), "mine")).isEqualTo(new Outcome.Left(Why.OWN_HOURS));
    assertThat(ledger.raise(declared, new AccountId(supervisor), "certificate of the hospital")).isInstanceOf(Outcome.Written.class);
    assertThat(ledger.raise(declared, new AccountId(supervisor), "again")).isEqualTo(new Outcome.Left(Why.ALREADY_SETTLED));
    assertThat(lines(amina)).containsExactly("240 E", "-240 E", "240 D");
    HourTotals totals = ledger.totals(new AccountId(amina));
    assertThat(totals.counted()).isZero();
    assertThat(totals.declared()).isEqualTo(240);
    assertThat(command.run(List.of("verify"))).isZero();
  }

  @Test
  void onlyDeclaredHoursAreRetracted() {
    long amina = scene.volunteer();
    long shift = attendedAndConfirmed(amina, FOUR_HOURS, "B");
    assertThat(ledger.retract(scene.claims(shift), new AccountId(amina), "mine")).isEqualTo(new Outcome.Left(Why.ALREADY_SETTLED));
    List<ClaimId> declared = ((Outcome.Written) ledger.declare(work(amina, EIGHT.minus(Duration.ofDays(3)), FOUR_HOURS))).claims();
    assertThat(ledger.retract(declared, new AccountId(amina), "a slip")).isInstanceOf(Outcome.Written.class);
    assertThat(scene.total(amina)).isEqualTo(240);
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void everyLineReachesThePersonByANoticeThatLeadsToItsReceipt() {
    long amina = scene.volunteer();
    long shift = attendedAndConfirmed(amina, Duration.ofHours(2), "B");
    find(amina, shift, EIGHT, EIGHT.plus(FOUR_HOURS), false);
    await().untilAsserted(() -> assertThat(links(amina)).containsExactlyInAnyOrderElementsOf(
        db.sql("select '/hours/entries/' || id from hours.entry where volunteer_id = :amina").param("amina", amina).query(String.class).list()));
    Visit visit = Visit.as(port, new AccountId(amina));
    for (String link : links(amina)) {
      Visit.Answer receipt = visit.get(link);
      assertThat(receipt.status()).isEqualTo(200);
      assertThat(receipt.body()).contains("تشجير غابة الزنادية");
      assertThat(visit.get(link + "?print=1").status()).isEqualTo(200);
      assertThat(Visit.as(port, new AccountId(scene.coordinator)).get(link).status()).isEqualTo(404);
    }
  }

  @Test
  void aRefusalLeadsToAReceiptWithItsReason() {
    long amina = scene.volunteer();
    long shift = scene.shift(EIGHT, FOUR_HOURS);
    scene.attended(shift, amina, EIGHT, EIGHT.plus(FOUR_HOURS));
    ledger.propose(new ShiftId(shift), null);
    ledger.refuse(organization(), scene.claims(shift), new AccountId(scene.coordinator), RefusalCode.NOT_PRESENT, "كانت في وهران");
    await().untilAsserted(() -> assertThat(links(amina)).containsExactly("/hours/claims/" + scene.claims(shift).getFirst()));
    assertThat(Visit.as(port, new AccountId(amina)).get(links(amina).getFirst()).body()).contains("كانت في وهران").contains("Yacine Hamdi");
  }

  private List<String> links(long person) {
    return db.sql("select link from notices.notice where account_id = :person and link like '/hours/%' order by id").param("person", person).query(String.class).list();
  }

  private long counted() {
    return db.sql("select coalesce(sum(minutes), 0) from hours.day_hours where grade <= 'C'").query(Long.class).single();
  }

  private DeclaredWork work(long volunteer, Instant from, Duration length) {
    return new DeclaredWork(new AccountId(volunteer), "توزيع قفة رمضان", List.of(new DeclaredWork.Span(from, from.plus(length))), "ENV", null,
        new CommuneCode("1901"), null, null, true);
  }

  private Outcome find(long volunteer, long shift, Instant from, Instant to, boolean agreed) {
    return ledger.find(organization(), new Finding(new AccountId(volunteer), new ShiftId(shift), from, to, agreed), new AccountId(supervisor),
        "as both sides' papers show");
  }

  private OrganizationId organization() {
    return new OrganizationId(scene.organization);
  }

  private long attendedAndConfirmed(long volunteer, Duration length, String grade) {
    long shift = scene.shift(EIGHT, FOUR_HOURS);
    scene.attended(shift, volunteer, EIGHT, EIGHT.plus(length), EIGHT.plus(length), grade, true);
    ledger.propose(new ShiftId(shift), null);
    assertThat(ledger.confirm(organization(), scene.claims(shift), new AccountId(volunteer == scene.coordinator ? scene.owner : scene.coordinator), null).whole()).isTrue();
    return shift;
  }

  private List<String> lines(long volunteer) {
    return new ArrayList<>(db.sql("select minutes || ' ' || grade from hours.entry where volunteer_id = :volunteer order by id").param("volunteer", volunteer)
        .query(String.class).list());
  }
}
