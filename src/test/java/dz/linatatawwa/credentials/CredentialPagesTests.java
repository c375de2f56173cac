package dz.linatatawwa.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WorldTest
class CredentialPagesTests {

  @LocalServerPort int port;
  @Autowired Credentials credentials;
  @Autowired SignedDocuments documents;
  @Autowired JsonMapper json;

  @Test
  void onlyTheHolderSeesACredentialUntilTheyShowIt() throws Exception {
    AccountId amina = Someone.amina().volunteer();
    String path = "/credentials/" + credentials.issue(Awards.to(amina));
    Visit holder = Visit.as(port, amina);
    Visit stranger = new Visit(port);
    assertThat(holder.get("/credentials").page().select(".credentials-row")).hasSize(1);
    assertThat(holder.get(path).page().select("form[action$=/file] button")).hasSize(3);
    for (String ending : new String[] {"", ".json", ".png", ".svg", "/file"}) {
      assertThat(Visit.as(port, Someone.karim().volunteer()).get(path + ending).status()).as("another's " + ending).isEqualTo(404);
      assertThat(stranger.get(path + ending).status()).as("a stranger's " + ending).isIn(404, 302, 303);
    }
    assertThat(fetch(path, "application/ld+json").statusCode()).isEqualTo(404);

    assertThat(holder.post(path + "/sharing", "name", "INITIAL").leadsTo()).isEqualTo(path);
    assertThat(stranger.get(path).page().select(".credentials-holder").text()).isEqualTo("أمينة ب.");
    assertThat(stranger.get(path).body()).doesNotContain("بلقاسم").contains("noindex");
    assertThat(stranger.get(path + ".json").body()).as("hours are not shown").doesNotContain("62.5");
    holder.post(path + "/sharing", "name", "FULL", "hours", "true");
    assertThat(stranger.get(path).page().select(".credentials-holder").text()).isEqualTo("أمينة بلقاسم");
    assertThat(stranger.get(path + ".json").body()).contains("62.5");
    HttpResponse<String> document = fetch(path, "application/vc");
    assertThat(document.headers().firstValue("Content-Type")).hasValue("application/vc");
    assertThat(json.readTree(document.body()).path("id").asString()).endsWith(path);

    holder.post(path + "/sharing", "name", "NOBODY");
    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(Visit.as(port, Someone.karim().volunteer()).post(path + "/sharing", "name", "FULL").status()).as("another's").isEqualTo(404);
  }

  @Test
  void aMinorIsNotAskedAndCannotShow() {
    AccountId young = Someone.amina().bornIn(2011).volunteer();
    String path = "/credentials/" + credentials.issue(Awards.to(young));
    Visit holder = Visit.as(port, young);
    assertThat(holder.get(path).page().select("input[name=name]")).isEmpty();
    assertThat(holder.post(path + "/sharing", "name", "FULL").status()).isEqualTo(404);
    assertThat(holder.get(path + "/file?as=png").status()).isEqualTo(200);
  }

  @Test
  void programsAndPeopleGetTheSameAddressesEachInTheirWay() throws Exception {
    AccountId amina = Someone.amina().volunteer();
    credentials.issue(Awards.to(amina));
    assertThat(new Visit(port).get("/achievements/hours-50/1").status()).isEqualTo(200);
    assertThat(fetch("/achievements/hours-50/1", "text/html,*/*").body()).contains("<html");
    JsonNode achievement = json.readTree(fetch("/achievements/hours-50/1?lang=fr", "application/json").body());
    assertThat(achievement.path("name").asString()).isEqualTo("50 heures de bénévolat");
    assertThat(achievement.path("type").isArray()).isTrue();
    assertThat(fetch("/achievements/hours-50/2", "text/html").statusCode()).isEqualTo(404);
    assertThat(fetch("/achievements/hours-50/1.png", "image/png").headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(fetch("/issuer", "text/html").body()).containsPattern("#key-\\d");
    JsonNode issuer = json.readTree(fetch("/issuer", "*/*").body());
    assertThat(issuer.path("verificationMethod").path(0).path("type").asString()).isEqualTo("Multikey");
    assertThat(issuer.path("assertionMethod").size()).isEqualTo(issuer.path("verificationMethod").size());
    JsonNode did = json.readTree(fetch("/.well-known/did.json", "*/*").body());
    assertThat(did.path("id").asString()).isEqualTo("did:web:localhost%3A" + port);
    assertThat(did.path("verificationMethod").path(0).path("publicKeyMultibase")).isEqualTo(issuer.path("verificationMethod").path(0).path("publicKeyMultibase"));
  }

  @Test
  void aBitIsSetInTheListAtOnceAndTheListIsKeptUntilThen() throws Exception {
    Award award = Awards.to(Someone.karim().volunteer());
    CredentialId id = credentials.issue(award);
    JsonNode status = json.readTree(documents.json(id, Language.EN, true).orElseThrow()).path("credentialStatus");
    String list = URI.create(status.path("statusListCredential").asString()).getPath();
    int index = Integer.parseInt(status.path("statusListIndex").asString());
    HttpResponse<String> before = fetch(list, "*/*");
    assertThat(bit(before.body(), index)).isFalse();
    String tag = before.headers().firstValue("ETag").orElseThrow();
    assertThat(fetch(list, "*/*", "If-None-Match", tag).statusCode()).isEqualTo(304);
    credentials.revoke(award.source(), "credentials.reason.left");
    HttpResponse<String> after = fetch(list, "*/*", "If-None-Match", tag);
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(bit(after.body(), index)).isTrue();
    assertThat(fetch("/credentials/status/999999", "*/*").statusCode()).isEqualTo(404);
  }

  @Test
  void anybodyAsksWhetherSomethingIsGenuine() {
    AccountId amina = Someone.amina().volunteer();
    CredentialView credential = credentials.find(credentials.issue(Awards.to(amina))).orElseThrow();
    Visit anybody = new Visit(port);
    anybody.get("/verify");
    String body = documents.json(credential.id(), Language.AR, true).orElseThrow();
    assertThat(anybody.post("/verify", "text", body).page().select(".notice-success")).hasSize(1);
    assertThat(anybody.post("/verify", "text", body.replace("62.5", "99")).page().select(".notice-error").text()).startsWith("تغيّرت");
    assertThat(anybody.postFile("/verify", "file", "b.png", "image/png", documents.png(credential, Language.AR, true).orElseThrow()).page().select(".notice-success")).hasSize(1);
    assertThat(anybody.postFile("/verify", "file", "b.svg", "image/svg+xml", documents.svg(credential, Language.AR, true).orElseThrow().getBytes(UTF_8)).page()
        .select(".notice-success")).hasSize(1);
    assertThat(anybody.post("/verify", "text", " ").status()).isEqualTo(422);
    assertThat(anybody.postFile("/verify", "file", "b.png", "image/png", new byte[Verifications.LARGEST + 1]).status()).isEqualTo(422);
    assertThat(anybody.get("/verify?code=ABCD-1234").page().select(".notice-waiting").text()).startsWith("لا نعرفها");
    assertThat(anybody.get("/verify?code=%3Cscript%3E").body()).doesNotContain("<script>");
  }

  private static boolean bit(String list, int index) throws Exception {
    String encoded = JsonMapper.builder().build().readTree(list).path("credentialSubject").path("encodedList").asString();
    byte[] bytes = new GZIPInputStream(new java.io.ByteArrayInputStream(java.util.Base64.getUrlDecoder().decode(encoded.substring(1)))).readAllBytes();
    assertThat(bytes.length).isGreaterThanOrEqualTo(131_072 / 8);
    return (bytes[index / 8] >> 7 - index % 8 & 1) == 1;
  }

  private HttpResponse<String> fetch(String path, String accept, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", accept).header("Accept-Language", "en");
    if (headers.length > 0) request.headers(headers);
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
