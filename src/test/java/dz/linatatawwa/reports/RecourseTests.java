package dz.linatatawwa.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Origin;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.OrganizationState;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Standing;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Decided;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class RecourseTests {

  private static final Origin HERE = new Origin("192.0.2.8", "192.0.…", "Firefox, Linux");
  private static final Decision REVERSE = new Decision("reversed", "facts-wrong", "الوقائع لم تكن صحيحة");

  @Autowired Reports reports;
  @Autowired Recourses recourses;
  @Autowired Matters matters;
  @Autowired Listings listings;
  @Autowired Organizations organizations;
  @Autowired Standing standing;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @AfterEach
  void clock() {
    TestClock.one().back();
  }

  private long removed(Scene scene) {
    reports.file(SignIn.account("مبلغ"), HERE, scene.thing(), ReportReason.FRAUD, "");
    long concern = scene.concern(scene.thing());
    Scene.decide(matters, scene.supervisor, "report", concern, "removed", "fraud");
    return concern;
  }

  private Matter recourse(long ruling, String kind) {
    long id = db.sql("select id from reports.recourse where ruling_kind = :kind and ruling_id = :id").param("kind", kind).param("id", ruling).query(Long.class).single();
    return Scene.waiting(matters, "recourse", id);
  }

  @Test
  void aReversalUndoesWhatWasDoneAndIsSettledBySomebodyElse() {
    Scene scene = new Scene(db, listings);
    long concern = removed(scene);
    assertThat(recourses.ask(scene.owner, "report", concern, "لم نطلب مالا من أحد، والدليل مرفق")).isTrue();
    Matter matter = recourse(concern, "report");
    assertThat(matter.wilaya()).as("the nation hears it").isNull();
    assertThat(matters.decide(scene.nation, matter.id(), REVERSE)).isInstanceOf(Decided.Done.class);
    assertThat(new Visit(port).get("/opportunities/" + scene.opportunity).status()).isEqualTo(200);
    assertThat(recourses.of(scene.owner, "report", concern).recourse()).satisfies(it -> assertThat(it.settled().reversed()).isTrue());
    assertThat(Visit.as(port, scene.owner).get("/recourses/report/" + concern).body()).contains("القرار مُلغى");
  }

  @Test
  void whoDecidedDoesNotSettleAlsoWhereTheyLookAfterTheNation() {
    Scene scene = new Scene(db, listings);
    reports.file(SignIn.account("مبلغ"), HERE, scene.thing(), ReportReason.FRAUD, "");
    long concern = scene.concern(scene.thing());
    Scene.decide(matters, scene.nation, "report", concern, "removed", "fraud");
    recourses.ask(scene.owner, "report", concern, "لم نطلب مالا من أحد أبدا");
    Matter matter = recourse(concern, "report");
    assertThat(matters.decide(scene.nation, matter.id(), REVERSE)).isInstanceOf(Decided.Partial.class);
    assertThatThrownBy(() -> db.sql("update reports.recourse set outcome = 'upheld', settled_by = ruled_by, settled_at = now() where id = :id")
        .param("id", matter.subjectId()).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("settled_by_somebody_else");
    AccountId other = scene.supervisor("مشرفة وطنية أخرى", null);
    assertThat(matters.decide(other, matter.id(), REVERSE)).isInstanceOf(Decided.Done.class);
  }

  @Test
  void aDecisionIsContestedOnceAndWithinThirtyDays() {
    Scene scene = new Scene(db, listings);
    long concern = removed(scene);
    assertThat(recourses.ask(scene.owner, "report", concern, "القرار خاطئ من أساسه")).isTrue();
    assertThat(recourses.ask(scene.owner, "report", concern, "القرار خاطئ مرة أخرى")).isFalse();

    Scene late = new Scene(db, listings);
    long old = removed(late);
    TestClock.one().goAhead(Duration.ofDays(31));
    assertThat(recourses.ask(late.owner, "report", old, "فات الأجل ولكن نطلب")).isFalse();
    assertThatThrownBy(() -> db.sql("""
        insert into reports.recourse (ruling_kind, ruling_id, ruled_at, ruled_by, title, asked_by, asked_at, words)
        values ('report', 1, now() - interval '31 days', :by, 'x', :owner, now(), 'x')""").param("by", late.supervisor.value()).param("owner", late.owner.value()).update())
        .isInstanceOf(DataAccessException.class).hasMessageContaining("within_thirty_days");
  }

  @Test
  void strangersSeeNoDecisionOfOthers() {
    Scene scene = new Scene(db, listings);
    long concern = removed(scene);
    AccountId stranger = SignIn.account("غريب");
    assertThatThrownBy(() -> recourses.ask(stranger, "report", concern, "هذا ليس شأني أصلا")).isInstanceOf(NotFound.class);
    assertThat(Visit.as(port, stranger).get("/recourses/report/" + concern).status()).isEqualTo(404);
    assertThat(Visit.as(port, stranger).get("/recourses/nothing/1").status()).isEqualTo(404);
    assertThat(Visit.as(port, scene.owner).post("/recourses/report/" + concern, "words", "لا").status()).isEqualTo(422);
  }

  @Test
  void aSuspensionAndARefusedRegistrationAreReversedToo() {
    Scene scene = new Scene(db, listings);
    standing.suspend(scene.supervisor, scene.organization, "misuse", "استعمال في غير الغرض");
    long number = scene.organization.value();
    assertThat(new Visit(port).get("/opportunities?organization=" + number).body()).doesNotContain("/opportunities/" + scene.opportunity + "\"");
    assertThat(recourses.ask(scene.owner, "organization-state", number, "لم نستعملها في غير غرضها")).isTrue();
    assertThat(matters.decide(scene.supervisor("وطني", null), recourse(number, "organization-state").id(), REVERSE)).isInstanceOf(Decided.Done.class);
    assertThat(organizations.find(scene.organization).orElseThrow().state()).isEqualTo(OrganizationState.VERIFIED);
    assertThat(new Visit(port).get("/opportunities?organization=" + number).body()).contains("/opportunities/" + scene.opportunity + "\"");

    AccountId owner = SignIn.account("صاحبة الطلب");
    OrganizationId refused = organizations.register(dz.linatatawwa.organizations.Scene.profile("جمعية الطلب المرفوض"), owner);
    Scene.decide(matters, scene.supervisor, Organizations.VERIFICATION, refused.value(), "refused", "unclear-papers");
    assertThat(recourses.ask(owner, "organization-state", refused.value(), "الوثائق واضحة ومقروءة كلها")).isTrue();
    assertThat(matters.decide(scene.nation, recourse(refused.value(), "organization-state").id(), REVERSE)).isInstanceOf(Decided.Done.class);
    assertThat(organizations.find(refused).orElseThrow().verified()).isTrue();
  }

  @Test
  void aRecourseWhoseDecisionIsGoneTakesNothingBack() {
    Scene scene = new Scene(db, listings);
    standing.suspend(scene.supervisor, scene.organization, "misuse", "استعمال في غير الغرض");
    recourses.ask(scene.owner, "organization-state", scene.organization.value(), "لم نستعملها في غير غرضها");
    standing.reinstate(scene.supervisor, scene.organization, "زال السبب فرفع التوقيف");
    standing.suspend(scene.supervisor, scene.organization, "danger", "سبب آخر تماما هذه المرة");
    assertThat(matters.decide(scene.nation, recourse(scene.organization.value(), "organization-state").id(), REVERSE)).isInstanceOf(Decided.Done.class);
    assertThat(organizations.find(scene.organization).orElseThrow().state()).as("the new suspension was not contested").isEqualTo(OrganizationState.SUSPENDED);
  }
}
