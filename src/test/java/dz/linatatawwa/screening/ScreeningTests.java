package dz.linatatawwa.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.OpportunityShown;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.reports.Scene;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorldTest
class ScreeningTests {

  private static final Conditions MONEY = new Conditions(false, null, null, List.of("رسوم التسجيل"), false, 0, 0, "", false);

  @Autowired Screening screening;
  @Autowired Matters matters;
  @Autowired Listings listings;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @AfterEach
  void noRuleOutlivesItsTest() {
    db.sql("update screening.rule set ended_at = now(), ended_by = made_by where ended_at is null").update();
  }

  private static SignedIn as(AccountId id) {
    return new SignedIn(id, "مشرف", Language.AR, false);
  }

  private static LocalDate later() {
    return LocalDate.now(Words.ZONE).plusDays(90);
  }

  private long rule(Scene scene, Conditions conditions) {
    return screening.write(as(scene.supervisor), new Draft("كلمات عن المال", new WilayaCode("19"), later(), conditions));
  }

  private OpportunityId asking(Scene scene) {
    OpportunityId id = scene.opportunity(scene.organization, "رحلة إلى الغابة", "19", "1901");
    db.sql("update opportunities.opportunity set description = 'نخرج معا إلى الغابة، وتُدفع رُسوم التسجيل عند الباب' where id = :id").param("id", id.value()).update();
    return id;
  }

  private void shown(OpportunityId id) {
    transaction.executeWithoutResult(status -> events.publishEvent(new OpportunityShown(id)));
  }

  private int status(OpportunityId id) {
    return new Visit(port).get("/opportunities/" + id).status();
  }

  private long hold(OpportunityId id) {
    return db.sql("select max(id) from screening.hold where opportunity_id = :id").param("id", id.value()).query(Long.class).single();
  }

  @Test
  void thePreviewTellsWhatTheRuleThenHolds() {
    Scene scene = new Scene(db, listings);
    OpportunityId asking = asking(scene);
    Touched touched = screening.preview(new WilayaCode("19"), MONEY);
    assertThat(touched.first()).extracting(found -> found.offer().id()).contains(asking).doesNotContain(scene.opportunity);
    assertThat(touched.total()).isEqualTo(touched.first().size());
    assertThat(touched.looked()).isGreaterThanOrEqualTo(2);
    assertThat(screening.preview(new WilayaCode("31"), MONEY).total()).isZero();
    long rule = rule(scene, MONEY);
    assertThat(status(asking)).as("what is published stays so").isEqualTo(200);
    shown(asking);
    shown(scene.opportunity);
    assertThat(status(asking)).isEqualTo(404);
    assertThat(status(scene.opportunity)).isEqualTo(200);
    Matter matter = Scene.waiting(matters, "opportunity-screening", hold(asking));
    assertThat(Visit.as(port, scene.supervisor).get("/supervision/" + matter.id().value()).body()).contains("القاعدة " + rule).contains("رسوم التسجيل");
    assertThat(screening.heldBy(screening.look(as(scene.supervisor), rule))).singleElement().satisfies(held -> assertThat(held.outcome()).isEqualTo("waits"));
  }

  @Test
  void whatWasLetPassIsNotHeldAgainForTheSameButForSomethingElse() {
    Scene scene = new Scene(db, listings);
    OpportunityId asking = asking(scene);
    rule(scene, new Conditions(false, null, null, List.of("رسوم التسجيل", "تحويل بريدي"), false, 0, 0, "", false));
    shown(asking);
    Scene.decide(matters, scene.supervisor, "opportunity-screening", hold(asking), "shown", "in-order");
    assertThat(status(asking)).isEqualTo(200);
    shown(asking);
    assertThat(status(asking)).isEqualTo(200);
    db.sql("update opportunities.opportunity set access = 'عبر تحويل بريدي' where id = :id").param("id", asking.value()).update();
    shown(asking);
    assertThat(status(asking)).isEqualTo(404);
  }

  @Test
  void whatIsSentBackIsADraftAgainAndWaitsAgainWhenItIsPublishedUnchanged() {
    Scene scene = new Scene(db, listings);
    OpportunityId asking = asking(scene);
    rule(scene, MONEY);
    shown(asking);
    Scene.decide(matters, scene.supervisor, "opportunity-screening", hold(asking), "sent-back", "asks-for-money");
    assertThat(db.sql("select state from opportunities.opportunity where id = :id").param("id", asking.value()).query(String.class).single()).isEqualTo("draft");
    Visit owner = Visit.as(port, scene.owner);
    String desk = "/organizations/" + scene.organization + "/desk/opportunities/" + asking;
    assertThat(owner.post(desk + "/publication").status()).isEqualTo(303);
    assertThat(owner.get(desk).body()).contains("ينظر فيها مشرف");
    assertThat(status(asking)).isEqualTo(404);
    assertThat(matters.waiting("opportunity-screening", hold(asking))).isPresent();
  }

  @Test
  void whoHasAPlaceKeepsItAndTheOpportunityComesBackOnceItIsMended() {
    Scene scene = new Scene(db, listings);
    OpportunityId asking = asking(scene);
    db.sql("update opportunities.shift set taken = 1 where opportunity_id = :id").param("id", asking.value()).update();
    rule(scene, MONEY);
    shown(asking);
    Scene.decide(matters, scene.supervisor, "opportunity-screening", hold(asking), "sent-back", "asks-for-money");
    assertThat(status(asking)).isEqualTo(404);
    db.sql("update opportunities.opportunity set description = 'نخرج معا إلى الغابة دون أي مقابل مالي' where id = :id").param("id", asking.value()).update();
    shown(asking);
    assertThat(status(asking)).isEqualTo(200);
  }

  @Test
  void theFirstOpportunityOfAnOrganisationIsHeldWhereARuleSaysSo() {
    Scene scene = new Scene(db, listings);
    rule(scene, new Conditions(false, null, null, List.of(), true, 0, 0, "", false));
    OpportunityId second = scene.opportunity(scene.organization, "الفرصة الثانية للجمعية", "19", "1901");
    shown(second);
    assertThat(status(second)).isEqualTo(200);
    shown(scene.opportunity);
    assertThat(status(scene.opportunity)).isEqualTo(404);
  }

  @Test
  void supervisorsWriteForTheirOwnPlaceEveryVersionHasAnAuthorAndNoneIsRewritten() {
    Scene scene = new Scene(db, listings);
    assertThatThrownBy(() -> screening.write(as(scene.oran), new Draft("لسطيف", new WilayaCode("19"), later(), MONEY))).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> screening.write(as(scene.supervisor), new Draft("للوطن", null, later(), MONEY))).isInstanceOf(NotFound.class);
    long rule = rule(scene, MONEY);
    assertThatThrownBy(() -> screening.change(as(scene.oran), rule, new Draft("x", new WilayaCode("19"), later(), MONEY))).isInstanceOf(NotFound.class);
    assertThat(screening.change(as(scene.nation), rule, new Draft("نسخة الوطن", new WilayaCode("19"), later(), MONEY))).isTrue();
    assertThat(screening.versions(screening.look(as(scene.supervisor), rule))).extracting(ScreeningRule::version, ScreeningRule::writtenBy)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2, scene.nation), org.assertj.core.groups.Tuple.tuple(1, scene.supervisor));
    assertThatThrownBy(() -> db.sql("update screening.wording set title = 'xxx' where rule_id = :id").param("id", rule).update()).isInstanceOf(DataAccessException.class);
    assertThat(screening.end(as(scene.supervisor), rule)).isTrue();
    assertThat(screening.end(as(scene.supervisor), rule)).isFalse();
    OpportunityId asking = asking(scene);
    shown(asking);
    assertThat(status(asking)).as("an ended rule holds nothing").isEqualTo(200);
  }

  @Test
  void aRuleIsTriedBeforeItIsWrittenAndARuleWithoutConditionsIsRefused() {
    Scene scene = new Scene(db, listings);
    asking(scene);
    Visit visit = Visit.as(port, scene.supervisor);
    String[] fields = {"title", "كلمات عن المال", "place", "19", "endsOn", later().toString(), "words", "رسوم التسجيل"};
    long before = db.sql("select count(*) from screening.rule").query(Long.class).single();
    Visit.Answer preview = visit.post("/supervision/rules", fields);
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.body()).contains("رحلة إلى الغابة");
    assertThat(db.sql("select count(*) from screening.rule").query(Long.class).single()).isEqualTo(before);
    String[] writing = java.util.stream.Stream.concat(java.util.Arrays.stream(fields), java.util.stream.Stream.of("do", "write")).toArray(String[]::new);
    Visit.Answer written = visit.post("/supervision/rules", writing);
    assertThat(written.leadsTo()).matches("/supervision/rules/\\d+");
    assertThat(visit.get(written.leadsTo()).body()).contains("رسوم التسجيل");
    assertThat(visit.post("/supervision/rules", "title", "بلا شروط", "place", "19", "endsOn", later().toString(), "do", "write").status()).isEqualTo(422);
    assertThat(visit.post("/supervision/rules", "title", "بعيد", "place", "31", "endsOn", later().toString(), "first", "true", "do", "write").status()).isEqualTo(422);
    assertThat(visit.post("/supervision/rules", "title", "قديم", "place", "19", "endsOn", "2020-01-01", "first", "true", "do", "write").status()).isEqualTo(422);
    assertThat(Visit.as(port, scene.owner).get("/supervision/rules").status()).isEqualTo(404);
  }
}
