package dz.linatatawwa.api;

import static dz.linatatawwa.api.KeyScope.BENEFITS_READ;
import static dz.linatatawwa.api.KeyScope.BENEFITS_REDEEM;
import static dz.linatatawwa.api.KeyScope.PROGRAMMES_READ;
import static dz.linatatawwa.api.OtherSystem.json;
import static dz.linatatawwa.api.OtherSystem.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.partnerships.Promise;
import dz.linatatawwa.programmes.ProgrammeId;
import dz.linatatawwa.programmes.Programmes;
import dz.linatatawwa.rewards.Benefits;
import dz.linatatawwa.rewards.Offers;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What partners do by their keys, and that each scope opens what it names and nothing else, of partners and of organisations. */
@WorldTest
class PartnerCallTests {

  private static final String REDEMPTIONS = "/api/v1/own/redemptions";
  private static final String PROGRAMMES = "/api/v1/own/programmes";

  @Autowired ApiKeys keys;
  @Autowired Offers offers;
  @Autowired Benefits benefits;
  @Autowired Programmes programmes;
  @LocalServerPort int port;

  private final JdbcClient db = JdbcClient.create(TestDatabase.one());
  private KeyedPartner partner;

  @BeforeEach
  void aPartner() {
    partner = new KeyedPartner(keys);
  }

  private static String code(String code) {
    return "{\"code\": \"" + code + "\"}";
  }

  @Test
  void aCodeIsRedeemedOnceAndTheSameCallIsAnsweredTheSame() {
    OtherSystem till = partner.system(port, BENEFITS_REDEEM);
    String code = partner.code(offers, benefits);
    Visit.Answer first = till.post(REDEMPTIONS, code(code), "till-1");
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(json(first).path("outcome").asString()).isEqualTo("redeemed");
    assertThat(json(first).path("benefitFr").asString()).isEqualTo("Entrée à la piscine");
    assertThat(first.body()).as("nobody is named").doesNotContain("أمينة");
    Visit.Answer again = till.post(REDEMPTIONS, code(code), "till-1");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).hasValue("true");
    assertThat(json(till.post(REDEMPTIONS, code(code), "till-2")).path("outcome").asString()).as("a second customer with the same code").isEqualTo("already");
    assertThat(problem(till.post(REDEMPTIONS, code("other"), "till-1"))).isEqualTo("key-reused");
    assertThat(problem(till.send("POST", REDEMPTIONS, code(code), "Content-Type", "application/json"))).isEqualTo("idempotency-key-needed");
    assertThat(till.post(REDEMPTIONS, code("x".repeat(401))).status()).isEqualTo(422);
    assertThat(json(till.post(REDEMPTIONS, "{}")).path("outcome").asString()).isEqualTo("unreadable");
    assertThat(db.sql("select count(*) from rewards.showing where redeemed_at is not null and seen_by = :by").param("by", partner.manager.value()).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void anotherPartnersCodeIsUnknownAndItsThingsAreNotSeen() {
    KeyedPartner other = new KeyedPartner(keys);
    other.programme(programmes);
    String foreign = other.code(offers, benefits);
    OtherSystem till = partner.system(port, BENEFITS_REDEEM, BENEFITS_READ, PROGRAMMES_READ);
    assertThat(json(till.post(REDEMPTIONS, code(foreign))).path("outcome").asString()).isEqualTo("unknown");
    assertThat(json(till.get(PROGRAMMES)).path("items").isEmpty()).isTrue();
    assertThat(json(other.system(port, BENEFITS_REDEEM).post(REDEMPTIONS, code(foreign))).path("outcome").asString()).isEqualTo("redeemed");
    assertThat(json(till.get(REDEMPTIONS)).path("items").isEmpty()).isTrue();
    assertThat(till.get(REDEMPTIONS + "/1").status()).isEqualTo(404);
    KeyedBody body = new KeyedBody(db, keys);
    assertThat(till.get("/api/v1/own/opportunities/" + body.scene.opportunity(body.organization, "by-hand", 18)).status()).as("an organisation's").isEqualTo(403);
  }

  @Test
  void whatWasRedeemedAndProgrammesAreReadWithTagsAndLimits() {
    ProgrammeId programme = partner.programme(programmes);
    OtherSystem system = partner.system(port, BENEFITS_REDEEM, BENEFITS_READ, PROGRAMMES_READ);
    String code = partner.code(offers, benefits);
    system.post(REDEMPTIONS, code(code));
    JsonNode line = json(system.get(REDEMPTIONS + "?days=1")).path("items").get(0);
    assertThat(code).endsWith(line.path("end").asString());
    JsonNode one = json(system.get(PROGRAMMES)).path("items").get(0);
    assertThat(one.path("id").asLong()).isEqualTo(programme.value());
    assertThat(one.path("unnamed").isNull()).as("fewer than five").isTrue();
    for (String path : List.of(REDEMPTIONS, PROGRAMMES)) {
      Visit.Answer read = system.get(path);
      assertThat(read.header("RateLimit-Policy").orElse("")).isEqualTo("\"key\";q=600;w=60");
      assertThat(read.header("RateLimit").orElse("")).matches("\"key\";r=\\d+;t=\\d+");
      Visit.Answer same = system.get(path, "If-None-Match", read.header("ETag").orElseThrow());
      assertThat(same.status()).as(path).isEqualTo(304);
      assertThat(same.body()).isEmpty();
    }
    for (String bad : List.of("0", "93", "-1", "x", "99999999999")) assertThat(system.get(REDEMPTIONS + "?days=" + bad).status()).as(bad).isEqualTo(400);
  }

  @Test
  void aPartnersKeyEndsWhenItIsRevokedWhenItsDayHasComeAndWithTheAgreement() {
    ApiKeys.Made made = partner.key(BENEFITS_READ);
    OtherSystem system = new OtherSystem(port, made.secret());
    assertThat(system.get(REDEMPTIONS).status()).isEqualTo(200);
    keys.revoke(partner.manager, partner.itself(), made.key().id());
    assertRefused(system, "revoked");
    String secret = "ltk_endpt1_" + "p".repeat(43);
    db.sql("""
        insert into api.key (partner_id, label, prefix, hash, scopes, made_by, made_at, ends_at)
        values (:id, 'قديم', 'ltk_endpt1', sha256(:secret::bytea), '{benefits:read}', :by, now() - interval '40 days', now() - interval '1 second')
        """).param("id", partner.partner.value()).param("secret", secret).param("by", partner.manager.value()).update();
    assertRefused(new OtherSystem(port, secret), "ended");
    OtherSystem living = partner.system(port, BENEFITS_READ);
    partner.endAgreement();
    assertRefused(living, "asleep");
  }

  private static void assertRefused(OtherSystem system, String reason) {
    Visit.Answer refused = system.get(REDEMPTIONS);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(problem(refused)).isEqualTo("key-refused");
    assertThat(json(refused).path("reason").asString()).isEqualTo(reason);
    assertThat(refused.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
  }

  @Test
  void withoutAnAgreementThatPromisesRecognitionNoProgrammeIsRead() {
    KeyedPartner without = new KeyedPartner(keys, Map.of(Promise.BENEFITS, Optional.empty()));
    Visit.Answer refused = without.system(port, PROGRAMMES_READ).get(PROGRAMMES);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(json(refused).path("reason").asString()).isEqualTo("no-agreement");
  }

  /** Every call of the description that names a scope, with a key of every single scope: let in where it is the one, else 403 with the scope that is missing. */
  @Test
  void eachScopeOpensWhatItNamesAndNothingElse() {
    KeyedBody body = new KeyedBody(db, keys);
    Map<KeyScope, OtherSystem> bearers = new EnumMap<>(KeyScope.class);
    for (KeyScope scope : KeyScope.of(body.itself())) bearers.put(scope, body.system(port, scope));
    for (KeyScope scope : KeyScope.of(partner.itself())) bearers.put(scope, partner.system(port, scope));
    List<String> opened = new ArrayList<>();
    for (Call call : calls()) {
      bearers.forEach((scope, system) -> {
        Visit.Answer answer = call.by(system);
        String what = scope.code() + ": " + call + " " + answer.status();
        if (call.scopes().contains(scope.code())) {
          assertThat(answer.status()).as(what).isNotIn(401, 403, 500);
          opened.add(scope.code());
        } else {
          assertThat(answer.status()).as(what).isEqualTo(403);
          assertThat(problem(answer)).as(what).isEqualTo("scope-needed");
          assertThat(call.scopes()).as(what).contains(json(answer).path("reason").asString());
        }
      });
    }
    assertThat(opened).as("all but the one that only adds names to others").contains(bearers.keySet().stream().map(KeyScope::code).filter(code -> !code.equals("minors:read")).toArray(String[]::new));
    assertThat(keys.make(partner.manager, partner.itself(), new KeyForm("غير ممكن", List.of("hours:read"), "30"), Problems.none())).as("a partner has no scope of organisations").isEmpty();
    assertThat(keys.make(body.owner, body.itself(), new KeyForm("غير ممكن", List.of("benefits:redeem"), "30"), Problems.none())).as("nor the other way round").isEmpty();
  }

  private record Call(String method, String path, List<String> scopes) {

    Visit.Answer by(OtherSystem system) {
      if (method.equals("GET")) return system.get(path);
      return method.equals("PUT") ? system.put(path, "{}", "*") : system.post(path, "{}");
    }
  }

  private List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    JsonNode document = JsonMapper.shared().readTree(new Visit(port).get("/api/openapi.json").body());
    document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
      List<String> scopes = new ArrayList<>();
      method.getValue().path("security").forEach(way -> way.properties().forEach(scheme -> scheme.getValue().forEach(scope -> scopes.add(scope.asString()))));
      String address = path.getKey().replaceAll("\\{[^}]*}", "999999999");
      if (!scopes.isEmpty() && path.getKey().startsWith("/api/v1/")) calls.add(new Call(method.getKey().toUpperCase(java.util.Locale.ROOT), address, scopes));
    }));
    assertThat(calls).hasSizeGreaterThan(15);
    return calls;
  }
}
