package dz.linatatawwa.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.figures.Division;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.impact.Reach.Line;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class ImpactTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Impact impact;
  @Autowired Plans plans;
  @Autowired Dictionary dictionary;
  AccountId owner;
  long organization;
  long opportunity;
  long campaign;
  ShiftId shift;
  Visit visit;

  @BeforeEach
  void aCampaignWithADayThatIsOver() {
    Scene scene = new Scene(db);
    owner = scene.account("أمينة");
    organization = scene.organization(owner);
    opportunity = scene.opportunity(organization, "at-once", 16);
    shift = scene.shift(opportunity, Instant.now().minus(Duration.ofHours(5)), Duration.ofHours(4), 5);
    campaign = db.sql("""
        insert into opportunities.campaign (organization_id, title, starts_on, ends_on, state, published_at) values (:id, 'غرس ألف شجرة', current_date - 9, current_date + 9, 'published', now())
        returning id""").param("id", organization).query(Long.class).single();
    db.sql("update opportunities.opportunity set campaign_id = :campaign where id = :id").param("campaign", campaign).param("id", opportunity).update();
    visit = Visit.as(port, owner);
  }

  private void goods(String kind, String unit, int quantity) {
    db.sql("insert into daybook.goods (shift_id, key, kind, what, quantity, unit, written_by) values (:shift, :key, :kind, 'قفازات', :quantity, :unit, :by)")
        .param("shift", shift.value()).param("key", UUID.randomUUID().toString()).param("kind", kind).param("quantity", quantity).param("unit", unit).param("by", owner.value()).update();
  }

  private void closeTheDay() {
    db.sql("insert into attendance.closure (shift_id, closed_by, came, no_shows, proposed) values (:shift, :by, 1, 0, 0)").param("shift", shift.value()).param("by", owner.value()).update();
  }

  private static List<String> said(List<Line> lines) {
    return lines.stream().map(line -> line.code() + " " + line.reached() + "/" + line.planned()).toList();
  }

  @Test
  void unitsOfClosedDaysAndThoseWrittenByHandAreReachedAndACampaignsPlanStandsForItsOpportunities() {
    db.sql("update opportunities.opportunity set wilaya_code = '16', commune_code = '1601' where id = :id").param("id", opportunity).update();
    visit.post(desk("opportunities", opportunity) + "/plan", "planned-unit", "trees", "planned-quantity", "٥٠");
    assertThat(said(impact.toward(new Target.OfCampaign(new CampaignId(campaign))))).containsExactly("trees 0/50");
    visit.post(desk("campaigns", campaign) + "/plan", "planned-unit", "trees", "planned-quantity", "1000");
    goods("achieved", "trees", 40);
    assertThat(said(impact.toward(new Target.OfCampaign(new CampaignId(campaign))))).as("an open day tells nothing").containsExactly("trees 0/1000");
    closeTheDay();
    visit.post(desk("campaigns", campaign) + "/reached", "reached-unit", "meals", "reached-quantity", "7", "day", LocalDate.now(Words.ZONE).toString(), "note", "قفة");
    assertThat(said(impact.toward(new Target.OfCampaign(new CampaignId(campaign))))).containsExactly("trees 40/1000", "meals 7/0");
    assertThat(said(impact.toward(new Target.OfOpportunity(new OpportunityId(opportunity))))).containsExactly("trees 40/50");
    Period period = Period.days(LocalDate.now(Words.ZONE).minusDays(20), LocalDate.now(Words.ZONE).plusDays(20));
    assertThat(said(impact.of(new Scope.OfOrganization(new OrganizationId(organization)), period).lines())).containsExactly("trees 40/1000", "meals 7/0");
    assertThat(said(impact.of(new Scope.OfCommune(new CommuneCode("1601")), period).lines())).as("campaigns have no place").containsExactly("trees 40/50");
    assertThat(impact.of(new Scope.OfWilaya(new WilayaCode("31"), Division.W69), period).lines()).isEmpty();
    assertThat(impact.of(new Scope.OfOrganization(new OrganizationId(organization)), Period.year(2020)).lines()).isEmpty();
  }

  @Test
  void materialsAreWhatClosedDaysUsedAndBroughtBack() {
    goods("used", "pieces", 12);
    goods("returned", "pieces", 5);
    goods("used", "litres", 3);
    closeTheDay();
    Period period = Period.twelveMonthsTo(LocalDate.now(Words.ZONE));
    assertThat(impact.of(new Scope.OfOrganization(new OrganizationId(organization)), period).materials())
        .extracting(material -> material.code() + " " + material.used() + " " + material.returned()).containsExactly("pieces 12 5", "litres 3 0");
  }

  @Test
  void everybodySeesTheBarOfACampaignAndWhatAnOpportunityReached() {
    visit.post(desk("campaigns", campaign) + "/plan", "planned-unit", "trees", "planned-quantity", "100");
    assertThat(new Visit(port).get("/campaigns/" + campaign).page().select(".impact-units progress[max=100]")).hasSize(1);
    assertThat(new Visit(port).get("/opportunities/" + opportunity).page().select(".impact-units")).isEmpty();
    goods("achieved", "trees", 40);
    closeTheDay();
    plans.drop(new Target.OfOpportunity(new OpportunityId(opportunity)), "trees");
    assertThat(new Visit(port).get("/opportunities/" + opportunity).page().select(".impact-units").text()).contains("40");
    assertThat(new Visit(port).get("/campaigns/" + campaign).page().select(".impact-units progress").attr("value")).isEqualTo("40");
    assertThat(new Visit(port).get("/campaigns/" + campaign).body()).contains("100 شجرة");
  }

  @Test
  void aLineByHandIsTakenOutAndPutBackAndNothingWrongIsKept() {
    String here = desk("opportunities", opportunity);
    assertThat(visit.get(here).status()).isEqualTo(200);
    var wrong = visit.post(here + "/reached", "reached-unit", "boxes", "reached-quantity", "0", "day", LocalDate.now(Words.ZONE).plusDays(1).toString(), "note", "كلام");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.page().select(".error-summary li")).hasSize(3);
    assertThat(wrong.page().getElementById("note").val()).isEqualTo("كلام");
    visit.post(here + "/reached", "reached-unit", "books", "reached-quantity", "9", "day", LocalDate.now(Words.ZONE).toString(), "note", "");
    Target target = new Target.OfOpportunity(new OpportunityId(opportunity));
    long line = plans.reached(target).getFirst().id();
    visit.post(here + "/reached/" + line + "/removal");
    assertThat(impact.toward(target)).isEmpty();
    visit.post(here + "/reached/" + line + "/return");
    assertThat(said(impact.toward(target))).containsExactly("books 9/0");
    assertThat(visit.post(desk("campaigns", campaign) + "/reached/" + line + "/removal").status()).as("not one of the campaign").isEqualTo(404);
  }

  @Test
  void strangersAndOtherOrganisationsHaveNoSuchPage() {
    AccountId stranger = new Scene(db).account("غريب");
    long foreign = new Scene(db).organization(stranger);
    assertThat(Visit.as(port, stranger).get(desk("opportunities", opportunity)).status()).isEqualTo(404);
    assertThat(Visit.as(port, stranger).get("/organizations/" + foreign + "/desk/impact/opportunities/" + opportunity).status()).isEqualTo(404);
    assertThat(Visit.as(port, stranger).post(desk("campaigns", campaign) + "/plan", "planned-unit", "trees", "planned-quantity", "1").status()).isEqualTo(404);
  }

  @Test
  void administratorsMakeTheListLongerWithItsPlurals() {
    Visit administrator = Visit.as(port, SignIn.administrator("نادية"));
    String[] typed = {"code", "benches-painted", "ar-label", "مقاعد مدهونة", "ar-one", "مقعد واحد", "ar-two", "مقعدان", "ar-few", "# مقاعد", "ar-many", "# مقعدًا", "ar-other", "# مقعد",
        "fr-label", "Bancs peints", "fr-one", "# banc", "fr-other", "# bancs", "en-label", "Benches painted", "en-one", "# bench", "en-other", "benches"};
    assertThat(administrator.post("/administration/units", typed).page().getElementById("en-other-problem")).as("no # in it").isNotNull();
    typed[typed.length - 1] = "# benches";
    assertThat(administrator.post("/administration/units", typed).status()).isEqualTo(303);
    assertThat(administrator.post("/administration/units", typed).status()).as("twice").isEqualTo(422);
    visit.post(desk("opportunities", opportunity) + "/plan", "planned-unit", "benches-painted", "planned-quantity", "11");
    Line line = impact.toward(new Target.OfOpportunity(new OpportunityId(opportunity))).getFirst();
    Words arabic = dictionary.in(Language.AR);
    assertThat(List.of(1L, 2L, 3L, 11L, 100L)).extracting(number -> line.counted(arabic, number)).containsExactly("مقعد واحد", "مقعدان", "3 مقاعد", "11 مقعدًا", "100 مقعد");
    assertThat(line.counted(dictionary.in(Language.FR), 2)).isEqualTo("2 bancs");
    assertThat(line.name(dictionary.in(Language.EN))).isEqualTo("Benches painted");
    administrator.post("/administration/units/benches-painted/retirement");
    assertThat(plans.unitOf("benches-painted")).isEmpty();
    assertThat(impact.toward(new Target.OfOpportunity(new OpportunityId(opportunity)))).as("what was planned stays readable").hasSize(1);
    assertThat(Visit.as(port, SignIn.account("أمينة")).get("/administration/units").status()).isEqualTo(404);
  }

  private String desk(String kind, long id) {
    return "/organizations/" + organization + "/desk/impact/" + kind + "/" + id;
  }
}
