package dz.linatatawwa.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Answer.Outcome;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Deeds that arrive from phones, on the real database: {@code -Darrivals=2000} runs more days, {@code -Dseed=…} the same again. */
@WorldTest
class ArrivalsTests {

  private static final int DAYS = Integer.getInteger("arrivals", 200);
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  /** What a phone sends: a line, and the phone. */
  private record Sent(String device, Duration wrong, Via via, AccountId by, DeedLine line) {}

  @Autowired Arrivals arrivals;
  @Autowired FirstCheckIns first;
  @Autowired Roster roster;
  @Autowired Disputes disputes;
  @Autowired DeedTable deeds;
  @Autowired TransactionTemplate transaction;
  @Autowired Merging merging;
  @Autowired Clock clock;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId owner;
  AccountId karim;
  long organization;
  long opportunity;
  ShiftId shift;

  @BeforeEach
  void aDay() {
    TestClock.one().back();
    scene = new Scene(db);
    owner = scene.account("أمينة");
    karim = scene.volunteer("كريم", 1958);
    organization = scene.organization(owner);
    opportunity = scene.opportunity(organization, "at-once", 16);
    shift = scene.today(opportunity, 3);
    scene.seat(shift, karim);
  }

  @Test
  void theFirstCheckInOfASeatIsTakenByOneStatementAndLeavesWhatTheLongWayLeaves() {
    AccountId nadia = scene.volunteer("نادية", 1990);
    scene.seat(shift, nadia);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    DeedLine quick = new DeedLine("first-quick-1", shift, karim, DeedKind.CHECK_IN, now, 7, true, null, null, null);
    DeedLine slow = new DeedLine("first-slow-01", shift, nadia, DeedKind.CHECK_IN, now, 7, true, null, null, null);

    Answer one = first.take(new Batch(Via.SITE_CODE, owner, "phone", now, List.of(quick)), Arrived.of(new Batch(Via.SITE_CODE, owner, "phone", now, List.of(quick)), quick, now)).orElseThrow();
    Answer other = merging.take(new Batch(Via.SITE_CODE, owner, "phone", now, List.of(slow)), slow, now, now);

    assertThat(one).isEqualTo(new Answer("first-quick-1", other.outcome(), other.code(), other.at()));
    assertThat(left(karim)).isNotEmpty().isEqualTo(left(nadia));
    assertThat(first.take(new Batch(Via.SITE_CODE, owner, "phone", now, List.of(slow)), Arrived.of(new Batch(Via.SITE_CODE, owner, "phone", now, List.of(slow)), slow, now))).as("not twice").isEmpty();
  }

  @Test
  void firstCheckInsThatComeTogetherLeaveWhatEachLeavesAloneAndWhoMayNotIsLeftOut() {
    AccountId nadia = scene.volunteer("نادية", 1990);
    AccountId seatless = scene.volunteer("بلا مقعد", 1990);
    AccountId alone = scene.volunteer("وحيد", 1990);
    for (AccountId seated : List.of(nadia, alone)) scene.seat(shift, seated);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ShiftId another = scene.shift(opportunity, now.minus(Duration.ofHours(1)), Duration.ofHours(4), 3);
    scene.seat(another, karim);
    assertThat(first.all(List.of(came("alone-000001", shift, alone, now)))).containsExactly(true);

    List<Boolean> done = first.all(List.of(came("together-01", shift, karim, now), came("together-02", shift, nadia, now), came("together-03", shift, karim, now), came("together-04", shift, seatless, now),
        came("together-05", another, karim, now), came("together-06", shift, alone, now), came("together-07", new ShiftId(987_654_321), nadia, now), came("together-08", shift, owner, now)));

    assertThat(done).as("two, of two the first, nobody without a seat, another shift, nobody twice, no shift, not the leader themselves").containsExactly(true, true, false, false, true, false, false, false);
    assertThat(left(nadia)).isNotEmpty().isEqualTo(left(alone));
    assertThat(left(karim)).hasSize(1);
    assertThat(db.sql("select key from attendance.deed where shift_id in (:shift, :another) order by key").param("shift", shift.value()).param("another", another.value()).query(String.class).list())
        .containsExactly("alone-000001", "together-01", "together-02", "together-05");
  }

  @Test
  void marksOfTheDeskThatComeTogetherLeaveWhatEachLeavesAlone() {
    AccountId nadia = scene.volunteer("نادية", 1990);
    AccountId alone = scene.volunteer("وحيد", 1990);
    AccountId seatless = scene.volunteer("بلا مقعد", 1990);
    for (AccountId seated : List.of(nadia, alone)) scene.seat(shift, seated);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    assertThat(first.atTheDesk(new Mark("desk-alone-1", owner, shift, alone), now)).contains(now);

    List<Boolean> done = first.all(List.of(marked("desk-together-1", nadia, now), came("phone-together-1", shift, karim, now), marked("desk-together-2", nadia, now), marked("desk-together-3", seatless, now),
        marked("desk-together-4", alone, now)));

    assertThat(done).containsExactly(true, true, false, false, false);
    assertThat(left(nadia)).isNotEmpty().isEqualTo(left(alone));
    assertThat(left(nadia).getFirst()).containsEntry("folded", false).containsEntry("via", "desk");
    assertThat(left(karim).getFirst()).containsEntry("folded", true).containsEntry("via", "site-code");
    assertThat(roster.checkIn(new Mark("desk-together-1", owner, shift, nadia))).as("the same key again").isEqualTo(new Deed.Done(now));
    assertThat(roster.checkOut(new Mark("desk-out-00001", owner, shift, nadia))).as("marked together, out by the short way").isInstanceOf(Deed.Done.class);
  }

  private Arrived marked(String key, AccountId who, Instant at) {
    return Arrived.atTheDesk(new Mark(key, owner, shift, who), DeedKind.CHECK_IN, at, null, null);
  }

  private Arrived came(String key, ShiftId where, AccountId who, Instant at) {
    DeedLine line = new DeedLine(key, where, who, DeedKind.CHECK_IN, at, 7, true, null, null, null);
    return Arrived.of(new Batch(Via.SITE_CODE, owner, "phone", at, List.of(line)), line, at);
  }

  private List<Map<String, Object>> left(AccountId person) {
    return db.sql("""
        select t.application_id is not null as seat, t.checked_in_at, t.checked_in_by, t.checked_out_at, t.out_proposed, t.no_show_at, t.grade, t.folded, t.closed_at,
          d.deed, d.at, d.by_account, d.via, d.device, d.sequence, d.device_at, d.two_sided, d.outcome, d.why, d.told_at, d.reason, d.undoes
        from attendance.attendance t left join attendance.deed d on d.shift_id = t.shift_id and d.volunteer_id = t.volunteer_id
        where t.shift_id = :shift and t.volunteer_id = :person
        """).param("shift", shift.value()).param("person", person.value()).query().listOfRows();
  }

  @Test
  void hundredsOfDaysArriveInAnyOrderAnyNumberOfTimesFromSeveralPhonesAndNothingIsLostOrDoubled() throws Exception {
    Random random = new Random(SEED);
    AccountId second = coordinator();
    Duration shifted = sixHoursAgo();
    ShiftId over = scene.shift(opportunity, Histories.STARTS.plus(shifted), Duration.ofHours(4), DAYS);
    List<AccountId> people = scene.volunteers(DAYS);
    List<Sent> all = new ArrayList<>();
    Map<String, Duration> wrong = new HashMap<>();
    for (int i = 0; i < 3; i++) wrong.put("phone-" + i, Duration.ofSeconds(random.nextInt(4 * 3600) - 7200));
    for (AccountId person : people) {
      scene.seat(over, person);
      for (DayDeed deed : moved(new Histories(random).day(), shifted, person.toString(), owner, second)) all.add(sent(over, person, deed, wrong));
    }

    Map<String, Answer> first = send(all, random, 3);
    Map<String, Answer> late = send(all, random, 0);

    assertThat(late).as("seed %d: the same key has the same answer, however late", SEED).isEqualTo(first);
    Set<String> kept = new HashSet<>(db.sql("select key from attendance.deed where shift_id = " + over).query(String.class).list());
    assertThat(all.stream().filter(sent -> !kept.contains(sent.line().key())).map(sent -> sent + " " + first.get(sent.line().key())).toList())
        .as("seed %d: nothing that was acknowledged is missing", SEED).isEmpty();
    assertThat(kept).as("and nothing is there twice").hasSize(all.size());
    for (Sent sent : all) {
      Instant stored = db.sql("select at from attendance.deed where key = :key").param("key", sent.line().key()).query(Instant.class).single();
      assertThat(stored).as("the device's clock was put right").isCloseTo(sent.line().deviceAt().minus(sent.wrong()), within(90, ChronoUnit.SECONDS));
    }
    for (AccountId person : people) {
      List<DayDeed> counting = deeds.counting(over, person);
      PlainDay expected = PlainDay.of(counting, Histories.OPENS.plus(shifted), Histories.SHUTS.plus(shifted));
      assertThat(row(over, person)).as("seed %d: %s", SEED, counting).isEqualTo(expected);
      assertThat(openConflicts(over, person)).as("seed %d: %s", SEED, counting)
          .isEqualTo(Fold.of(counting, Histories.OPENS.plus(shifted), Histories.SHUTS.plus(shifted)).contradictions().stream()
              .map(c -> c.kind().code() + " " + c.key()).collect(Collectors.toSet()));
    }
  }

  /** Everything shuffled into batches of each phone, several at a time from several threads, with duplicates; some die before their transaction
   *  ends, and the batch comes again.
   *  @param dying how many of ten */
  private Map<String, Answer> send(List<Sent> all, Random random, int dying) throws Exception {
    List<Sent> shuffled = new ArrayList<>(all);
    for (int i = 0; i < all.size() / 5; i++) shuffled.add(all.get(random.nextInt(all.size())));
    Collections.shuffle(shuffled, random);
    Map<List<Object>, List<Sent>> batches = new HashMap<>();
    for (Sent sent : shuffled) {
      batches.computeIfAbsent(List.of(sent.device(), sent.via(), sent.by(), random.nextInt(10)), p -> new ArrayList<>()).add(sent);
    }
    Map<String, Answer> answers = new HashMap<>();
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<List<Answer>>> running = new ArrayList<>();
      for (List<Sent> batch : batches.values()) {
        boolean dies = random.nextInt(10) < dying;
        running.add(threads.submit(() -> sent(batch, dies)));
      }
      for (Future<List<Answer>> one : running) {
        for (Answer answer : one.get()) {
          Answer before = answers.put(answer.key(), answer);
          assertThat(before == null || before.equals(answer)).as("%s, before %s", answer, before).isTrue();
        }
      }
    }
    return answers;
  }

  private List<Answer> sent(List<Sent> batch, boolean dies) {
    if (dies) {
      transaction.executeWithoutResult(status -> {
        status.setRollbackOnly();
        arrivals.take(batch(batch.subList(0, 1)));
      });
    }
    return arrivals.take(batch(batch));
  }

  private Batch batch(List<Sent> sent) {
    Sent one = sent.getFirst();
    return new Batch(one.via(), one.by(), one.device().isEmpty() ? null : one.device(), clock.instant().plus(one.wrong()),
        sent.stream().map(Sent::line).toList());
  }

  @Test
  void twoOrdersOfArrivalGiveTheSameRowAndTheSameContradictions() {
    Random random = new Random(SEED + 1);
    AccountId second = coordinator();
    Duration shifted = sixHoursAgo();
    for (int i = 0; i < DAYS / 4; i++) {
      List<DayDeed> day = new Histories(random).day();
      List<DayDeed> other = new ArrayList<>(day);
      Collections.shuffle(other, random);
      ShiftId one = scene.shift(opportunity, Histories.STARTS.plus(shifted), Duration.ofHours(4), 1);
      ShiftId two = scene.shift(opportunity, Histories.STARTS.plus(shifted), Duration.ofHours(4), 1);
      for (ShiftId each : List.of(one, two)) {
        scene.seat(each, karim);
        for (DayDeed deed : moved(each == one ? day : other, shifted, "x" + each + "x", owner, second)) take(each, deed);
      }
      assertThat(row(two, karim)).as("seed %d, history %d: %s", SEED, i, other).isEqualTo(row(one, karim));
      assertThat(openConflicts(two, karim).stream().map(c -> c.replace("x" + two + "x-", "")).toList())
          .containsExactlyInAnyOrderElementsOf(openConflicts(one, karim).stream().map(c -> c.replace("x" + one + "x-", "")).toList());
    }
  }

  @Test
  void whatTheDeskDidOneAfterTheOtherIsWhatTheSameDeedsComeToInAnyOrder() {
    Random random = new Random(SEED + 2);
    Instant starts = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(40));
    for (int i = 0; i < 40; i++) {
      TestClock.one().back();
      ShiftId desk = scene.shift(opportunity, starts, Duration.ofHours(4), 5);
      ShiftId phones = scene.shift(opportunity, starts, Duration.ofHours(4), 5);
      scene.seat(desk, karim);
      scene.seat(phones, karim);
      for (int n = 0, minute = 0; n < 1 + random.nextInt(7); n++) {
        minute += 1 + random.nextInt(50);
        goTo(starts.plus(Duration.ofMinutes(minute)));
        Mark mark = new Mark("desk-" + key(), owner, desk, karim);
        switch (random.nextInt(8)) {
          case 0 -> roster.noShow(mark);
          case 1 -> roster.undo(mark);
          case 2 -> roster.correct(mark, new Times(starts, random.nextBoolean() ? null : clock.instant().minusSeconds(30), "typed wrongly"));
          case 3, 4, 5 -> roster.checkIn(mark);
          default -> roster.checkOut(mark);
        }
      }
      List<DayDeed> made = new ArrayList<>(deeds.counting(desk, karim));
      Collections.shuffle(made, random);
      for (DayDeed deed : made) take(phones, moved(List.of(deed), Duration.ZERO, "again", owner, owner).getFirst());
      assertThat(row(phones, karim)).as("seed %d, history %d: %s", SEED, i, made).isEqualTo(row(desk, karim));
    }
  }

  @Test
  void theSameLineFromManyThreadsCountsOnceAndAnswersTheSame() throws Exception {
    Instant now = clock.instant();
    Batch batch = kit(line(DeedKind.CHECK_IN, karim, now.minusSeconds(60)));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = IntStream.range(0, 40).mapToObj(i -> threads.submit(() -> arrivals.take(batch).getFirst().outcome())).toList();
      for (var one : all) assertThat(one.get()).isEqualTo(Outcome.DONE);
    }
    assertThat(count("select count(*) from attendance.deed where shift_id = " + shift)).isEqualTo(1);
  }

  @Test
  void aCheckInAtTheDeskAndOneFromAPhoneInTheSameMomentBothStand() throws Exception {
    ShiftId shift = scene.today(opportunity, 40);
    for (int i = 0; i < 40; i++) {
      AccountId person = scene.volunteer("متطوع", 1990);
      scene.seat(shift, person);
      Batch batch = kit(new DeedLine(key(), shift, person, DeedKind.CHECK_IN, clock.instant().minusSeconds(30), 1, false, null, null, null));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var desk = threads.submit(() -> roster.checkIn(new Mark(key(), owner, shift, person)));
        var phone = threads.submit(() -> arrivals.take(batch));
        desk.get();
        phone.get();
      }
      assertThat(count("select count(*) from attendance.deed where volunteer_id = " + person)).isEqualTo(2);
      assertThat(row(shift, person).in()).isEqualTo(deeds.deed(batch.lines().getFirst().key()).at());
    }
  }

  @Test
  void aKeyThatComesBackAfterWeeksHasItsAnswer() {
    Batch batch = kit(line(DeedKind.CHECK_IN, karim, clock.instant().minusSeconds(60)));
    Answer first = arrivals.take(batch).getFirst();
    TestClock.one().goAhead(Duration.ofDays(40));
    roster.close(owner, shift);
    assertThat(arrivals.take(batch)).containsExactly(first);
  }

  @Test
  void whatReachesAClosedDayIsForReviewAndCountsWhenAccepted() {
    TestClock.one().goAhead(Duration.ofHours(4));
    roster.close(owner, shift);
    Instant came = clock.instant().minus(Duration.ofHours(4));
    DeedLine in = line(DeedKind.CHECK_IN, karim, came);
    assertThat(arrivals.take(kit(in)).getFirst()).extracting(Answer::outcome, Answer::code).containsExactly(Outcome.REVIEW, "closed");
    assertThat(row(shift, karim).absent()).isTrue();
    assertThat(disputes.accept(owner, in.key())).isEqualTo(Settled.DONE);
    assertThat(row(shift, karim).in()).isCloseTo(came, within(5, ChronoUnit.SECONDS));
    assertThat(db.sql("select out_proposed and closed_at is not null from attendance.attendance where shift_id = " + shift).query(Boolean.class).single()).isTrue();
    assertThat(count("select came from attendance.closure where shift_id = " + shift)).isEqualTo(1);
    assertThat(arrivals.take(kit(in)).getFirst().outcome()).as("its answer stays what it was").isEqualTo(Outcome.REVIEW);
  }

  @Test
  void whatWasSeenBeforeTheDayWasClosedIsNoMatterForReview() {
    roster.checkIn(new Mark(key(), owner, shift, karim));
    TestClock.one().goAhead(Duration.ofHours(4));
    roster.close(owner, shift);
    assertThat(arrivals.take(kit(line(DeedKind.CHECK_IN, karim, clock.instant().minus(Duration.ofHours(3))))).getFirst().outcome()).isEqualTo(Outcome.ALREADY);
  }

  @Test
  void timesOutsideTheShiftAndInTheFutureAndFromAWithdrawnKitAreForReview() {
    Instant now = clock.instant();
    assertThat(answer(line(DeedKind.CHECK_IN, karim, now.minus(Duration.ofHours(9))))).isEqualTo("review outside");
    assertThat(answer(line(DeedKind.CHECK_IN, karim, now.plus(Duration.ofHours(1))))).isEqualTo("review future");
    DeedLine line = line(DeedKind.CHECK_IN, karim, now.minusSeconds(60));
    assertThat(arrivals.take(new Batch(Via.KIT, owner, "phone-1", now, true, List.of(line))).getFirst().code()).isEqualTo("withdrawn");
    assertThat(row(shift, karim).in()).isNull();
  }

  @Test
  void whoHasNoSeatIsForReviewAndMinorsWithoutConsentAreRefusedAndBothAreKept() {
    AccountId stranger = scene.volunteer("سارة", 1990);
    Instant now = clock.instant().minusSeconds(60);
    assertThat(answer(line(DeedKind.CHECK_IN, stranger, now))).isEqualTo("review not-on-roster");
    assertThat(answer(line(DeedKind.WALK_IN, scene.volunteer("قاصر", LocalDate.now().getYear() - 18), now))).isEqualTo("refused guardian-needed");
    assertThat(answer(line(DeedKind.WALK_IN, scene.volunteer("صغير", LocalDate.now().getYear() - 15), now))).isEqualTo("refused too-young");
    assertThat(answer(line(DeedKind.WALK_IN, stranger, now))).isEqualTo("done null");
    assertThat(answer(line(DeedKind.CHECK_IN, owner, now))).isEqualTo("refused not-on-roster");
    assertThat(count("select count(*) from attendance.deed where outcome = 'refused'")).isEqualTo(2);
  }

  @Test
  void moreWalkInsThanSeatsAreForReview() {
    for (String expected : List.of("done null", "done null", "review full")) {
      assertThat(answer(line(DeedKind.WALK_IN, scene.volunteer("عابر", 1990), clock.instant().minusSeconds(60)))).isEqualTo(expected);
    }
  }

  @Test
  void aCancelledShiftTakesNothingAndAForeignOneNotEvenTheDeed() {
    DeedLine line = line(DeedKind.CHECK_IN, karim, clock.instant().minusSeconds(60));
    AccountId stranger = scene.account("غريب");
    scene.organization(stranger);
    assertThat(arrivals.take(new Batch(Via.KIT, stranger, "phone-1", clock.instant(), List.of(line))).getFirst().code()).isEqualTo("foreign");
    assertThat(count("select count(*) from attendance.deed where shift_id = " + shift)).isZero();
    db.sql("update opportunities.shift set state = 'cancelled' where id = " + shift).update();
    assertThat(answer(line)).isEqualTo("refused cancelled");
  }

  @Test
  void aClockThatIsHoursWrongIsPutRight() {
    Instant wrong = clock.instant().plus(Duration.ofHours(5));
    DeedLine line = line(DeedKind.CHECK_IN, karim, wrong.minus(Duration.ofMinutes(10)));
    arrivals.take(new Batch(Via.KIT, owner, "phone-1", wrong, List.of(line)));
    assertThat(row(shift, karim).in()).isCloseTo(clock.instant().minus(Duration.ofMinutes(10)), within(5, ChronoUnit.SECONDS));
  }

  private String answer(DeedLine line) {
    Answer answer = arrivals.take(kit(line)).getFirst();
    return answer.outcome().code() + " " + answer.code();
  }

  private Batch kit(DeedLine line) {
    return new Batch(Via.KIT, owner, "phone-1", clock.instant(), List.of(line));
  }

  private DeedLine line(DeedKind kind, AccountId person, Instant at) {
    return new DeedLine(key(), shift, person, kind, at, 1, false, null, null, null);
  }

  private AccountId coordinator() {
    AccountId second = scene.account("سمير");
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:id, :who, 'coordinator')").param("id", organization)
        .param("who", second.value()).update();
    return second;
  }

  private Duration sixHoursAgo() {
    return Duration.between(Histories.STARTS, clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(6)));
  }

  private void goTo(Instant at) {
    TestClock.one().back();
    TestClock.one().goAhead(Duration.between(clock.instant(), at));
  }

  /** With an exact time by our clock, as after correcting the device's. */
  private void take(ShiftId to, DayDeed deed) {
    Instant now = clock.instant();
    DeedLine line = new DeedLine(deed.key(), to, karim, deed.kind(), deed.at(), 1, deed.twoSided(), deed.times(), deed.undoes(), null);
    merging.take(new Batch(deed.via(), new AccountId(deed.by()), deed.device(), now, List.of(line)), line, deed.at(), now);
  }

  /** The same day at another time, with keys of its own and by people who exist. */
  private static List<DayDeed> moved(List<DayDeed> day, Duration by, String prefix, AccountId first, AccountId second) {
    return day.stream().map(d -> new DayDeed(prefix + "-" + d.key(), d.kind(), d.at().plus(by), d.by() == 2 ? second.value() : first.value(), d.via(),
        d.device(), d.twoSided(), d.times() == null ? null : moved(d.times(), by), d.undoes() == null ? null : prefix + "-" + d.undoes())).toList();
  }

  private static Times moved(Times times, Duration by) {
    return new Times(times.in().plus(by), times.out() == null ? null : times.out().plus(by), times.reason());
  }

  private static Sent sent(ShiftId shift, AccountId person, DayDeed deed, Map<String, Duration> wrong) {
    Duration off = deed.device() == null ? Duration.ZERO : wrong.getOrDefault(deed.device(), Duration.ZERO);
    DeedLine line = new DeedLine(deed.key(), shift, person, deed.kind(), deed.at().plus(off), 1, deed.twoSided(), deed.times(), deed.undoes(), null);
    return new Sent(deed.device() == null ? "" : deed.device(), off, deed.via(), new AccountId(deed.by()), line);
  }

  private PlainDay row(ShiftId of, AccountId person) {
    return db.sql("""
        select checked_in_at, checked_out_at, no_show_at is not null as absent, grade from attendance.attendance
        where shift_id = :shift and volunteer_id = :person
        """).param("shift", of.value()).param("person", person.value())
        .query((row, number) -> new PlainDay(instant(row, "checked_in_at"), instant(row, "checked_out_at"), row.getBoolean("absent"),
            row.getString("grade").charAt(0))).optional().orElse(new PlainDay(null, null, false, 'B'));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private Set<String> openConflicts(ShiftId of, AccountId person) {
    return new HashSet<>(db.sql("select kind || ' ' || key from attendance.conflict where shift_id = :shift and volunteer_id = :person and settled_at is null")
        .param("shift", of.value()).param("person", person.value()).query(String.class).list());
  }

  private long count(String sql) {
    return db.sql(sql).query(Long.class).single();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
