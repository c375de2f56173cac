package dz.linatatawwa.hooks.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hooks.HookKind;
import dz.linatatawwa.hooks.Hooks;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerKind;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.PartnerScene;
import dz.linatatawwa.world.Loopback;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@WorldTest
class HookPagesTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired JsonMapper json;

  private AccountId owner = new AccountId(1);
  private long organization;

  @BeforeEach
  void anOrganization() {
    owner = new Scene(db).account("أمينة");
    organization = new Scene(db).organization(owner);
  }

  @Test
  void anOwnerAddsTriesReadsAndRemovesAnAddress() throws Exception {
    CountDownLatch came = new CountDownLatch(1);
    HttpServer server = Loopback.server(exchange -> {
      exchange.getRequestBody().readAllBytes();
      byte[] thanks = "thanks".getBytes(java.nio.charset.StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, thanks.length);
      exchange.getResponseBody().write(thanks);
      exchange.close();
      came.countDown();
    });
    String address = "http://localhost:" + server.getAddress().getPort() + "/in";
    Visit visit = Visit.as(port, owner);
    assertThat(visit.get(desk("")).page().select(".empty a").attr("href")).isEqualTo(desk("/new"));
    Visit.Answer made = visit.post(desk(""), "address", address, "about", "نظام التسيير", "kinds", "opportunity.published", "kinds", "hours.confirmed");
    String secret = made.page().select(".hooks-code code").text();
    assertThat(made.status()).isEqualTo(200);
    assertThat(secret).startsWith("whsec_");
    assertThat(made.header("Cache-Control")).hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));

    String one = visit.get(desk("")).page().select(".hooks-list h2 a").attr("href");
    assertThat(visit.post(one + "/pings").status()).isEqualTo(303);
    assertThat(came.await(8, TimeUnit.SECONDS)).isTrue();
    Document page = until(visit, one, "td .pill-done");
    assertThat(page.body().text()).doesNotContain(secret);
    Document message = visit.get(page.select("table th[scope=row] a").attr("href")).page();
    assertThat(message.select("pre").eachText()).anySatisfy(text -> assertThat(text).contains("\"type\":\"ping\"")).contains("thanks");

    assertThat(visit.post(one, "address", address, "about", "اسم آخر", "kinds", "agreement.signed").status()).isEqualTo(303);
    assertThat(visit.get(one).page().select("h1").text()).isEqualTo("اسم آخر");
    assertThat(visit.post(one + "/secret").page().select(".hooks-code code").text()).startsWith("whsec_").isNotEqualTo(secret);
    assertThat(visit.post(one + "/pause").status()).isEqualTo(303);
    assertThat(visit.get(one).page().select("form[action$=/pings]")).isEmpty();
    visit.post(one + "/pings");
    assertThat(visit.get(one).page().select(".flash, [role=alert]")).isNotEmpty();
    visit.post(one + "/resumption");
    assertThat(visit.get(one).page().select("form[action$=/pings]")).hasSize(1);
    assertThat(visit.post(one + "/removal").status()).isEqualTo(303);
    assertThat(visit.get(one).status()).isEqualTo(404);
    assertThat(db.sql("select distinct deed from supervision.audit where object_kind = 'organization' and object_id = :id and deed like 'hook.%'").param("id", Long.toString(organization))
        .query(String.class).list()).contains("hook.made", "hook.secret-renewed", "hook.removed");
    server.stop(0);
  }

  @Test
  void whatCannotBeToldIsRefusedBesideItsFieldAndKept() {
    Visit visit = Visit.as(port, owner);
    for (String inside : new String[] {"https://127.0.0.1/in", "https://10.1.2.3/in", "https://[::1]/in", "http://93.184.215.14/", "ftp://93.184.215.14/", "not an address"}) {
      Visit.Answer answer = visit.post(desk(""), "address", inside, "about", "اسم", "kinds", "hours.confirmed");
      assertThat(answer.status()).as(inside).isEqualTo(422);
      assertThat(answer.page().select("#about").val()).isEqualTo("اسم");
      assertThat(answer.page().select("input[value=hours.confirmed]").hasAttr("checked")).isTrue();
    }
    assertThat(visit.post(desk(""), "address", "https://93.184.215.14/" + "a".repeat(3000), "kinds", "hours.confirmed").status()).isEqualTo(422);
    assertThat(visit.post(desk(""), "address", "https://93.184.215.14/in", "about", "x".repeat(81), "kinds", "nothing.known").page().select(".problem")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(visit.post(desk("")).status()).isEqualTo(422);
    assertThat(db.sql("select count(*) from hooks.hook where organization_id = :id").param("id", organization).query(Integer.class).single()).isZero();
  }

  @Test
  void onlyOwnersAndNotWhoseWaysInChangedLately() {
    AccountId coordinator = new Scene(db).account("كريم");
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:id, :who, 'coordinator')").param("id", organization).param("who", coordinator.value()).update();
    assertThat(Visit.as(port, coordinator).get(desk("")).status()).isEqualTo(404);
    assertThat(Visit.as(port, coordinator).get("/organizations/" + organization + "/desk").page().select("a[href$=/hooks]")).isEmpty();
    db.sql("update accounts.account set held_until = now() + interval '2 days' where id = :id").param("id", owner.value()).update();
    Visit visit = Visit.as(port, owner);
    assertThat(visit.post(desk(""), "address", "https://93.184.215.14/in", "kinds", "hours.confirmed").leadsTo()).startsWith("/contact/hold");
  }

  @Test
  void aPartnerHasTheSamePagesWithItsOwnKinds() {
    PartnerId partner = PartnerScene.partner("جامعة الاختبار", PartnerKind.values()[0]);
    Visit visit = Visit.as(port, PartnerScene.person(partner, PartnerRole.OWNER));
    String desk = "/partners/" + partner + "/desk/hooks";
    assertThat(visit.get(desk + "/new").page().select("input[name=kinds]").eachAttr("value")).containsExactly("agreement.signed", "agreement.ended");
    assertThat(visit.post(desk, "address", "https://93.184.215.14/in", "kinds", "agreement.signed").page().select(".hooks-code code").text()).startsWith("whsec_");
    assertThat(visit.post(desk, "address", "https://93.184.215.14/other", "kinds", "hours.confirmed").status()).as("not a partner's to hear").isEqualTo(422);
    assertThat(Visit.as(port, PartnerScene.person(partner, PartnerRole.MANAGER)).get(desk).status()).isEqualTo(404);
  }

  @Test
  void developersFindEveryKindWithAnExampleAndTheOpenKey() {
    Document page = new Visit(port).reading("en").get("/developers/webhooks").page();
    Set<String> kinds = new HashSet<>(page.select("article").eachAttr("id"));
    assertThat(kinds).isEqualTo(Hooks.examples().keySet()).containsAll(Arrays.stream(HookKind.values()).map(HookKind::code).collect(Collectors.toSet()));
    for (var example : page.select("article pre")) assertThat(json.readTree(example.text()).get("type").asString()).isEqualTo(example.parents().select("article").attr("id"));
    assertThat(page.select("code").eachText()).anySatisfy(text -> assertThat(text).matches("whpk_[A-Za-z0-9+/]{43}="));
  }

  private String desk(String path) {
    return "/organizations/" + organization + "/desk/hooks" + path;
  }

  private static Document until(Visit visit, String path, String selector) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
    for (Document page = visit.get(path).page(); ; page = visit.get(path).page()) {
      if (!page.select(selector).isEmpty()) return page;
      if (System.nanoTime() > end) throw new AssertionError("no " + selector + " on " + path);
      Thread.sleep(50);
    }
  }
}
