package dz.linatatawwa.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTests {

  private static final String DESCRIPTION = "نغرس مئتي شجرة مع سكان الحي ونسقيها";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Opportunities opportunities;

  OrganizationId hope;
  AccountId karim;
  Visit coordinator;
  Visit stranger;
  String desk;

  @BeforeAll
  void open() {
    Rows rows = new Rows(db);
    hope = rows.organization("جمعية الأمل", "Association El Amel", "verified");
    karim = SignIn.account("كريم");
    member(hope, karim, "coordinator");
    coordinator = Visit.as(port, karim);
    stranger = Visit.as(port, SignIn.account("غريب"));
    desk = "/organizations/" + hope + "/desk/opportunities";
  }

  @Test
  void aDraftBecomesAPublishedOpportunityThatVisitorsFind() {
    OpportunityId id = draft("تشجير حي المعبودة", "field", "ENV", "commune", "1901", "wilaya", "19", "description", DESCRIPTION);
    assertThat(new Visit(port).get("/opportunities/" + id).status()).isEqualTo(404);
    assertThat(coordinator.post(desk + "/" + id + "/publication").status()).as("no shift yet").isEqualTo(422);
    assertThat(coordinator.post(desk + "/" + id + "/shifts", shift(day(5), "08:00", "12:00", "20")).status()).isEqualTo(303);
    assertThat(coordinator.get(desk + "/" + id + "/preview").status()).isEqualTo(200);
    assertThat(coordinator.post(desk + "/" + id + "/publication").status()).isEqualTo(303);
    Visit visitor = new Visit(port);
    assertThat(visitor.get("/opportunities?q=" + encoded("المعبودة")).body()).contains("تشجير حي المعبودة");
    assertThat(visitor.get("/opportunities/" + id).body()).contains("/opportunities/" + id + "/apply?shift=").contains("جمعية الأمل");
    assertThat(visitor.get("/opportunities/" + id + ".ics").body()).contains("BEGIN:VEVENT").contains("SUMMARY:تشجير حي المعبودة");
    assertThat(visitor.get("/api/opportunities/" + id).body()).contains("\"capacity\":20");
  }

  @Test
  void whatKeepsADraftFromBeingPublishedStandsBesideItsField() {
    OpportunityId id = draft("");
    var answer = coordinator.post(desk + "/" + id + "/publication");
    assertThat(answer.status()).isEqualTo(422);
    for (String field : List.of("title", "field", "description", "commune")) {
      assertThat(answer.page().selectFirst("#" + field + "-problem")).as(field).isNotNull();
    }
    assertThat(answer.page().select(".error-summary a[href=#shifts]")).isNotEmpty();
  }

  @Test
  void anUnverifiedOrganisationMayDraftAndNotPublish() {
    OrganizationId waiting = new Rows(db).organization("جمعية تنتظر", null, "waiting");
    member(waiting, karim, "owner");
    String own = "/organizations/" + waiting + "/desk/opportunities";
    String made = coordinator.post(own, "title", "تنظيف الشاطئ", "field", "ENV", "commune", "1601", "wilaya", "16", "description", DESCRIPTION).leadsTo();
    String address = made.replace("#shifts", "");
    coordinator.post(address + "/shifts", shift(day(5), "08:00", "12:00", "20"));
    var answer = coordinator.post(address + "/publication");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("لم تُوثَّق بعد");
  }

  @Test
  void aFormWithFaultsComesBackWithReasonsAndWithWhatWasTyped() {
    var answer = coordinator.post(desk, "title", "غرس\u202E الأشجار", "minAge", "مئة", "commune", "لا توجد", "description", "وصف طويل بما يكفي ليقبل");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().selectFirst("#title-problem")).as("letters that turn the line around").isNotNull();
    assertThat(answer.page().selectFirst("#minAge-problem")).isNotNull();
    assertThat(answer.page().selectFirst("#commune-problem")).isNotNull();
    assertThat(answer.page().selectFirst("#description").text()).contains("وصف طويل");
    assertThat(answer.page().selectFirst("#minAge").val()).isEqualTo("مئة");
  }

  @Test
  void whatLooksLikeMarkupIsShownAsText() {
    OpportunityId id = published("<script>alert(1)</script> \"><img src=x>");
    for (String path : List.of("/opportunities/" + id, "/opportunities?organization=" + hope, desk + "/" + id, desk)) {
      assertThat(coordinator.get(path).body()).as(path).doesNotContain("<script>alert").doesNotContain("<img src=x").contains("alert(1)");
    }
  }

  @Test
  void anotherOrganisationsDeskDoesNotExist() {
    OpportunityId id = draft("تشجير");
    OrganizationId other = new Rows(db).organization("جمعية أخرى", null, "verified");
    member(other, karim, "owner");
    for (String path : List.of("", "/new", "/" + id, "/" + id + "/preview")) assertThat(stranger.get(desk + path).status()).as(path).isEqualTo(404);
    for (String path : List.of("", "/" + id, "/" + id + "/autosave", "/" + id + "/publication", "/" + id + "/closure", "/" + id + "/cancellation",
        "/" + id + "/copies", "/" + id + "/removal", "/" + id + "/shifts", "/" + id + "/series")) {
      assertThat(stranger.post(desk + path, "title", "x").status()).as(path).isEqualTo(404);
    }
    assertThat(coordinator.get("/organizations/" + other + "/desk/opportunities/" + id).status()).as("through another desk").isEqualTo(404);
    assertThat(new Visit(port).get(desk).status()).isEqualTo(303);
  }

  @Test
  void aReaderLooksAndChangesNothing() {
    AccountId reader = SignIn.account("قارئ");
    member(hope, reader, "reader");
    Visit visit = Visit.as(port, reader);
    OpportunityId id = draft("تشجير");
    assertThat(visit.get(desk + "/" + id).status()).isEqualTo(200);
    assertThat(visit.get(desk + "/" + id).page().select("form[action*=publication], form[action$=shifts]")).isEmpty();
    assertThat(visit.post(desk + "/" + id + "/publication").status()).isEqualTo(404);
  }

  @Test
  void aDraftSavesItself() {
    OpportunityId id = draft("تشجير");
    assertThat(coordinator.post(desk + "/" + id + "/autosave", "title", "تشجير الحي القديم", "minAge", "16").status()).isEqualTo(204);
    assertThat(opportunities.find(id).orElseThrow().title()).isEqualTo("تشجير الحي القديم");
    OpportunityId shown = published("حملة نظافة");
    assertThat(coordinator.post(desk + "/" + shown + "/autosave", "title", "x").status()).as("a published one is changed on purpose only").isEqualTo(409);
  }

  @Test
  void aWeeklyRepetitionSkipsItsExceptions() {
    OpportunityId id = draft("دروس أسبوعية");
    LocalDate friday = LocalDate.now(Words.ZONE).plusDays(2).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
    assertThat(coordinator.post(desk + "/" + id + "/series", "begins", "22:00", "ends", "02:00", "capacity", "١٢", "weekdays", "5", "weekdays", "6",
        "fromDay", friday.toString(), "toDay", friday.plusDays(15).toString(), "except", friday.plusDays(7) + "، " + friday.plusDays(8)).status()).isEqualTo(303);
    List<Shift> shifts = opportunities.shifts(id);
    assertThat(shifts).extracting(Shift::day).containsExactly(friday, friday.plusDays(1), friday.plusDays(14), friday.plusDays(15));
    assertThat(shifts).allSatisfy(shift -> {
      assertThat(shift.lastDay()).as("over midnight").isEqualTo(shift.day().plusDays(1));
      assertThat(shift.capacity()).isEqualTo(12);
    });
    coordinator.post(desk + "/" + id + "/shifts/" + shifts.get(1).id() + "/cancellation");
    assertThat(opportunities.shifts(id)).extracting(Shift::day).containsExactly(friday, friday.plusDays(14), friday.plusDays(15));
    assertThat(db.sql("select except_days::text from opportunities.series where opportunity_id = :id").param("id", id.value()).query(String.class).single())
        .contains(friday.plusDays(1).toString());
    assertThat(coordinator.post(desk + "/" + id + "/series", "begins", "08:00", "ends", "10:00", "capacity", "5", "fromDay", friday.toString(),
        "toDay", friday.plusDays(3).toString()).page().selectFirst("#weekdays-problem")).isNotNull();
  }

  @Test
  void everySecondWeekIsEverySecondWeek() {
    OpportunityId id = draft("كل أسبوعين");
    LocalDate friday = LocalDate.now(Words.ZONE).plusDays(2).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
    coordinator.post(desk + "/" + id + "/series", "begins", "08:00", "ends", "10:00", "capacity", "5", "weekdays", "5", "everyWeeks", "2",
        "fromDay", friday.toString(), "toDay", friday.plusDays(29).toString());
    assertThat(opportunities.shifts(id)).extracting(Shift::day).containsExactly(friday, friday.plusDays(14), friday.plusDays(28));
  }

  @Test
  void aShiftNeverHasFewerSeatsThanAreTaken() {
    OpportunityId id = published("قافلة");
    Shift shift = opportunities.shifts(id).getFirst();
    db.sql("update opportunities.shift set taken = 7 where id = :id").param("id", shift.id().value()).update();
    String address = desk + "/" + id + "/shifts/" + shift.id();
    assertThat(coordinator.get(address).status()).isEqualTo(200);
    assertThat(coordinator.post(address, shift(day(5), "08:00", "12:00", "6")).page().selectFirst("#capacity-problem")).isNotNull();
    assertThat(coordinator.post(address, shift(day(5), "08:00", "12:00", "7")).status()).isEqualTo(303);
    assertThat(coordinator.post(address, shift(day(5), "08:00", "08:05", "7")).page().selectFirst("#ends-problem")).isNotNull();
    assertThat(coordinator.post(address, shift(day(-3), "08:00", "12:00", "7")).page().selectFirst("#day-problem")).isNotNull();
    assertThat(coordinator.post(address, shift("2026-13-40", "25:00", "", "0")).page().select(".problem")).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void rolesStayWithinTheShift() {
    OpportunityId id = draft("توزيع");
    var tooMany = coordinator.post(desk + "/" + id + "/shifts", "day", day(5), "begins", "08:00", "ends", "12:00", "capacity", "3", "role1", "سائق",
        "places1", "2", "role2", "مسعف", "places2", "2");
    assertThat(tooMany.status()).isEqualTo(422);
    assertThat(tooMany.page().selectFirst("#role1").val()).isEqualTo("سائق");
    assertThat(coordinator.post(desk + "/" + id + "/shifts", "day", day(5), "begins", "08:00", "ends", "12:00", "capacity", "4", "role1", "سائق",
        "places1", "2", "role2", "مسعف", "places2", "2").status()).isEqualTo(303);
    assertThat(opportunities.shifts(id).getFirst().roles()).extracting(Shift.Role::name).containsExactly("سائق", "مسعف");
  }

  @Test
  void aCopyMovesItsShiftsAndIsADraft() {
    OpportunityId id = published("حملة شهرية");
    coordinator.post(desk + "/" + id + "/shifts", shift(day(8), "09:00", "11:00", "4"));
    String made = coordinator.post(desk + "/" + id + "/copies", "firstDay", day(33)).leadsTo();
    OpportunityId copy = new OpportunityId(Long.parseLong(made.replaceAll("\\D+$", "").replaceAll(".*/", "")));
    assertThat(opportunities.find(copy).orElseThrow().state()).isEqualTo(State.DRAFT);
    assertThat(opportunities.shifts(copy)).extracting(shift -> shift.day().toString()).containsExactly(day(33), day(36));
    assertThat(opportunities.shifts(copy)).allSatisfy(shift -> assertThat(shift.taken()).isZero());
    assertThat(coordinator.post(desk + "/" + id + "/copies", "firstDay", "غدا").status()).isEqualTo(422);
  }

  @Test
  void cancellingAsksForAReasonAndTakesItOffTheList() {
    OpportunityId id = published("حفل ختام");
    assertThat(coordinator.post(desk + "/" + id + "/cancellation", "reason", " ").status()).isEqualTo(422);
    assertThat(coordinator.post(desk + "/" + id + "/cancellation", "reason", "سوء الأحوال الجوية").status()).isEqualTo(303);
    assertThat(opportunities.shifts(id)).allSatisfy(shift -> assertThat(shift.state()).isEqualTo(Shift.State.CANCELLED));
    assertThat(new Visit(port).get("/opportunities/" + id).body()).contains("سوء الأحوال الجوية").doesNotContain("/apply?shift=");
    assertThat(listed(id)).isFalse();
    assertThat(coordinator.post(desk + "/" + id + "/publication").status()).as("a cancelled one stays cancelled").isEqualTo(404);
  }

  @Test
  void aClosedOneTakesNobodyAndMayOpenAgain() {
    OpportunityId id = published("ورشة");
    coordinator.post(desk + "/" + id + "/closure");
    assertThat(listed(id)).isFalse();
    assertThat(new Visit(port).get("/opportunities/" + id).body()).doesNotContain("/apply?shift=");
    assertThat(coordinator.post(desk + "/" + id + "/publication").status()).isEqualTo(303);
    assertThat(listed(id)).isTrue();
  }

  @Test
  void aPublishedOneKeepsWhatTheRulesAskForWhenItIsChanged() {
    OpportunityId id = published("مرافقة");
    var answer = coordinator.post(desk + "/" + id, "title", "م", "field", "ENV", "commune", "1901", "wilaya", "19", "description", DESCRIPTION);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(opportunities.find(id).orElseThrow().title()).isEqualTo("مرافقة");
    assertThat(coordinator.post(desk + "/" + id, "title", "مرافقة المسنين", "field", "ENV", "commune", "1920", "wilaya", "19", "description", DESCRIPTION,
        "minAge", "18").status()).isEqualTo(303);
    assertThat(new Visit(port).get("/opportunities?q=" + encoded("مرافقة المسنين") + "&commune=1920").body()).contains("/opportunities/" + id);
    assertThat(db.sql("select serialized_event from event_publication where event_type like '%OpportunityChanged' and serialized_event like :id")
        .param("id", "%" + id + "%").query(String.class).list()).as("people who applied will hear of it").anyMatch(event -> event.contains("place"));
  }

  @Test
  void anotherOrganisationJoinsACampaignAndAddsItsOpportunity() {
    OrganizationId friends = new Rows(db).organization("جمعية الأصدقاء", "Les Amis", "verified");
    AccountId amina = SignIn.account("أمينة");
    member(friends, amina, "owner");
    Visit guest = Visit.as(port, amina);
    String campaigns = "/organizations/" + hope + "/desk/campaigns";
    assertThat(coordinator.post(campaigns, "title", "", "startsOn", "", "endsOn", "x").page().select(".problem")).hasSize(3);
    String campaign = coordinator.post(campaigns, "title", "جزائر خضراء", "aim", "مليون شجرة", "startsOn", day(1), "endsOn", day(60)).leadsTo();
    String number = campaign.replaceAll(".*/", "");
    assertThat(new Visit(port).get("/campaigns/" + number).status()).isEqualTo(404);
    assertThat(coordinator.post(campaign + "/publication").status()).isEqualTo(303);
    assertThat(guest.post("/organizations/" + friends + "/desk/campaigns/" + number + "/membership").status()).as("not invited").isEqualTo(404);
    assertThat(coordinator.post(campaign + "/invitations", "guest", "https://example.dz/organizations/" + friends).status()).isEqualTo(303);
    assertThat(coordinator.post(campaign + "/invitations", "guest", "999999").status()).isEqualTo(422);
    assertThat(guest.get("/organizations/" + friends + "/desk/campaigns").body()).contains("جزائر خضراء");
    assertThat(guest.post("/organizations/" + friends + "/desk/campaigns/" + number + "/membership").status()).isEqualTo(303);
    String own = "/organizations/" + friends + "/desk/opportunities";
    String address = guest.post(own, "title", "غرس في العلمة", "field", "ENV", "commune", "1920", "wilaya", "19", "description", DESCRIPTION,
        "campaign", number).leadsTo().replace("#shifts", "");
    guest.post(address + "/shifts", shift(day(5), "08:00", "12:00", "20"));
    guest.post(address + "/publication");
    String page = new Visit(port).get("/campaigns/" + number).body();
    assertThat(page).contains("غرس في العلمة").contains("جمعية الأصدقاء").contains("جمعية الأمل");
    assertThat(new Visit(port).get("/campaigns").body()).contains("جزائر خضراء");
    assertThat(stranger.post(own, "title", "x").status()).isEqualTo(404);
    assertThat(coordinator.post(desk, "title", "فرصة", "campaign", "424242").page().selectFirst("#campaign-problem")).as("a campaign of others").isNotNull();
  }

  private OpportunityId draft(String title, String... more) {
    List<String> fields = new ArrayList<>(List.of("title", title));
    fields.addAll(List.of(more));
    String address = coordinator.post(desk, fields.toArray(String[]::new)).leadsTo();
    return new OpportunityId(Long.parseLong(address.replace("#shifts", "").replaceAll(".*/", "")));
  }

  private OpportunityId published(String title) {
    OpportunityId id = draft(title, "field", "ENV", "commune", "1901", "wilaya", "19", "description", DESCRIPTION);
    coordinator.post(desk + "/" + id + "/shifts", shift(day(5), "08:00", "12:00", "20"));
    assertThat(coordinator.post(desk + "/" + id + "/publication").status()).isEqualTo(303);
    return id;
  }

  private boolean listed(OpportunityId id) {
    return db.sql("select exists (select from opportunities.listing where opportunity_id = :id)").param("id", id.value()).query(Boolean.class).single();
  }

  private void member(OrganizationId organization, AccountId account, String role) {
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:organization, :account, :role)")
        .param("organization", organization.value()).param("account", account.value()).param("role", role).update();
  }

  private static String[] shift(String day, String begins, String ends, String capacity) {
    return new String[] {"day", day, "begins", begins, "ends", ends, "capacity", capacity};
  }

  private static String day(int days) {
    return LocalDate.now(Words.ZONE).plusDays(days).toString();
  }

  private static String encoded(String words) {
    return java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
  }
}
