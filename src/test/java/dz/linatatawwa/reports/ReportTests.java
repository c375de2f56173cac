package dz.linatatawwa.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Origin;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.OrganizationState;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Decided;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterFilter;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Thing;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class ReportTests {

  private static final Origin HERE = new Origin("192.0.2.7", "192.0.…", "Firefox, Linux");

  @Autowired Reports reports;
  @Autowired Matters matters;
  @Autowired Listings listings;
  @Autowired Organizations organizations;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void manyReportsAboutOneThingAreOneMatterAndTheSamePersonCountsOnce() {
    Scene scene = new Scene(db, listings);
    AccountId amina = SignIn.account("أمينة");
    assertThat(reports.file(amina, HERE, scene.thing(), ReportReason.WRONG_FACTS, "الموعد خطأ")).isInstanceOf(Filed.Counted.class);
    assertThat(reports.file(amina, HERE, scene.thing(), ReportReason.FRAUD, "")).isInstanceOf(Filed.Again.class);
    assertThat(reports.file(null, HERE, scene.thing(), ReportReason.WRONG_FACTS, "")).isInstanceOf(Filed.Counted.class);
    assertThat(reports.file(null, HERE, scene.thing(), ReportReason.WRONG_FACTS, "")).isInstanceOf(Filed.Again.class);
    assertThat(reports.file(null, new Origin("198.51.100.4", "198.51.…", "Chrome, Android"), scene.thing(), ReportReason.OTHER, "كلام")).isInstanceOf(Filed.Counted.class);
    long concern = scene.concern(scene.thing());
    assertThat(db.sql("select reports from reports.concern where id = :id").param("id", concern).query(Integer.class).single()).isEqualTo(3);
    assertThat(db.sql("select count(*) from supervision.matter where kind = 'report' and subject_id = :id").param("id", concern).query(Long.class).single()).isEqualTo(1);
    Scene.decide(matters, scene.supervisor, "report", concern, "left", "not-shown");
    assertThat(reports.file(amina, HERE, scene.thing(), ReportReason.WRONG_FACTS, "مرة أخرى")).isInstanceOf(Filed.Counted.class);
    assertThat(scene.concern(scene.thing())).isGreaterThan(concern);
  }

  @Test
  void dangerComesFirstWithTheShorterClock() {
    Scene scene = new Scene(db, listings);
    OpportunityId other = scene.opportunity(scene.organization, "تنظيف الحي القديم", "19", "1901");
    reports.file(SignIn.account("أول"), HERE, scene.thing(), ReportReason.WRONG_FACTS, "");
    reports.file(SignIn.account("ثان"), HERE, Thing.of("opportunity", other.value()), ReportReason.WRONG_FACTS, "");
    long urgent = scene.concern(Thing.of("opportunity", other.value()));
    Duration usual = left(urgent);
    reports.file(SignIn.account("ثالث"), HERE, Thing.of("opportunity", other.value()), ReportReason.MINORS, "أطفال ليلا");
    assertThat(usual).isGreaterThan(Duration.ofDays(4));
    assertThat(left(urgent)).isLessThan(Duration.ofHours(25));
    List<Long> queue = matters.queue(scene.supervisor, MatterFilter.waiting().ofKind("report"), 1).rows().stream().map(Matter::subjectId).toList();
    assertThat(queue).containsSubsequence(urgent, scene.concern(scene.thing()));
    assertThat(matters.queue(scene.oran, MatterFilter.waiting(), 1).rows()).extracting(Matter::subjectId).doesNotContain(urgent);
  }

  private Duration left(long concern) {
    Matter matter = Scene.waiting(matters, "report", concern);
    return Duration.between(matter.openedAt(), matter.dueAt());
  }

  @Test
  void manyAtOnceMakeOneConcernAndAreAllCounted() throws Exception {
    Scene scene = new Scene(db, listings);
    int people = 16;
    CyclicBarrier start = new CyclicBarrier(people);
    List<Callable<Filed>> tries = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      AccountId who = SignIn.account("مبلغ " + i);
      ReportReason reason = i % 4 == 0 ? ReportReason.DANGER : ReportReason.FRAUD;
      tries.add(() -> { start.await(); return reports.file(who, HERE, scene.thing(), reason, ""); });
    }
    assertThat(all(tries)).allMatch(Filed.Counted.class::isInstance);
    assertThat(db.sql("select count(*) from reports.concern where thing_id = :id and thing_kind = 'opportunity'").param("id", scene.thing().id()).query(Long.class).single())
        .isEqualTo(1);
    assertThat(db.sql("select reports from reports.concern where id = :id").param("id", scene.concern(scene.thing())).query(Integer.class).single()).isEqualTo(people);
  }

  @Test
  void aReportThatComesWithTheDecisionIsCountedBeforeOrOpensTheNext() throws Exception {
    for (int round = 0; round < 6; round++) {
      Scene scene = new Scene(db, listings);
      reports.file(SignIn.account("أول"), HERE, scene.thing(), ReportReason.FRAUD, "");
      long concern = scene.concern(scene.thing());
      CyclicBarrier start = new CyclicBarrier(2);
      Matter matter = Scene.waiting(matters, "report", concern);
      AccountId late = SignIn.account("متأخر");
      all(List.<Callable<Object>>of(() -> { start.await(); return reports.file(late, HERE, scene.thing(), ReportReason.DANGER, ""); },
          () -> { start.await(); return matters.decide(scene.supervisor, matter.id(), new Decision("warned", "fraud", "تنبيه أول قبل كل شيء")); }));
      long last = scene.concern(scene.thing());
      long counted = db.sql("select count(*) from reports.report r join reports.concern c on c.id = r.concern_id where c.thing_id = :id").param("id", scene.thing().id())
          .query(Long.class).single();
      long open = db.sql("select count(*) from reports.concern where id = :id and decided_at is null").param("id", last).query(Long.class).single();
      assertThat(counted).isEqualTo(2);
      assertThat(matters.waiting("report", last).isPresent()).as("an open concern has its matter").isEqualTo(open == 1);
    }
  }

  private static <T> List<T> all(List<Callable<T>> tries) throws Exception {
    List<T> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(tries.size())) {
      for (Future<T> answer : threads.invokeAll(tries)) answers.add(answer.get());
    }
    return answers;
  }

  @Test
  void whatIsHiddenLeavesEveryPageAtOnceAndComesBackOnceItIsMended() {
    Scene scene = new Scene(db, listings);
    String page = "/opportunities/" + scene.opportunity;
    Visit stranger = new Visit(port);
    assertThat(stranger.get(page).status()).isEqualTo(200);
    assertThat(stranger.get(page).status()).isEqualTo(200);
    reports.file(SignIn.account("مبلغ"), HERE, scene.thing(), ReportReason.WRONG_FACTS, "الموعد خطأ");
    long concern = scene.concern(scene.thing());
    Scene.decide(matters, scene.supervisor, "report", concern, "withheld", "wrong-facts");
    for (String path : List.of(page, page + ".ics", "/api/opportunities/" + scene.opportunity, page + "/apply")) assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
    assertThat(stranger.get("/opportunities?organization=" + scene.organization).body()).doesNotContain(page + "\"");
    assertThat(stranger.get("/organizations/" + scene.organization).body()).doesNotContain(page + "\"");
    assertThat(stranger.get("/reports/new?kind=opportunity&id=" + scene.opportunity).status()).isEqualTo(404);
    Visit owner = Visit.as(port, scene.owner);
    assertThat(owner.get("/organizations/" + scene.organization + "/desk/opportunities/" + scene.opportunity).page().select(".notice-error").text()).contains("لا يراها العموم");
    assertThat(owner.get("/organizations/" + scene.organization + "/desk/opportunities?state=withheld").body()).contains("غرس أشجار");
    owner.post("/organizations/" + scene.organization + "/desk/opportunities/" + scene.opportunity + "/publication");
    assertThat(stranger.get(page).status()).as("its own people cannot show it").isEqualTo(404);

    assertThat(owner.get("/reports/" + concern).body()).contains("معلومات غير صحيحة");
    assertThat(owner.post("/reports/" + concern + "/mending", "words", "لا").status()).isEqualTo(422);
    assertThat(owner.post("/reports/" + concern + "/mending", "words", "صححنا الموعد والمكان").status()).isEqualTo(303);
    Scene.decide(matters, scene.supervisor, "report-mended", concern, "kept", "not-enough");
    assertThat(stranger.get(page).status()).isEqualTo(404);
    assertThat(owner.post("/reports/" + concern + "/mending", "words", "صححنا كل شيء الآن").status()).isEqualTo(303);
    Scene.decide(matters, scene.supervisor, "report-mended", concern, "released", "mended");
    assertThat(stranger.get(page).status()).isEqualTo(200);
    assertThat(stranger.get("/opportunities?organization=" + scene.organization).body()).contains(page + "\"");
  }

  @Test
  void thoseWhoAnswerForItLearnWhatWasDecidedAndThoseWhoReportedThatItWas() {
    Scene scene = new Scene(db, listings);
    AccountId amina = SignIn.account("أمينة");
    reports.file(amina, HERE, scene.thing(), ReportReason.FRAUD, "طلبوا مني مالا");
    Scene.decide(matters, scene.supervisor, "report", scene.concern(scene.thing()), "removed", "fraud");
    String owner = told(scene.owner);
    assertThat(owner).contains("سُحب").contains("احتيال").doesNotContain("طلبوا مني مالا").doesNotContain("أمينة");
    assertThat(told(amina)).contains("شكرًا على بلاغك").contains("اتخذ إجراء");
    assertThat(Visit.as(port, amina).get("/reports/mine").body()).contains("اتُّخذ إجراء").contains("طلبوا مني مالا");
    assertThat(Visit.as(port, amina).get("/reports/" + scene.concern(scene.thing())).status()).isEqualTo(404);
  }

  private String told(AccountId person) {
    return String.join("\n", db.sql("select title || ' ' || body from notices.notice where account_id = :id").param("id", person.value()).query(String.class).list());
  }

  @Test
  void neitherWhoReportedNorWhoAnswersForItDecides() {
    Scene scene = new Scene(db, listings);
    AccountId both = scene.supervisor("مشرف يبلغ", "19");
    AccountId member = scene.supervisor("مشرف عضو", "19");
    scene.member(scene.organization, member, "coordinator");
    reports.file(both, HERE, scene.thing(), ReportReason.FRAUD, "");
    Matter matter = Scene.waiting(matters, "report", scene.concern(scene.thing()));
    Decision decision = new Decision("warned", "fraud", "تنبيه بعد الاطلاع على الملف");
    assertThat(matters.decide(both, matter.id(), decision)).isInstanceOf(Decided.Partial.class);
    assertThat(matters.decide(member, matter.id(), decision)).isInstanceOf(Decided.Partial.class);
    assertThat(matters.decide(scene.supervisor, matter.id(), decision)).isInstanceOf(Decided.Done.class);
  }

  @Test
  void aSupervisorSuspendsInTheirTerritoryAndAsksTheOthersElsewhere() {
    Scene scene = new Scene(db, listings);
    reports.file(SignIn.account("مبلغ"), HERE, scene.thing(), ReportReason.DANGER, "");
    Scene.decide(matters, scene.supervisor, "report", scene.concern(scene.thing()), "suspended", "danger");
    assertThat(organizations.find(scene.organization).orElseThrow().state()).isEqualTo(OrganizationState.SUSPENDED);

    OrganizationId setif = scene.organization("جمعية سطيف التي تعمل في وهران", "19", "1901");
    OpportunityId away = scene.opportunity(setif, "حملة في وهران", "31", "3101");
    Thing thing = Thing.of("opportunity", away.value());
    reports.file(SignIn.account("مبلغ من وهران"), HERE, thing, ReportReason.FRAUD, "");
    Scene.decide(matters, scene.oran, "report", scene.concern(thing), "suspended", "fraud");
    assertThat(organizations.find(setif).orElseThrow().verified()).as("Oran has no power over an organisation of Sétif").isTrue();
    assertThat(new Visit(port).get("/opportunities/" + away).status()).isEqualTo(404);
    long about = scene.concern(Thing.of("organization", setif.value()));
    Scene.decide(matters, scene.supervisor, "report", about, "suspended", "fraud");
    assertThat(organizations.find(setif).orElseThrow().state()).isEqualTo(OrganizationState.SUSPENDED);
  }

  @Test
  void theFormWorksWithoutAnAccountKeepsWhatWasTypedAndRefusesHiddenLetters() {
    Scene scene = new Scene(db, listings);
    Visit stranger = new Visit(port);
    String page = "/opportunities/" + scene.opportunity;
    assertThat(stranger.get(page).page().select(".report a").attr("href")).isEqualTo("/reports/new?kind=opportunity&id=" + scene.opportunity);
    assertThat(stranger.get("/reports/new?kind=opportunity&id=" + scene.opportunity).status()).isEqualTo(200);
    String[] fields = {"kind", "opportunity", "id", scene.opportunity.toString(), "reason", "other", "words", ""};
    assertThat(stranger.post("/reports", fields).status()).isEqualTo(422);
    Visit.Answer deceiving = stranger.post("/reports", "kind", "opportunity", "id", scene.opportunity.toString(), "reason", "fraud", "words", "يطلبون \u202Eلام");
    assertThat(deceiving.status()).isEqualTo(422);
    assertThat(deceiving.page().select("input[name=reason][value=fraud]").hasAttr("checked")).isTrue();
    assertThat(stranger.post("/reports", "kind", "opportunity", "id", scene.opportunity.toString(), "reason", "fraud", "words", "x".repeat(1001)).status()).isEqualTo(422);
    Visit.Answer sent = stranger.post("/reports", "kind", "opportunity", "id", scene.opportunity.toString(), "reason", "fraud", "words", "يطلبون مالا");
    assertThat(sent.leadsTo()).isEqualTo(page);
    assertThat(stranger.get(page).body()).contains("وصل بلاغك");
    for (String bad : List.of("kind=opportunity&id=0", "kind=opportunity&id=999999999", "kind=nothing&id=1", "kind=day-picture&id=00000000-0000-0000-0000-000000000000", "kind=%00&id=1", "")) {
      assertThat(stranger.get("/reports/new?" + bad).status()).as(bad).isEqualTo(404);
    }
  }

  @Test
  void strangersOfOneNetworkWaitAfterTwentyInAnHour() {
    Scene scene = new Scene(db, listings);
    Origin busy = new Origin("203.0.113.9", "203.0.…", "Firefox, Linux");
    for (int i = 0; i < 20; i++) {
      assertThat(reports.file(null, new Origin(busy.network(), busy.place(), "device " + i), scene.thing(), ReportReason.FRAUD, "")).isInstanceOf(Filed.Counted.class);
    }
    assertThat(reports.file(null, busy, scene.thing(), ReportReason.FRAUD, "")).isInstanceOf(Filed.TooOften.class);
    assertThat(reports.file(SignIn.account("بحساب"), busy, scene.thing(), ReportReason.FRAUD, "")).isInstanceOf(Filed.Counted.class);
  }

  @Test
  void marksOfStrangersLeadNowhereAfterTheirTime() {
    Scene scene = new Scene(db, listings);
    reports.file(null, HERE, scene.thing(), ReportReason.FRAUD, "");
    long concern = scene.concern(scene.thing());
    byte[] before = mark(concern);
    db.sql("update reports.report set at = now() - interval '100 days' where concern_id = :id").param("id", concern).update();
    new KeptInReports(new ReportTable(db)).retentions().getFirst().removing().before(java.time.Instant.now().minus(Duration.ofDays(90)));
    assertThat(mark(concern)).isNotEqualTo(before).hasSize(16);
    assertThat(new KeptInReports(new ReportTable(db)).retentions().getFirst().removing().before(java.time.Instant.now().minus(Duration.ofDays(90)))).isZero();
  }

  private byte[] mark(long concern) {
    return db.sql("select mark from reports.report where concern_id = :id").param("id", concern).query(byte[].class).single();
  }
}
