package dz.linatatawwa.api;

import static dz.linatatawwa.api.OtherSystem.json;
import static dz.linatatawwa.api.OtherSystem.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What organisations do by their keys, under the rules of the pages. */
@WorldTest
class ApiDeedTests {

  private static final String OWN = "/api/v1/own/opportunities";
  private static final String DRAFT = """
      {"title": "Nettoyage de la plage", "field": "ENV", "commune": "1601", "description": "Ramasser et trier ce que la mer a rendu.", "minAge": 16}""";
  private static final String SHIFT = """
      {"day": "%s", "begins": "08:30", "ends": "12:30", "capacity": 20, "roles": [{"name": "Tri", "capacity": 4}]}""";

  @Autowired ApiKeys keys;
  @LocalServerPort int port;

  private final JdbcClient db = JdbcClient.create(TestDatabase.one());
  private KeyedBody body;
  private OtherSystem system;

  @BeforeEach
  void aBody() {
    body = new KeyedBody(db, keys);
    system = body.system(port);
  }

  private static String shift() {
    return SHIFT.formatted(LocalDate.now(Words.ZONE).plusDays(9));
  }

  @Test
  void anOpportunityIsDraftedGetsAShiftIsPublishedChangedAndCalledOff() {
    Visit.Answer drafted = system.post(OWN, DRAFT);
    assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
    String at = drafted.leadsTo();
    long id = json(drafted).path("id").asLong();
    assertThat(system.get("/api/v1/opportunities/" + id).status()).as("a draft is nobody else's").isEqualTo(404);
    Visit.Answer early = system.post(at + "/publication", "");
    assertThat(early.status()).isEqualTo(422);
    assertThat(json(early).path("errors").findValuesAsString("pointer")).contains("#/shifts");
    Visit.Answer added = system.post(at + "/shifts", shift());
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(json(added).path("roles").get(0).path("name").asString()).isEqualTo("Tri");
    assertThat(json(system.post(at + "/publication", "")).path("state").asString()).isEqualTo("published");
    assertThat(new OtherSystem(port, "").get("/api/v1/opportunities?organization=" + body.organization).body()).contains("Nettoyage de la plage");
    assertThat(new Visit(port).get("/opportunities/" + id).body()).contains("Nettoyage de la plage");
    String tag = system.get(at).header("ETag").orElseThrow();
    Visit.Answer changed = system.put(at, DRAFT.replace("Nettoyage", "Grand nettoyage"), tag);
    assertThat(json(changed).path("title").asString()).isEqualTo("Grand nettoyage de la plage");
    assertThat(system.post(added.leadsTo() + "/cancellation", "{\"reason\": \"La mer est trop forte\"}").status()).isEqualTo(200);
    assertThat(system.post(at + "/cancellation", "{\"reason\": \"x\"}").status()).as("a reason of one letter").isEqualTo(422);
    assertThat(json(system.post(at + "/cancellation", "{\"reason\": \"La mer est trop forte\"}")).path("state").asString()).isEqualTo("cancelled");
    assertThat(db.sql("select count(*) from supervision.audit where actor = :owner and deed like 'opportunity.%'").param("owner", body.owner.value()).query(Integer.class).single())
        .as("in its maker’s name").isGreaterThanOrEqualTo(3);
  }

  @Test
  void whatIsWrongIsSaidFieldByField() {
    Visit.Answer refused = system.post(OWN, "{\"title\": \"%s\", \"field\": \"NONE\", \"minAge\": 3, \"audiences\": []}".formatted("a".repeat(161)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(json(refused).path("errors").findValuesAsString("pointer")).containsExactlyInAnyOrder("#/title", "#/field", "#/minAge");
    assertThat(json(system.post(OWN, "{\"audiences\": [null, \"elephant\"]}")).path("errors").findValuesAsString("pointer")).containsExactly("#/audiences");
    assertThat(system.post(OWN, "{\"title\": \"turned \u202e around\"}").status()).isEqualTo(422);
    String at = system.post(OWN, DRAFT).leadsTo();
    JsonNode shift = json(system.post(at + "/shifts", "{\"day\": \"2020-01-01\", \"begins\": \"25:00\", \"ends\": \"12:00\", \"capacity\": 2, \"roles\": [{\"name\": \"Tri\", \"capacity\": 5}]}"));
    assertThat(shift.path("errors").findValuesAsString("pointer")).contains("#/begins", "#/roles/0/capacity");
  }

  @Test
  void nothingOfAnotherOrganisationIsSeenOrTouched() {
    KeyedBody other = new KeyedBody(db, keys);
    long foreign = other.scene.opportunity(other.organization, "by-hand", 18);
    ShiftId shift = other.scene.byDay(foreign, 5);
    long application = applied(other, shift, other.scene.volunteer("كمال", 1990));
    String one = OWN + "/" + foreign;
    String day = "/api/v1/own/shifts/" + shift;
    for (String path : new String[] {one, one + "/shifts", day, day + "/roster"}) assertThat(system.get(path).status()).as(path).isEqualTo(404);
    for (String path : new String[] {one + "/publication", one + "/closure", "/api/v1/own/applications/" + application + "/acceptance"}) {
      assertThat(system.post(path, "").status()).as(path).isEqualTo(404);
    }
    assertThat(system.put(one, DRAFT, "*").status()).isEqualTo(404);
    assertThat(system.post(one + "/shifts", shift()).status()).isEqualTo(404);
    assertThat(system.post(day + "/attendance", "{\"volunteer\": 1, \"deed\": \"check-in\"}").status()).isEqualTo(404);
    assertThat(system.get("/api/v1/own/applications?state=all").body()).contains("\"items\":[]");
    assertThat(system.get("/api/v1/own/programmes").status()).as("a partner's").isEqualTo(403);
    assertThat(db.sql("select state from participation.application where id = :id").param("id", application).query(String.class).single()).isEqualTo("pending");
  }

  private long applied(KeyedBody whose, ShiftId shift, AccountId volunteer) {
    return db.sql("insert into participation.application (shift_id, volunteer_id, state, answer_due, note) values (:shift, :who, 'pending', now() + interval '2 days', 'سآتي باكرا') returning id")
        .param("shift", shift.value()).param("who", volunteer.value()).query(Long.class).single();
  }

  @Test
  void applicationsAreReadAndAnsweredOnce() {
    ShiftId shift = body.scene.byDay(body.scene.opportunity(body.organization, "by-hand", 18), 5);
    AccountId karim = body.scene.volunteer("كريم والي", 1958);
    long first = applied(body, shift, karim);
    long second = applied(body, shift, body.scene.volunteer("ليلى", 1995));
    JsonNode items = json(system.get("/api/v1/own/applications")).path("items");
    assertThat(items.findValuesAsString("name")).containsExactly("كريم والي", "ليلى");
    assertThat(items.toString()).doesNotContain("+213");
    assertThat(json(system.post("/api/v1/own/applications/" + first + "/acceptance", "")).path("state").asString()).isEqualTo("accepted");
    assertThat(body.scene.taken(shift)).isEqualTo(1);
    Visit.Answer again = system.post("/api/v1/own/applications/" + first + "/acceptance", "");
    assertThat(again.status()).isEqualTo(409);
    assertThat(json(again).path("reason").asString()).isEqualTo("accepted");
    assertThat(system.post("/api/v1/own/applications/" + second + "/decline", "{\"reason\": \"whatever\"}").status()).isEqualTo(422);
    assertThat(json(system.post("/api/v1/own/applications/" + second + "/decline", "{\"reason\": \"full\", \"words\": \"في المرة القادمة\"}")).path("state").asString()).isEqualTo("declined");
    assertThat(db.sql("select count(*) from notices.notice where account_id = :who").param("who", karim.value()).query(Integer.class).single()).as("told").isPositive();
  }

  @Test
  void aMinorIsANumberUnlessTheKeyMayReadMinorsAndThenItIsLogged() {
    ShiftId shift = body.scene.byDay(body.scene.opportunity(body.organization, "by-hand", 15), 5);
    AccountId young = body.scene.volunteer("أنيس الصغير", LocalDate.now().getYear() - 16);
    applied(body, shift, young);
    String plain = system.get("/api/v1/own/applications").body();
    assertThat(plain).contains("\"minor\":true", "\"volunteer\":" + young.value()).doesNotContain("أنيس", "سآتي باكرا");
    assertThat(looks(young)).isZero();
    OtherSystem trusted = body.system(port, KeyScope.APPLICATIONS_READ, KeyScope.MINORS_READ);
    assertThat(trusted.get("/api/v1/own/applications").body()).contains("أنيس الصغير");
    assertThat(looks(young)).isEqualTo(1);
  }

  private int looks(AccountId person) {
    return db.sql("select count(*) from accounts.access where person = :who").param("who", person.value()).query(Integer.class).single();
  }

  @Test
  void theDayIsMarkedAndTheSameKeyIsAnsweredTheSame() {
    ShiftId shift = body.scene.today(body.scene.opportunity(body.organization, "at-once", 18), 5);
    AccountId karim = body.scene.volunteer("كريم والي", 1958);
    body.scene.seat(shift, karim);
    String day = "/api/v1/own/shifts/" + shift;
    String marking = "{\"volunteer\": %d, \"deed\": \"check-in\"}".formatted(karim.value());
    Visit.Answer done = system.post(day + "/attendance", marking, "mark-1");
    assertThat(json(done).path("outcome").asString()).as(done.body()).isEqualTo("done");
    assertThat(system.post(day + "/attendance", marking, "mark-1").body()).isEqualTo(done.body());
    assertThat(problem(system.post(day + "/attendance", marking.replace("check-in", "no-show"), "mark-1"))).isEqualTo("key-reused");
    assertThat(json(system.post(day + "/attendance", marking, "mark-2")).path("outcome").asString()).isEqualTo("already");
    assertThat(problem(system.post(day + "/attendance", marking, " "))).isEqualTo("idempotency-key-needed");
    Visit.Answer refused = system.post(day + "/attendance", "{\"volunteer\": %d, \"deed\": \"check-in\"}".formatted(body.scene.volunteer("عابر", 1980).value()), "mark-3");
    assertThat(json(refused).path("reason").asString()).isEqualTo("not-on-roster");
    assertThat(system.post(day + "/attendance", "{\"volunteer\": %d, \"deed\": \"check-out\"}".formatted(body.owner.value()), "mark-4").status()).as("no volunteer").isEqualTo(404);
    JsonNode roster = json(system.get(day + "/roster")).path("items");
    assertThat(roster.get(0).path("checkedInAt").asString()).isEqualTo(json(done).path("at").asString());
  }

  @Test
  void hoursAreReadInTheOrderInWhichTheyWereWrittenAndFiguresAddUp() {
    ShiftId shift = body.scene.today(body.scene.opportunity(body.organization, "at-once", 18), 5);
    long opportunity = db.sql("select opportunity_id from opportunities.shift where id = :id").param("id", shift.value()).query(Long.class).single();
    for (int i = 0; i < 3; i++) confirmed(body.scene.volunteer("متطوع", 1990), shift, opportunity);
    JsonNode part = json(system.get("/api/v1/own/hours?limit=2"));
    assertThat(part.path("items").size()).isEqualTo(2);
    JsonNode rest = json(system.get("/api/v1/own/hours?limit=2&after=" + part.path("next").asString()));
    assertThat(rest.path("items").size()).isEqualTo(1);
    assertThat(rest.path("next").isNull()).isTrue();
    assertThat(rest.path("items").get(0).path("minutes").asInt()).isEqualTo(60);
    JsonNode figures = json(system.get("/api/v1/own/figures"));
    assertThat(figures.path("minutes").asLong()).isEqualTo(180);
    assertThat(system.get("/api/v1/own/figures?from=1800-01-01").status()).isEqualTo(400);
    assertThat(system.get("/api/v1/own/figures?from=2026-05-01&to=2026-04-01").status()).isEqualTo(400);
  }

  private void confirmed(AccountId volunteer, ShiftId shift, long opportunity) {
    long claim = db.sql("""
        insert into hours.claim (volunteer_id, shift_id, opportunity_id, organization_id, during, minutes, grade, state, due_at, decided_at, decided_by)
        select :who, s.id, s.opportunity_id, :organization, tstzrange(s.starts_at, s.starts_at + interval '1 hour'), 60, 'A', 'confirmed', now(), now(), :owner
        from opportunities.shift s where s.id = :shift returning id
        """).param("who", volunteer.value()).param("organization", body.organization).param("owner", body.owner.value()).param("shift", shift.value()).query(Long.class).single();
    db.sql("""
        insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, wilaya_code, commune_code)
        values (:claim, :who, :day, 60, 'A', :organization, :opportunity, 'ENV', '19', '1901')
        """).param("claim", claim).param("who", volunteer.value()).param("day", LocalDate.now(Words.ZONE)).param("organization", body.organization).param("opportunity", opportunity).update();
  }

  @Test
  void aScopeThatWasNotGivenIsMissed() {
    OtherSystem reader = body.system(port, KeyScope.OPPORTUNITIES_READ);
    for (String path : new String[] {"applications", "hours", "figures"}) {
      Visit.Answer refused = reader.get("/api/v1/own/" + path);
      assertThat(refused.status()).as(path).isEqualTo(403);
      assertThat(problem(refused)).isEqualTo("scope-needed");
      assertThat(refused.header("WWW-Authenticate").orElse("")).contains("insufficient_scope", path.replace("applications", "applications:read"));
    }
    assertThat(reader.post(OWN, DRAFT).status()).isEqualTo(403);
    assertThat(json(reader.get(OWN)).path("items").isEmpty()).isTrue();
  }
}
