package dz.linatatawwa.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.WorldTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorldTest
class LedgerTests {

  private static final Duration FOUR_HOURS = Duration.ofHours(4);
  private static final Instant EIGHT = Scene.yesterdayAtEight();

  @Autowired JdbcClient db;
  @Autowired DataSource source;
  @Autowired ClaimTable claims;
  @Autowired Settling settling;
  @Autowired LedgerCheck check;
  @Autowired LedgerCommand command;
  @Autowired TransactionTemplate inTransaction;
  Scene scene;

  @BeforeEach
  void people() {
    scene = new Scene(db);
  }

  @Test
  void timeIsWhatWasAttendedWithinTheShiftAndItsGraceInWholeMinutes() {
    long shift = scene.shift(EIGHT, FOUR_HOURS);
    long early = scene.volunteer();
    scene.attended(shift, early, EIGHT.minusSeconds(3600), EIGHT.plusSeconds(3 * 3600 + 59));
    propose(shift);
    assertThat(minutes(shift)).containsExactly(3 * 60 + 30);
  }

  @Test
  void proposingTwiceProposesOnce() {
    long shift = shiftWith(5);
    assertThat(propose(shift)).hasSize(5);
    assertThat(propose(shift)).isEmpty();
  }

  @Test
  void exceptionsAreFlagged() {
    long shift = scene.shift(EIGHT, Duration.ofHours(14));
    long walkIn = scene.attended(shift, scene.volunteer(), EIGHT, EIGHT.plus(FOUR_HOURS), EIGHT.plus(FOUR_HOURS), "B", false);
    long longDay = scene.attended(shift, scene.volunteer(), EIGHT, EIGHT.plus(Duration.ofHours(9)));
    long longerDay = scene.attended(shift, scene.volunteer(), EIGHT, EIGHT.plus(Duration.ofHours(13)));
    long minor = scene.attended(shift, scene.volunteer(2010), EIGHT, EIGHT.plus(FOUR_HOURS));
    long usual = scene.attended(shift, scene.volunteer(), EIGHT, EIGHT.plus(FOUR_HOURS));
    propose(shift);
    assertThat(scene.flags(walkIn)).containsExactly("walk-in");
    assertThat(scene.flags(longDay)).containsExactly("over-eight");
    assertThat(scene.flags(longerDay)).containsExactly("over-twelve");
    assertThat(scene.flags(minor)).containsExactly("minor");
    assertThat(scene.flags(usual)).isEmpty();
  }

  @Test
  void aClashIsLeftOutInsteadOfFailing() {
    long amina = scene.volunteer();
    long shift = scene.shift(EIGHT, FOUR_HOURS);
    long sameTime = scene.shift(EIGHT.plusSeconds(3600), FOUR_HOURS);
    scene.attended(shift, amina, EIGHT, EIGHT.plus(FOUR_HOURS));
    scene.attended(sameTime, amina, EIGHT.plusSeconds(3600), EIGHT.plus(FOUR_HOURS));
    assertThat(propose(shift)).hasSize(1);
    assertThat(propose(sameTime)).isEmpty();
  }

  @Test
  void confirmedTimeStandsInTheLedgerAndInTheTotals() {
    long shift = shiftWith(3);
    propose(shift);
    Settlement done = confirm(shift, coordinator());
    assertThat(done.settled()).hasSize(3);
    assertThat(done.whole()).isTrue();
    assertThat(db.sql("select sum(e.minutes) from hours.entry e join hours.claim c on c.id = e.claim_id where c.shift_id = :shift")
        .param("shift", shift).query(Long.class).single()).isEqualTo(3 * 240);
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void aShiftOverMidnightGivesTwoLines() {
    Instant tenAtNight = EIGHT.minus(Duration.ofHours(10));
    long shift = scene.shift(tenAtNight, FOUR_HOURS);
    scene.attended(shift, scene.volunteer(), tenAtNight, tenAtNight.plus(FOUR_HOURS));
    propose(shift);
    confirm(shift, coordinator());
    assertThat(db.sql("select e.minutes from hours.entry e join hours.claim c on c.id = e.claim_id where c.shift_id = :shift order by day")
        .param("shift", shift).query(Integer.class).list()).containsExactly(120, 120);
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void nobodyConfirmsTheirOwnHoursNotEvenPastTheRules() {
    scene.asVolunteer(scene.coordinator, 1990);
    long shift = scene.shift(EIGHT, FOUR_HOURS);
    scene.attended(shift, scene.coordinator, EIGHT, EIGHT.plus(FOUR_HOURS));
    propose(shift);
    ClaimId own = scene.claims(shift).getFirst();
    assertThat(confirm(shift, coordinator()).left()).containsEntry(own, Why.OWN_HOURS);
    assertThatThrownBy(() -> db.sql("update hours.claim set state = 'confirmed', decided_at = now(), decided_by = volunteer_id where id = :id")
        .param("id", own.value()).update()).hasMessageContaining("claim");
    assertThat(confirm(shift, new Settler(scene.otherCoordinator, Level.COORDINATOR)).settled()).containsExactly(own);
  }

  @Test
  void anAttendanceWrittenDownTwoDaysLaterNeedsTwoPeopleOfTwoLevels() {
    Instant lastWeek = EIGHT.minus(Duration.ofDays(6));
    long shift = scene.shift(lastWeek, FOUR_HOURS);
    scene.attended(shift, scene.volunteer(), lastWeek, lastWeek.plus(FOUR_HOURS), lastWeek.plus(Duration.ofHours(53)), "C", true);
    propose(shift);
    ClaimId claim = scene.claims(shift).getFirst();
    assertThat(confirm(shift, coordinator()).vouched()).containsExactly(claim);
    assertThat(scene.state(claim)).isEqualTo("proposed");
    assertThat(confirm(shift, new Settler(scene.otherCoordinator, Level.COORDINATOR)).left()).containsEntry(claim, Why.SAME_LEVEL);
    assertThat(confirm(shift, new Settler(scene.owner, Level.OWNER)).settled()).containsExactly(claim);
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void aPaperSheetOfMoreThanFivePeopleNeedsTwoPeople() {
    long five = sheet(5);
    long six = sheet(6);
    propose(five);
    propose(six);
    assertThat(confirm(five, coordinator()).settled()).hasSize(5);
    assertThat(confirm(six, coordinator()).vouched()).hasSize(6);
  }

  @Test
  void aSheetGivenInPartsIsStillOneSheet() {
    long shift = sheet(4);
    propose(shift);
    for (int i = 0; i < 3; i++) {
      scene.attended(shift, scene.volunteer(), EIGHT, EIGHT.plus(FOUR_HOURS), EIGHT.plus(FOUR_HOURS), "C", true);
    }
    assertThat(propose(shift)).hasSize(3);
    assertThat(confirm(shift, coordinator()).vouched()).hasSize(3);
  }

  @Test
  void moreThanTwelveHoursOnADayWaitForAReason() {
    long shift = scene.shift(EIGHT, Duration.ofHours(13));
    scene.attended(shift, scene.volunteer(), EIGHT, EIGHT.plus(Duration.ofHours(13)));
    propose(shift);
    assertThat(confirm(shift, coordinator()).left()).containsValue(Why.OVER_TWELVE);
    assertThat(inTransaction.execute(t -> settling.confirm(scene.organization, scene.claims(shift), coordinator(), "ليلة الفيضان")).settled()).hasSize(1);
  }

  @Test
  void aReversalNamesTheLineItTakesBackAndANewClaimMayFollow() {
    long amina = scene.volunteer();
    long shift = scene.shift(EIGHT, FOUR_HOURS);
    long attendance = scene.attended(shift, amina, EIGHT, EIGHT.plus(FOUR_HOURS));
    propose(shift);
    confirm(shift, coordinator());
    ClaimId claim = scene.claims(shift).getFirst();
    assertThat(reverse(claim, "left at ten").settled()).containsExactly(claim);
    assertThat(reverse(claim, "again").left()).containsEntry(claim, Why.ALREADY_SETTLED);
    assertThat(scene.total(amina)).isZero();
    assertThat(db.sql("""
        select r.minutes + e.minutes from hours.entry r join hours.entry e on e.id = r.reverses
        where r.claim_id = :claim and r.reason = 'left at ten' and r.written_by = :by""")
        .param("claim", claim.value()).param("by", scene.coordinator).query(Integer.class).list()).containsExactly(0);
    assertThat(propose(shift)).isEmpty();
    assertThat(claims.propose(shift, scene.coordinator, HourLimits.USUAL, 19, List.of(attendance))).hasSize(1);
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void refusedHoursNeverReachTheLedger() {
    long shift = shiftWith(2);
    propose(shift);
    List<ClaimId> both = scene.claims(shift);
    inTransaction.execute(t -> settling.refuse(scene.organization, both, coordinator(), RefusalCode.NOT_PRESENT, ""));
    assertThat(confirm(shift, coordinator()).left()).hasSize(2).containsValue(Why.ALREADY_SETTLED);
    assertThat(both).allSatisfy(claim -> assertThat(scene.state(claim)).isEqualTo("refused"));
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void claimsOfAnotherOrganisationAreOutOfReach() {
    long shift = shiftWith(1);
    propose(shift);
    Settlement nothing = inTransaction.execute(t -> settling.confirm(scene.organization + 1, scene.claims(shift), coordinator(), null));
    assertThat(nothing.settled()).isEmpty();
  }

  @Test
  void twoCoordinatorsWhoConfirmAtOnceConfirmOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      long shift = shiftWith(60);
      propose(shift);
      List<ClaimId> all = scene.claims(shift);
      List<Settlement> both = atOnce(List.of(
          () -> inTransaction.execute(t -> settling.confirm(scene.organization, all, coordinator(), null)),
          () -> inTransaction.execute(t -> settling.confirm(scene.organization, all.reversed(), new Settler(scene.otherCoordinator, Level.COORDINATOR), null))));
      assertThat(both.stream().mapToInt(s -> s.settled().size()).sum()).isEqualTo(60);
      assertThat(db.sql("select count(*) from hours.entry e join hours.claim c on c.id = e.claim_id where c.shift_id = :shift")
          .param("shift", shift).query(Long.class).single()).isEqualTo(60);
    }
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void proposingAtOnceProposesOnce() throws Exception {
    long shift = shiftWith(60);
    List<List<Long>> proposed = atOnce(List.of(() -> propose(shift), () -> propose(shift), () -> propose(shift)));
    assertThat(proposed.stream().mapToInt(List::size).sum()).isEqualTo(60);
  }

  @Test
  void confirmingAndReversingAtOnceLeavesWhatTheLedgerSays() throws Exception {
    for (int round = 0; round < 20; round++) {
      long amina = scene.volunteer();
      long shift = scene.shift(EIGHT, FOUR_HOURS);
      scene.attended(shift, amina, EIGHT, EIGHT.plus(FOUR_HOURS));
      propose(shift);
      ClaimId claim = scene.claims(shift).getFirst();
      List<Settlement> both = atOnce(List.of(() -> confirm(shift, coordinator()), () -> reverse(claim, "at once")));
      assertThat(both.getFirst().settled()).containsExactly(claim);
      assertThat(scene.total(amina)).isEqualTo(both.get(1).settled().isEmpty() ? 240 : 0);
    }
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void whatIsKeptIsFoundWhereItDiffersAndMadeAnew() throws SQLException {
    long amina = scene.volunteer();
    long shift = scene.shift(EIGHT, FOUR_HOURS);
    scene.attended(shift, amina, EIGHT, EIGHT.plus(FOUR_HOURS));
    propose(shift);
    confirm(shift, coordinator());
    assertThat(command.run(List.of("verify"))).isZero();
    try (Connection connection = TestDatabase.one().getConnection(); var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("update hours.entry set minutes = minutes + 7 where volunteer_id = " + amina);
      statement.execute("set session_replication_role = origin");
    }
    assertThat(check.differences()).extracting(Difference::what).containsExactlyInAnyOrder("claim", "day_total", "organization_total", "volunteer_total");
    assertThat(check.differences()).filteredOn(d -> d.what().equals("volunteer_total")).containsExactly(
        new Difference("volunteer_total", "volunteer " + amina + " grade B", 240, 247));
    assertThat(command.run(List.of("verify"))).isEqualTo(1);
    try (Connection connection = TestDatabase.one().getConnection(); var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("update hours.entry set minutes = minutes - 7 where volunteer_id = " + amina);
      statement.execute("set session_replication_role = origin");
      statement.execute("update hours.volunteer_total set minutes = 1 where volunteer_id = " + amina);
    }
    assertThat(command.run(List.of("verify"))).isEqualTo(1);
    assertThat(command.run(List.of("rebuild"))).isZero();
    assertThat(scene.total(amina)).isEqualTo(240);
  }

  @Test
  void theLedgerCannotBeRewritten() {
    long shift = shiftWith(1);
    propose(shift);
    confirm(shift, coordinator());
    JdbcClient db = JdbcClient.create(TestDatabase.one());
    assertThatThrownBy(() -> db.sql("update hours.entry set minutes = 1").update()).hasMessageContaining("only grows");
    assertThatThrownBy(() -> db.sql("delete from hours.entry").update()).hasMessageContaining("only grows");
    assertThatThrownBy(() -> db.sql("truncate hours.entry").update()).hasMessageContaining("hours.entry");
  }

  @Test
  void whateverIsDoneInWhateverOrderTheTotalsAreTheSums() {
    Random random = new Random(19621954);
    List<Long> shifts = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      Instant from = EIGHT.minusSeconds(random.nextInt(20 * 86_400));
      long shift = scene.shift(from, Duration.ofMinutes(30 + random.nextInt(600)));
      for (int person = 0; person < 1 + random.nextInt(4); person++) {
        scene.attended(shift, scene.volunteer(), from, from.plusSeconds(60 + random.nextInt(36_000)), from, random.nextBoolean() ? "A" : "B", true);
      }
      shifts.add(shift);
    }
    for (int step = 0; step < 400; step++) {
      long shift = shifts.get(random.nextInt(shifts.size()));
      List<ClaimId> all = scene.claims(shift);
      switch (random.nextInt(5)) {
        case 0 -> propose(shift);
        case 1 -> confirm(shift, random.nextBoolean() ? coordinator() : new Settler(scene.owner, Level.OWNER));
        case 2 -> inTransaction.execute(t -> settling.refuse(scene.organization, some(all, random), coordinator(), RefusalCode.OTHER, "by chance"));
        case 3 -> some(all, random).forEach(claim -> reverse(claim, "by chance"));
        default -> claims.propose(shift, null, HourLimits.USUAL, 19,
            db.sql("select id from attendance.attendance where shift_id = :shift").param("shift", shift).query(Long.class).list());
      }
    }
    assertThat(check.differences()).isEmpty();
    assertThat(db.sql("select count(*) from hours.entry where minutes < 0").query(Long.class).single()).isGreaterThan(5);
    check.rebuild();
    assertThat(check.differences()).isEmpty();
  }

  private static List<ClaimId> some(List<ClaimId> all, Random random) {
    return all.stream().filter(claim -> random.nextInt(3) == 0).toList();
  }

  private Settler coordinator() {
    return new Settler(scene.coordinator, Level.COORDINATOR);
  }

  private long shiftWith(int people) {
    long shift = scene.shift(EIGHT, FOUR_HOURS);
    for (int i = 0; i < people; i++) scene.attended(shift, scene.volunteer(), EIGHT, EIGHT.plus(FOUR_HOURS));
    return shift;
  }

  private long sheet(int people) {
    long shift = scene.shift(EIGHT, FOUR_HOURS);
    for (int i = 0; i < people; i++) {
      scene.attended(shift, scene.volunteer(), EIGHT, EIGHT.plus(FOUR_HOURS), EIGHT.plus(FOUR_HOURS), "C", true);
    }
    return shift;
  }

  private List<Long> propose(long shift) {
    return claims.propose(shift, scene.coordinator, HourLimits.USUAL, 19, null);
  }

  private List<Integer> minutes(long shift) {
    return db.sql("select minutes from hours.claim where shift_id = :shift order by id").param("shift", shift).query(Integer.class).list();
  }

  private Settlement confirm(long shift, Settler by) {
    return inTransaction.execute(t -> settling.confirm(scene.organization, scene.claims(shift), by, null));
  }

  private Settlement reverse(ClaimId claim, String reason) {
    return inTransaction.execute(t -> settling.reverse(scene.organization, claim, coordinator(), reason));
  }

  private static <T> List<T> atOnce(List<Callable<T>> deeds) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = deeds.stream().map(deed -> threads.submit(() -> {
        start.await();
        return deed.call();
      })).toList();
      start.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> one : running) answers.add(one.get());
      return answers;
    }
  }
}
