package dz.linatatawwa.contests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.AttendanceClosed;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.MatterFilter;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorldTest
class ContestTests {

  private static final String WHY = "كما تبين من أوراق الجهتين";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Contests contests;
  @Autowired ContestMatters clockwork;
  @Autowired Matters matters;
  @Autowired HourLedger ledger;
  @Autowired Files files;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate inTransaction;
  Scene scene;
  AccountId amina;

  @BeforeEach
  void people() {
    TestClock.one().back();
    scene = new Scene(db, ledger);
    amina = scene.volunteer();
  }

  @AfterEach
  void timeGoesBackAndTheLedgerIsRight() {
    TestClock.one().back();
    assertThat(ledger.verify()).isEmpty();
  }

  @Test
  void twoTapsInTheBookOpenACaseAndTheHoursStayCounted() {
    scene.confirmed(amina, 2);
    Visit visit = Visit.as(port, amina);
    String first = visit.get("/hours").page().selectFirst("a[href^=/contests/new]").attr("href");
    var second = visit.get(first).page();
    assertThat(second.select("button[name=ground]").eachAttr("value")).containsExactly("more-time", "less-time", "not-mine", "other");
    Visit.Answer opened = visit.post("/contests", "claim", second.selectFirst("input[name=claim]").val(), "ground", "more-time");
    assertThat(opened.status()).isEqualTo(303);
    assertThat(opened.leadsTo()).matches("/contests/\\d+");
    assertThat(visit.get("/hours").page().select("a[href=" + opened.leadsTo() + "]")).isNotEmpty();
    assertThat(ledger.totals(amina).counted()).isEqualTo(120);
    assertThat(visit.get(first).leadsTo()).as("one living case").isEqualTo(opened.leadsTo());
    assertThat(told(scene.coordinator)).contains("contest-opened");
    assertThat(visit.get(opened.leadsTo()).body()).contains("ياسين حمدي");
  }

  @Test
  void somethingElseIsExplainedAndABadTimeIsShownBesideItsField() {
    ShiftId shift = scene.confirmed(amina, 2);
    Visit visit = Visit.as(port, amina);
    Visit.Answer mute = visit.post("/contests", "claim", claim(shift), "ground", "other");
    assertThat(mute.status()).isEqualTo(422);
    assertThat(mute.page().select("#words-problem")).isNotEmpty();
    Visit.Answer late = visit.post("/contests", "claim", claim(shift), "ground", "more-time", "from", "08:00", "to", "19:00", "words", "بقيت");
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.page().select("#from-problem")).isNotEmpty();
    assertThat(late.page().selectFirst("#words").text()).isEqualTo("بقيت");
    assertThat(visit.post("/contests", "claim", claim(shift), "ground", "was-there").status()).as("not a reason for hours that stand").isEqualTo(422);
    assertThat(Visit.as(port, scene.volunteer()).get("/contests/new?claim=" + claim(shift)).status()).isEqualTo(404);
  }

  @Test
  void theSupervisorWaitsForTheOrganisationOrForItsTime() {
    Contest contest = opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 4);
    assertThat(settle(scene.supervisor, contest, Verdict.AS_CLAIMED)).isInstanceOf(Settled.TooEarly.class);
    TestClock.one().goAhead(Duration.ofHours(49));
    assertThat(settle(scene.supervisor, contest, Verdict.AS_CLAIMED)).isInstanceOf(Settled.Done.class);
    assertThat(lines(amina)).containsExactly("120 B", "-120 B", "240 B");
  }

  @Test
  void theDecisionBecomesEntriesOfTheLedgerAndBothSidesHearOfIt() {
    Contest contest = answered(opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 4), true);
    assertThat(matters.queue(scene.supervisor, MatterFilter.waiting(), 1).rows()).anyMatch(m -> m.kind().equals("contest") && m.subjectId() == contest.id().value());
    assertThat(settle(scene.supervisor, contest, Verdict.AS_CLAIMED)).isInstanceOf(Settled.Done.class);
    assertThat(ledger.totals(amina).counted()).isEqualTo(240);
    assertThat(told(amina)).contains("contest-answered", "contest-settled");
    assertThat(told(scene.owner)).contains("contest-settled");
    assertThat(contests.living(amina, List.of(contest.claim()))).isEmpty();
    Contest.End end = contests.look(amina, contest.id()).end();
    assertThat(Visit.as(port, amina).get("/hours/claims/" + end.foundClaim()).leadsTo()).matches("/hours/entries/\\d+");
    await().untilAsserted(() -> assertThat(told(amina)).contains("hours-found", "hours-reversed"));
  }

  @Test
  void partlyAsRecordedAndRefusedEndACaseToo() {
    Contest partly = answered(opened(scene.confirmed(amina, 3), Ground.MORE_TIME, 4), false);
    assertThat(contests.settle(scene.supervisor, partly.id(), Verdict.PARTLY, null, WHY, null)).isInstanceOf(Settled.Unfit.class);
    assertThat(contests.settle(scene.supervisor, partly.id(), Verdict.PARTLY, null, WHY,
        new Span(Scene.eight(3), Scene.eight(3).plus(Duration.ofHours(3))))).isInstanceOf(Settled.Done.class);
    assertThat(lines(amina)).containsExactly("120 B", "-120 B", "180 B");
    Contest same = answered(opened(scene.confirmed(amina, 4), Ground.MORE_TIME, 4), false);
    assertThat(contests.settle(scene.supervisor, same.id(), Verdict.AS_RECORDED, null, "", null)).as("without words").isInstanceOf(Settled.Unfit.class);
    assertThat(settle(scene.supervisor, same, Verdict.AS_RECORDED)).isInstanceOf(Settled.Done.class);
    Contest refused = answered(opened(scene.confirmed(amina, 5), Ground.MORE_TIME, 4), false);
    assertThat(contests.settle(scene.supervisor, refused.id(), Verdict.REFUSED, "because", WHY, null)).isInstanceOf(Settled.Unfit.class);
    assertThat(contests.settle(scene.supervisor, refused.id(), Verdict.REFUSED, "untrue", WHY, null)).isInstanceOf(Settled.Done.class);
    assertThat(ledger.totals(amina).counted()).isEqualTo(180 + 120 + 120);
  }

  @Test
  void hoursThatWereNeverMineGoAway() {
    Contest contest = answered(opened(scene.confirmed(amina, 2), Ground.NOT_MINE, 0), true);
    assertThat(settle(scene.supervisor, contest, Verdict.AS_CLAIMED)).isInstanceOf(Settled.Done.class);
    assertThat(ledger.totals(amina).counted()).isZero();
  }

  @Test
  void whatWasNotSaidCannotBeGranted() {
    Contest contest = answered(opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 0), true);
    assertThat(settle(scene.supervisor, contest, Verdict.AS_CLAIMED)).isEqualTo(new Settled.Unfit("verdict", "contests.problem.notSaid"));
  }

  @Test
  void aNoShowIsToldDeniedAndPutRight() {
    ShiftId shift = scene.shift(2);
    scene.absent(shift, amina, 2);
    inTransaction.executeWithoutResult(t -> events.publishEvent(new AttendanceClosed(shift)));
    await().untilAsserted(() -> assertThat(told(amina)).contains("contest-no-show"));
    Visit visit = Visit.as(port, amina);
    assertThat(visit.get("/contests").page().select("a[href=/contests/new?shift=" + shift + "]")).hasSize(1);
    ContestId id = contests.open(contests.about(amina, shift).orElseThrow(), Ground.WAS_THERE, null, "", null);
    contests.answer(scene.coordinator, id, true, "سقط الاسم من القائمة", null);
    assertThat(settle(scene.supervisor, contests.look(amina, id), Verdict.AS_CLAIMED)).isInstanceOf(Settled.Done.class);
    assertThat(lines(amina)).as("two people of two levels say so").containsExactly("240 C");
  }

  @Test
  void aMissingHourIsContestedByItsShift() {
    ShiftId shift = scene.shift(2);
    scene.attended(shift, amina, 2, Duration.ofHours(3));
    Ask ask = contests.about(amina, shift).orElseThrow();
    assertThat(ask.subject()).isEqualTo(Subject.MISSING);
    assertThat(contests.missing(amina)).extracting(Ask::shift).containsExactly(shift);
    assertThat(contests.about(scene.volunteer(), shift)).as("somebody without a part in it").isEmpty();
    ContestId id = contests.open(ask, Ground.WAS_THERE, null, "", null);
    TestClock.one().goAhead(Duration.ofHours(49));
    assertThat(settle(scene.supervisor, contests.look(amina, id), Verdict.AS_CLAIMED)).isInstanceOf(Settled.Done.class);
    assertThat(lines(amina)).as("as it was written down on the day").containsExactly("180 B");
  }

  @Test
  void nobodyOfASideSettlesNotEvenPastTheRules() {
    Contest contest = answered(opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 4), true);
    scene.supervises(amina, "19");
    scene.supervises(scene.coordinator, "19");
    AccountId reader = scene.supervisor("قارئ", "19");
    scene.member(reader, "reader");
    AccountId former = scene.supervisor("عضو سابق", "19");
    scene.member(former, "coordinator");
    db.sql("update organizations.member set ended_at = now() where account_id = :former").param("former", former.value()).update();
    AccountId parent = scene.supervisor("ولي", "19");
    db.sql("""
        insert into volunteers.guardian_consent (volunteer_id, purpose, guardian_name, guardian_contact, given_at)
        select :amina, 'take-part', 'ولي', email, now() from accounts.account where id = :parent""")
        .param("amina", amina.value()).param("parent", parent.value()).update();
    for (AccountId partial : List.of(amina, scene.coordinator, reader, former, parent)) {
      assertThat(settle(partial, contest, Verdict.AS_CLAIMED)).as("settled by " + partial).isInstanceOf(Settled.Partial.class);
      assertThatThrownBy(() -> db.sql("update contests.contest set settled_at = now(), settled_by = :by, outcome = 'as-claimed' where id = :id")
          .param("by", partial.value()).param("id", contest.id().value()).update()).hasMessageContaining("contest");
    }
    assertThat(Visit.as(port, parent).open("/contests/" + contest.id()).page().select("form[action$=/settlement]")).isEmpty();
    assertThat(ledger.totals(amina).counted()).isEqualTo(120);
  }

  @Test
  void whoSettledTheHoursAsASupervisorDoesNotSettleTheContest() {
    ShiftId shift = scene.shift(2);
    scene.attended(shift, amina, 2, Duration.ofHours(2));
    ledger.propose(shift, null);
    ledger.confirm(scene.organization, List.of(new ClaimId(Long.parseLong(claim(shift)))), scene.supervisor, null);
    Contest contest = answered(opened(shift, Ground.MORE_TIME, 4), true);
    assertThat(settle(scene.supervisor, contest, Verdict.AS_CLAIMED)).isInstanceOf(Settled.Partial.class);
    assertThat(settle(scene.nation, contest, Verdict.AS_CLAIMED)).isInstanceOf(Settled.Done.class);
  }

  @Test
  void aCaseIsForeignToOtherOrganisationsOtherWilayasAndOtherPeople() {
    Contest contest = opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 4);
    Scene other = new Scene(db, ledger);
    AccountId algiers = scene.supervisor("مشرف العاصمة", "16");
    for (AccountId foreigner : List.of(other.coordinator, algiers, scene.volunteer(), SignIn.account("مار"))) {
      Visit visit = Visit.as(port, foreigner);
      assertThat(visit.get("/contests/" + contest.id()).status()).isEqualTo(404);
      assertThat(visit.post("/contests/" + contest.id() + "/settlement", "verdict", "as-claimed", "words", WHY).status()).isEqualTo(404);
      assertThat(visit.post("/contests/" + contest.id() + "/answer", "answer", "agrees").status()).isEqualTo(404);
      assertThat(visit.post("/contests/" + contest.id() + "/statements", "words", "hello there").status()).isEqualTo(404);
      assertThat(visit.post("/contests/" + contest.id() + "/withdrawal").status()).isEqualTo(404);
      assertThat(visit.post("/contests/" + contest.id() + "/appeal", "words", "hello there").status()).isEqualTo(404);
    }
    assertThat(Visit.as(port, scene.coordinator).post("/contests/" + contest.id() + "/withdrawal").status()).isEqualTo(404);
    assertThat(Visit.as(port, amina).post("/contests/" + contest.id() + "/answer", "answer", "agrees").status()).isEqualTo(404);
    assertThat(Visit.as(port, amina).post("/contests/" + contest.id() + "/settlement", "verdict", "as-claimed", "words", WHY).status()).isEqualTo(404);
    assertThat(Visit.as(port, other.coordinator).get("/organizations/" + scene.organization + "/desk/contests").status()).isEqualTo(404);
    assertThat(Visit.as(port, scene.coordinator).get("/organizations/" + scene.organization + "/desk/contests").body()).contains("/contests/" + contest.id());
  }

  @Test
  void hoursThatAContestTookAwayAreNotProposedAgain() {
    ShiftId shift = scene.confirmed(amina, 2);
    ClaimId claim = new ClaimId(Long.parseLong(claim(shift)));
    Contest contest = answered(opened(shift, Ground.NOT_MINE, 0), false);
    assertThat(settle(scene.supervisor, contest, Verdict.AS_CLAIMED)).isInstanceOf(Settled.Done.class);
    assertThat(ledger.proposeAgain(scene.organization, claim, scene.coordinator)).isFalse();
    ClaimId other = new ClaimId(Long.parseLong(claim(scene.confirmed(amina, 3))));
    ledger.reverse(scene.organization, other, scene.coordinator, "خطأ في القائمة");
    assertThat(ledger.proposeAgain(scene.organization, other, scene.coordinator)).as("without a contest").isTrue();
  }

  @Test
  void whoLeavesHasNoOpenCases() {
    Contest contest = opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 4);
    inTransaction.executeWithoutResult(status -> events.publishEvent(new AccountClosed(amina)));
    assertThat(contests.look(scene.coordinator, contest.id()).open()).isFalse();
    assertThat(matters.waiting(Contests.MATTER, contest.id().value())).isEmpty();
    assertThat(told(scene.coordinator)).contains("contest-withdrawn");
  }

  @Test
  void whoLeftTheOrganisationDoesNotSeeWhatTheyHandedInForIt() {
    Contest contest = opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 4);
    byte[] pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    Kept.Stored kept = (Kept.Stored) files.keep(scene.coordinator, "contest-paper", "list.pdf", "application/pdf", pdf);
    contests.answer(scene.coordinator, contest.id(), false, "", kept.id());
    assertThat(files.maySee(scene.coordinator, files.find(kept.id()).orElseThrow())).isTrue();
    db.sql("update organizations.member set ended_at = now() where account_id = :who").param("who", scene.coordinator.value()).update();
    assertThat(files.maySee(scene.coordinator, files.find(kept.id()).orElseThrow())).isFalse();
    assertThat(files.maySee(amina, files.find(kept.id()).orElseThrow())).isTrue();
  }

  @Test
  void theQueueLeadsToTheCaseAndTheGeneralFormDecidesNothing() {
    Contest contest = answered(opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 4), true);
    long matter = matters.waiting(Contests.MATTER, contest.id().value()).orElseThrow().id().value();
    Visit visit = Visit.as(port, scene.supervisor);
    assertThat(visit.get("/supervision/" + matter).leadsTo()).isEqualTo("/contests/" + contest.id());
    visit.post("/supervision/" + matter + "/decision", "decision", "as-claimed", "reason", WHY);
    assertThat(contests.look(amina, contest.id()).open()).isTrue();
    assertThat(visit.open("/contests/" + contest.id()).status()).isEqualTo(200);
    Visit.Answer wrong = visit.post("/contests/" + contest.id() + "/settlement", "verdict", "as-claimed", "words", "");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.page().select("#words-problem")).isNotEmpty();
    assertThat(visit.post("/contests/" + contest.id() + "/settlement", "verdict", "partly", "words", WHY, "from", "08:00", "to", "11:00").status()).isEqualTo(303);
    assertThat(visit.post("/contests/" + contest.id() + "/settlement", "verdict", "as-recorded", "words", WHY).status()).isEqualTo(409);
    assertThat(ledger.totals(amina).counted()).isEqualTo(180);
  }

  @Test
  void twoSupervisorsAtOnceSettleOnce() throws Exception {
    AccountId second = scene.supervisor("مشرفة ثانية", "19");
    for (int round = 0; round < 5; round++) {
      AccountId person = scene.volunteer();
      Contest contest = answered(opened(person, scene.confirmed(person, 2), Ground.MORE_TIME, 4), true);
      List<Settled> both = atOnce(List.of(() -> settle(scene.supervisor, contest, Verdict.AS_CLAIMED), () -> settle(second, contest, Verdict.AS_RECORDED)));
      assertThat(both.stream().filter(Settled.Done.class::isInstance)).hasSize(1);
      assertThat(both.stream().filter(Settled.Already.class::isInstance)).hasSize(1);
      boolean asClaimed = both.getFirst() instanceof Settled.Done;
      assertThat(lines(person)).hasSize(asClaimed ? 3 : 1);
      assertThat(ledger.totals(person).counted()).isEqualTo(asClaimed ? 240 : 120);
    }
  }

  @Test
  void aWithdrawnCaseEndsWithoutAnEntryAndAnotherMayFollow() {
    ShiftId shift = scene.confirmed(amina, 2);
    Contest contest = opened(shift, Ground.MORE_TIME, 4);
    assertThat(Visit.as(port, amina).post("/contests/" + contest.id() + "/withdrawal").status()).isEqualTo(303);
    assertThat(matters.waiting(Contests.MATTER, contest.id().value())).isEmpty();
    assertThat(settle(scene.supervisor, contest, Verdict.AS_CLAIMED)).isInstanceOf(Settled.Already.class);
    assertThat(lines(amina)).containsExactly("120 B");
    assertThat(opened(shift, Ground.NOT_MINE, 0).id()).isNotEqualTo(contest.id());
  }

  @Test
  void aClockThatRunsOutBringsTheNextLevelAndTheCaseStaysVisible() {
    Contest contest = opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 4);
    clockwork.passOn(TestClock.one().instant());
    assertThat(told(amina)).as("within its time").doesNotContain("contest-late");
    TestClock.one().goAhead(Duration.ofHours(73));
    assertThat(clockwork.passOn(TestClock.one().instant())).isPositive();
    assertThat(clockwork.passOn(TestClock.one().instant())).as("once").isZero();
    assertThat(told(amina)).containsOnlyOnce("contest-late");
    assertThat(told(scene.coordinator)).contains("contest-late");
    MatterFilter overdue = MatterFilter.waiting().ofKind("contest").showing(MatterFilter.Show.OVERDUE);
    assertThat(matters.queue(scene.supervisor, overdue, 1).rows()).anyMatch(m -> m.subjectId() == contest.id().value());
    assertThat(matters.queue(scene.nation, overdue, 1).rows()).anyMatch(m -> m.subjectId() == contest.id().value());
    assertThat(settle(scene.nation, contest, Verdict.AS_CLAIMED)).isInstanceOf(Settled.Done.class);
  }

  @Test
  void oneAppealGoesToTheNationAndToSomebodyElse() {
    Contest first = answered(opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 4), false);
    assertThat(settle(scene.nation, first, Verdict.AS_RECORDED)).isInstanceOf(Settled.Done.class);
    ContestId id = contests.appeal(amina, first.id(), "عندي شاهد آخر").orElseThrow();
    assertThat(contests.appeal(scene.owner, first.id(), "ونحن أيضًا")).isEmpty();
    assertThat(told(scene.owner)).contains("contest-appealed");
    assertThatThrownBy(() -> contests.look(scene.supervisor, id)).isInstanceOf(NotFound.class);
    contests.answer(scene.owner, id, true, "راجعنا القائمة", null);
    Contest appeal = contests.look(amina, id);
    assertThat(contests.statements(appeal)).as("what was said before is still there").hasSizeGreaterThan(2);
    assertThat(settle(scene.nation, appeal, Verdict.AS_CLAIMED)).as("who settled first").isInstanceOf(Settled.Partial.class);
    AccountId other = scene.supervisor("مشرف وطني آخر", null);
    assertThat(settle(other, appeal, Verdict.AS_CLAIMED)).isInstanceOf(Settled.Done.class);
    assertThat(ledger.totals(amina).counted()).isEqualTo(240);
    assertThat(contests.appeal(amina, id, "مرة أخرى")).as("an appeal has no appeal").isEmpty();
  }

  @Test
  void anAppealComesInItsTime() {
    Contest first = answered(opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 4), false);
    settle(scene.supervisor, first, Verdict.AS_RECORDED);
    TestClock.one().goAhead(Duration.ofDays(31));
    assertThat(contests.appeal(amina, first.id(), "متأخر")).isEmpty();
  }

  @Test
  void whatTheLedgerCannotSayTakesTheDecisionBack() {
    Contest contest = answered(opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 4), true);
    ShiftId other = scene.shift(2);
    db.sql("update opportunities.shift set starts_at = starts_at + interval '2 hours', ends_at = ends_at + interval '2 hours' where id = :other")
        .param("other", other.value()).update();
    scene.attended(other, amina, 2, Duration.ofHours(4));
    db.sql("update attendance.attendance set checked_in_at = checked_in_at + interval '2 hours' where shift_id = :other").param("other", other.value()).update();
    ledger.propose(other, null);
    assertThat(settle(scene.supervisor, contest, Verdict.AS_CLAIMED)).isInstanceOf(Settled.Impossible.class);
    assertThat(contests.look(amina, contest.id()).open()).isTrue();
    assertThat(matters.waiting(Contests.MATTER, contest.id().value())).isPresent();
    assertThat(lines(amina)).containsExactly("120 B");
  }

  @Test
  void papersAreSeenByBothSidesAndTheSettlerAlone() {
    Contest contest = opened(scene.confirmed(amina, 2), Ground.MORE_TIME, 4);
    byte[] pdf = ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    Visit visit = Visit.as(port, amina);
    assertThat(visit.postFile("/contests/" + contest.id() + "/statements", "file", "witness.pdf", "application/pdf", pdf, "words", "شهادة").status()).isEqualTo(303);
    String address = visit.get("/contests/" + contest.id()).page().selectFirst("a[href^=/files/]").attr("href");
    for (AccountId may : List.of(amina, scene.coordinator, scene.supervisor)) assertThat(Visit.as(port, may).get(address).status()).isEqualTo(200);
    for (AccountId mayNot : List.of(scene.volunteer(), scene.supervisor("مشرف العاصمة", "16"))) assertThat(Visit.as(port, mayNot).get(address).status()).isEqualTo(404);
    Visit.Answer bad = visit.postFile("/contests/" + contest.id() + "/statements", "file", "x.pdf", "application/pdf", new byte[] {1, 2, 3}, "words", "كلام");
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.page().select("#file-problem")).isNotEmpty();
  }

  @Test
  void theMedianIsShownFromFiveCasesOn() {
    SettlingTime before = contests.settlingTime();
    for (int i = 0; i < 5; i++) {
      AccountId person = scene.volunteer();
      Contest contest = answered(opened(person, scene.confirmed(person, 2), Ground.MORE_TIME, 4), true);
      db.sql("update contests.contest set opened_at = opened_at - interval '10 hours' where id = :id").param("id", contest.id().value()).update();
      settle(scene.supervisor, contest, Verdict.AS_RECORDED);
    }
    SettlingTime after = contests.settlingTime();
    assertThat(after.settled()).isEqualTo(before.settled() + 5);
    assertThat(after.median()).isNotNull();
    assertThat(new Visit(port).get("/numbers").body()).contains("مدة البت في الاعتراض");
  }

  private Contest opened(ShiftId shift, Ground ground, int hours) {
    return opened(amina, shift, ground, hours);
  }

  /** @param hours what the volunteer says to have given from eight on; 0: says nothing */
  private Contest opened(AccountId person, ShiftId shift, Ground ground, int hours) {
    Ask ask = contests.about(person, shift).orElseThrow();
    Span said = hours == 0 ? null : new Span(ask.hours().from(), ask.hours().from().plus(Duration.ofHours(hours)));
    return contests.look(person, contests.open(ask, ground, said, "بقيت إلى الظهر", null));
  }

  private Contest answered(Contest contest, boolean agrees) {
    assertThat(contests.answer(scene.coordinator, contest.id(), agrees, "القائمة عندنا", null)).isTrue();
    return contests.look(contest.volunteer(), contest.id());
  }

  private Settled settle(AccountId by, Contest contest, Verdict verdict) {
    return contests.settle(by, contest.id(), verdict, null, WHY, null);
  }

  private String claim(ShiftId shift) {
    return db.sql("select id::text from hours.claim where shift_id = :shift").param("shift", shift.value()).query(String.class).single();
  }

  private List<String> told(AccountId person) {
    return db.sql("select kind from notices.notice where account_id = :person").param("person", person.value()).query(String.class).list();
  }

  private List<String> lines(AccountId person) {
    return db.sql("select minutes || ' ' || grade from hours.entry where volunteer_id = :person order by id").param("person", person.value())
        .query(String.class).list();
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
