package dz.linatatawwa.api;

import static dz.linatatawwa.api.KeyScope.HOURS_READ;
import static dz.linatatawwa.api.KeyScope.OPPORTUNITIES_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.security.MessageDigest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class ApiKeyTests {

  @Autowired ApiKeys keys;
  @Autowired JdbcClient pages;
  @LocalServerPort int port;

  private final JdbcClient db = JdbcClient.create(TestDatabase.one());
  private KeyedBody body;

  @BeforeEach
  void aBody() {
    body = new KeyedBody(db, keys);
  }

  private String desk() {
    return "/organizations/" + body.organization + "/desk/keys";
  }

  /** The owner, in a session that has taken the second step. */
  private Visit owner() {
    Visit visit = Visit.as(port, body.owner);
    db.sql("update accounts.session set second_at = now() where account_id = :owner").param("owner", body.owner.value()).update();
    return visit;
  }

  @Test
  void anOwnerMakesAKeyWhichIsShownOnceAndKeptAsAHash() throws Exception {
    Visit owner = owner();
    assertThat(owner.get(desk()).body()).contains("لا مفاتيح بعدُ");
    Visit.Answer made = owner.post(desk(), "label", "Site web", "scopes", "hours:read", "days", "90");
    String secret = made.page().select(".api-secret").text();
    assertThat(secret).matches("ltk_[0-9A-Za-z]{6}_[0-9A-Za-z]{43}");
    assertThat(made.header("Cache-Control")).hasValue("private, no-store");
    assertThat(owner.get(desk()).body()).contains("Site web", secret.substring(0, 10)).doesNotContain(secret.substring(0, 12));
    byte[] kept = db.sql("select hash from api.key where organization_id = :id").param("id", body.organization).query(byte[].class).single();
    assertThat(kept).isEqualTo(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(new OtherSystem(port, secret).get("/api/v1/key").body()).contains("\"scopes\":[\"hours:read\"]").doesNotContain(secret);
    assertThat(db.sql("select deed from supervision.audit where object_kind = 'organization' and object_id = :id order by id desc limit 1").param("id", Long.toString(body.organization))
        .query(String.class).single()).isEqualTo("api-key.made");
  }

  @Test
  void withoutTheSecondStepNoKeyIsMade() {
    Visit owner = Visit.as(port, body.owner);
    assertThat(owner.post(desk(), "label", "Site web", "scopes", "hours:read", "days", "90").leadsTo()).isEqualTo("/passkeys");
    assertThat(keys.of(body.itself(), Long.MAX_VALUE, 5)).isEmpty();
  }

  @Test
  void onlyOwnersSeeKeysAndOnlyTheirOwn() {
    ApiKeys.Made made = body.key(HOURS_READ);
    AccountId coordinator = body.scene.account("سمير");
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:id, :who, 'coordinator')").param("id", body.organization).param("who", coordinator.value()).update();
    assertThat(Visit.as(port, coordinator).get(desk()).status()).isEqualTo(404);
    KeyedBody other = new KeyedBody(db, keys);
    String foreign = "/organizations/" + other.organization + "/desk/keys/" + made.key().id();
    assertThat(Visit.as(port, other.owner).get(foreign).status()).isEqualTo(404);
    assertThat(Visit.as(port, other.owner).post(foreign + "/revocation").status()).isEqualTo(404);
    assertThat(Visit.as(port, other.owner).get(desk()).status()).isEqualTo(404);
    assertThat(keys.meet(made.secret())).isInstanceOf(ApiKeys.Met.In.class);
  }

  @Test
  void aKeyOpensNothingFromTheMomentItIsRevoked() {
    ApiKeys.Made made = body.key(OPPORTUNITIES_READ);
    OtherSystem system = new OtherSystem(port, made.secret());
    assertThat(system.get("/api/v1/own/opportunities").status()).isEqualTo(200);
    assertThat(owner().post(desk() + "/" + made.key().id() + "/revocation").status()).isEqualTo(303);
    Visit.Answer refused = system.get("/api/v1/own/opportunities");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(OtherSystem.problem(refused)).isEqualTo("key-refused");
    assertThat(OtherSystem.json(refused).path("reason").asString()).isEqualTo("revoked");
    assertThat(refused.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
    assertThat(keys.revoke(body.owner, body.itself(), made.key().id())).as("twice").isFalse();
    assertThat(system.get("/api/v1/opportunities").status()).as("a dead key is not taken for none").isEqualTo(401);
  }

  @Test
  void aKeySleepsWhileItsBodyIsSuspendedOrItsMakerNoLongerRunsIt() {
    OtherSystem system = body.system(port, OPPORTUNITIES_READ);
    db.sql("update organizations.organization set state = 'suspended' where id = :id").param("id", body.organization).update();
    assertThat(OtherSystem.json(system.get("/api/v1/own/opportunities")).path("reason").asString()).isEqualTo("asleep");
    assertThat(owner().get(desk()).body()).contains("لا يفتح أيّ مفتاح شيئا الآن");
    db.sql("update organizations.organization set state = 'verified' where id = :id").param("id", body.organization).update();
    assertThat(system.get("/api/v1/own/opportunities").status()).isEqualTo(200);
    db.sql("update organizations.member set role = 'reader' where organization_id = :id").param("id", body.organization).update();
    assertThat(system.get("/api/v1/own/opportunities").status()).isEqualTo(401);
  }

  @Test
  void aKeyEndsOnItsDayAndIsNeverWidened() throws Exception {
    String secret = "ltk_ended1_" + "a".repeat(43);
    db.sql("""
        insert into api.key (organization_id, label, prefix, hash, scopes, made_by, made_at, ends_at)
        values (:id, 'قديم', 'ltk_ended1', sha256(:secret::bytea), '{hours:read}', :owner, now() - interval '40 days', now() - interval '1 second')
        """).param("id", body.organization).param("secret", secret).param("owner", body.owner.value()).update();
    assertThat(keys.meet(secret)).isEqualTo(new ApiKeys.Met.Out("ended"));
    assertThatThrownBy(() -> pages.sql("update api.key set ends_at = now() + interval '9 days' where prefix = 'ltk_ended1'").update()).isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> pages.sql("update api.key set scopes = '{minors:read}' where prefix = 'ltk_ended1'").update()).isInstanceOf(DataAccessException.class);
    assertThat(keys.meet("ltk_nobody_" + "b".repeat(43))).isEqualTo(new ApiKeys.Met.Out("unknown"));
    assertThat(keys.meet("")).isEqualTo(new ApiKeys.Met.Out("unknown"));
  }

  @Test
  void aBadFormIsShownAgainWithWhatWasTyped() {
    Visit.Answer refused = owner().post(desk(), "label", "x", "scopes", "hours:read", "scopes", "benefits:redeem", "days", "9999");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("input[name=label]").val()).isEqualTo("x");
    assertThat(refused.page().select("input[value=hours:read]").hasAttr("checked")).isTrue();
    assertThat(owner().post(desk(), "label", "ab\u202ecd", "scopes", "hours:read", "days", "30").status()).isEqualTo(422);
    assertThat(owner().post(desk(), "label", "بلا إذن", "days", "30").status()).isEqualTo(422);
    assertThat(owner().post(desk(), "label", "مرتين", "scopes", "hours:read", "days", "30").status()).isEqualTo(200);
    assertThat(owner().post(desk(), "label", "مرتين", "scopes", "hours:read", "days", "30").status()).as("sent twice").isEqualTo(422);
    assertThat(keys.of(body.itself(), Long.MAX_VALUE, 9)).hasSize(1);
  }

  @Test
  void aBodyHasTwentyLivingKeysAtMost() {
    for (int i = 0; i < ApiKeys.MOST; i++) body.key(HOURS_READ);
    assertThatThrownBy(() -> body.key(HOURS_READ)).hasMessageContaining("api.problem.tooMany");
  }

  @Test
  void theLogSaysWhatWasDoneAndHowItWasAnswered() {
    ApiKeys.Made made = body.key(OPPORTUNITIES_READ);
    OtherSystem system = new OtherSystem(port, made.secret());
    system.get("/api/v1/own/opportunities");
    system.get("/api/v1/own/opportunities?limit=5");
    system.get("/api/v1/own/opportunities/999999999");
    system.get("/api/v1/own/hours");
    Visit.Answer page = owner().get(desk() + "/" + made.key().id());
    assertThat(page.page().select("tbody tr").eachText()).anySatisfy(line -> assertThat(line).contains("GET /api/v1/own/opportunities", "200", "2"))
        .anySatisfy(line -> assertThat(line).contains("GET /api/v1/own/opportunities/{id}", "404")).anySatisfy(line -> assertThat(line).contains("GET /api/v1/own/hours", "403"));
    assertThat(keys.find(body.itself(), made.key().id()).orElseThrow().usedAt()).isNotNull();
  }
}
