package dz.linatatawwa.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.OrganizationState;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Scene;
import dz.linatatawwa.organizations.Scope;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Bulk.Answer;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One decision on many matters. */
@WorldTest
class BulksTests {

  private static final Decision VERIFY = new Decision("verified", null, null);
  private static final Decision REFUSE = new Decision("refused", "unclear-papers", "الوصل غير مقروء، أرسلوا صورة أوضح");
  private static int number;

  @Autowired Bulks bulks;
  @Autowired BulkTable table;
  @Autowired Matters matters;
  @Autowired Powers powers;
  @Autowired Organizations organizations;
  @Autowired Audit audit;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @AfterEach
  void back() {
    TestClock.one().back();
  }

  @Test
  void eachMatterHasItsOwnAnswerAndTheLogHasTheWholeAndItsParts() {
    AccountId supervisor = supervisor("19");
    MatterId fits = matter("19");
    MatterId decided = matter("19");
    matters.decide(supervisor("19"), decided, VERIFY);
    OrganizationId own = organizations.register(Scene.profile("جمعية المشرف " + number++), supervisor);
    MatterId theirs = matters.waiting(Organizations.VERIFICATION, own.value()).orElseThrow().id();
    MatterId foreign = matter("31");
    assertThat(bulks.preview(supervisor, ids(fits, decided, theirs, foreign))).extracting(Bulks.Previewed::without)
        .containsExactlyInAnyOrder(null, "supervision.bulk.without.decided", "supervision.bulk.without.side");
    long id = bulks.decide(supervisor, ids(fits, decided, theirs, foreign), VERIFY);
    Bulk bulk = bulks.of(supervisor, id);
    assertThat(bulk.parts()).extracting(Bulk.Part::matter).as("what is foreign or concerns them is no part of it").containsExactlyInAnyOrder(fits, decided);
    assertThat(answer(bulk, fits)).isEqualTo(Answer.DONE);
    assertThat(answer(bulk, decided)).isEqualTo(Answer.ALREADY);
    assertThat(matters.waiting(Organizations.VERIFICATION, own.value())).isPresent();
    assertThat(audit.of("bulk", Long.toString(id))).singleElement().satisfies(line -> assertThat(line.details()).contains("\"number\": 2").contains(Long.toString(fits.value())));
    assertThat(audit.of("matter", Long.toString(fits.value())).getFirst().details()).contains("\"bulk\": " + id);
    assertThatThrownBy(() -> bulks.of(supervisor("19"), id)).isInstanceOf(NotFound.class);
  }

  @Test
  void itIsTakenBackWithinAQuarterOfAnHourAndTheReasonsSayWhatStays() {
    AccountId supervisor = supervisor("19");
    MatterId verified = matter("19");
    MatterId published = matter("19");
    long id = bulks.decide(supervisor, ids(verified, published), VERIFY);
    long organization = matters.find(published).orElseThrow().subjectId();
    db.sql("insert into opportunities.opportunity (organization_id, title, state, published_at, made_by, field_code, wilaya_code, commune_code, address, min_age, answer, summary, description)"
        + " values (:o, 'فرصة', 'published', now(), :by, 'ENV', '19', '1901', 'ساحة', 15, 'by-hand', 'غرس', 'غرس الأشجار')").param("o", organization).param("by", supervisor.value()).update();
    assertThat(bulks.undo(supervisor, id)).isTrue();
    assertThat(bulks.undo(supervisor, id)).as("once").isFalse();
    Bulk bulk = bulks.of(supervisor, id);
    assertThat(part(bulk, verified)).satisfies(part -> assertThat(part.undone()).isTrue());
    assertThat(part(bulk, published)).satisfies(part -> {
      assertThat(part.undone()).isFalse();
      assertThat(part.stays()).isEqualTo("organizations.undo.published");
    });
    Matter again = matters.find(verified).orElseThrow();
    assertThat(again.open()).isTrue();
    assertThat(again.claimedBy()).isEqualTo(supervisor);
    assertThat(organizations.find(new OrganizationId(again.subjectId())).orElseThrow().state()).isEqualTo(OrganizationState.WAITING);
    assertThat(organizations.find(new OrganizationId(organization)).orElseThrow().state()).isEqualTo(OrganizationState.VERIFIED);
    assertThat(audit.of("matter", Long.toString(verified.value())).getFirst().deed()).isEqualTo("matter.taken-back");
    assertThat(matters.decide(supervisor, verified, REFUSE)).as("it can be decided anew").isInstanceOf(Decided.Done.class);
  }

  @Test
  void afterAQuarterOfAnHourOrWithoutThePowerNothingIsTakenBack() {
    AccountId supervisor = supervisor("19");
    MatterId late = matter("19");
    long id = bulks.decide(supervisor, ids(late), REFUSE);
    TestClock.one().goAhead(Bulk.UNDO.plus(Duration.ofSeconds(1)));
    assertThat(bulks.undo(supervisor, id)).isFalse();
    assertThat(matters.find(late).orElseThrow().open()).isFalse();
    TestClock.one().back();
    AccountId former = supervisor("19");
    MatterId matter = matter("19");
    long second = bulks.decide(former, ids(matter), REFUSE);
    powers.end(SignIn.administrator("م"), powers.own(former).getFirst().id(), "انتهت المهمة");
    assertThat(bulks.undo(former, second)).isTrue();
    assertThat(bulks.of(former, second).parts()).singleElement().satisfies(part -> assertThat(part.stays()).isEqualTo("supervision.undo.foreign"));
    assertThat(matters.find(matter).orElseThrow().open()).isFalse();
  }

  @Test
  void whatWasCutOffIsGoneOnWithAndNothingIsDecidedTwice() {
    AccountId supervisor = supervisor("19");
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) ids.add(matter("19").value());
    long id = table.add(Organizations.VERIFICATION, VERIFY, ids, supervisor, TestClock.one().instant());
    matters.decide(supervisor, new MatterId(ids.getFirst()), VERIFY, id);
    table.answer(id, new MatterId(ids.getFirst()), Answer.DONE);
    bulks.goOn(supervisor, id);
    bulks.goOn(supervisor, id);
    assertThat(bulks.of(supervisor, id).count(Answer.DONE)).isEqualTo(4);
    assertThat(db.sql("select count(*) from supervision.audit where deed = 'matter.decided' and details ->> 'bulk' = :id").param("id", Long.toString(id)).query(Long.class).single()).isEqualTo(4);
  }

  @Test
  void thePageShowsWhatIsTouchedRefusesWithoutAReasonAndKeepsWhatWasTyped() {
    AccountId supervisor = supervisor("19");
    MatterId one = matter("19");
    MatterId two = matter("19");
    Visit visit = Visit.as(port, supervisor);
    assertThat(visit.get("/supervision/bulk").status()).isEqualTo(200);
    var preview = visit.get("/supervision/bulk?m=" + one.value() + "&m=" + two.value()).page();
    assertThat(preview.select("input[name=m][checked]")).hasSize(2);
    assertThat(preview.select("input[name=decision][value=verified]")).hasSize(1);
    Visit.Answer without = visit.post("/supervision/bulk", "m", "" + one.value(), "m", "" + two.value(), "decision", "refused", "reasonCode", "other", "reason", "قصير");
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.page().select("#reason-problem")).hasSize(1);
    assertThat(without.page().select("textarea[name=reason]").text()).isEqualTo("قصير");
    assertThat(visit.post("/supervision/bulk", "decision", "verified").status()).as("nothing ticked").isEqualTo(422);
    assertThat(visit.post("/supervision/bulk", "m", "x", "m", "-1", "m", "999999999999999999", "decision", "verified").status()).isEqualTo(422);
    Visit.Answer done = visit.post("/supervision/bulk", "m", "" + one.value(), "m", "" + two.value(), "m", "" + one.value(), "decision", "verified");
    assertThat(done.status()).isEqualTo(303);
    var answers = visit.get(done.leadsTo()).page();
    assertThat(answers.select(".pill-done")).hasSize(2);
    assertThat(visit.post(done.leadsTo() + "/reversal").status()).isEqualTo(303);
    assertThat(visit.get(done.leadsTo()).page().select(".pill-done")).isEmpty();
    assertThat(Visit.as(port, supervisor("19")).get(done.leadsTo()).status()).isEqualTo(404);
    assertThat(Visit.as(port, supervisor("19")).post(done.leadsTo() + "/reversal").status()).isEqualTo(404);
  }

  private static Answer answer(Bulk bulk, MatterId matter) {
    return part(bulk, matter).answer();
  }

  private static Bulk.Part part(Bulk bulk, MatterId matter) {
    return bulk.parts().stream().filter(part -> part.matter().equals(matter)).findFirst().orElseThrow();
  }

  private static List<Long> ids(MatterId... matters) {
    return Arrays.stream(matters).map(MatterId::value).toList();
  }

  private AccountId supervisor(String wilaya) {
    AccountId person = SignIn.account("مشرف " + number++);
    Office.give(person, wilaya);
    return person;
  }

  private MatterId matter(String wilaya) {
    String name = "جمعية الجملة " + number++;
    var profile = wilaya.equals("19") ? Scene.profile(name) : Scene.profile(name, null, Scope.WILAYA, Scene.ORAN, new CommuneCode("3101"));
    OrganizationId id = organizations.register(profile, SignIn.account("مالكة " + name));
    return matters.waiting(Organizations.VERIFICATION, id.value()).orElseThrow().id();
  }
}
