package dz.linatatawwa.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.WorldTest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@WorldTest
class IndependentVerifierTests {

  private static final String LOUD = """
      ************************************************************************************************
      * NOT TESTED: no Node 18 with npm on this machine, so no independent verifier looked at our      *
      * credentials. Install nodejs and npm; bin/test does so where it may.                            *
      ************************************************************************************************""";

  @LocalServerPort int port;
  @Autowired Credentials credentials;
  @Autowired SignedDocuments documents;
  @Autowired IssuerKeys keys;
  @Autowired JsonMapper json;

  @BeforeEach
  void nodeIsThere() {
    boolean there = IndependentVerifier.possible();
    if (!there) System.err.println(LOUD);
    Assumptions.assumeTrue(there, "no Node 18 with npm");
  }

  @Test
  void othersAcceptWhatWeSignedAndRefuseWhatWasChangedRevokedOrForged(@TempDir Path elsewhere) throws Exception {
    AccountId amina = Someone.amina().volunteer();
    Award award = Awards.to(amina);
    CredentialView credential = credentials.find(credentials.issue(award)).orElseThrow();
    String body = body(credential, Language.AR, true);
    Award revoked = Awards.to(amina);
    CredentialView taken = credentials.find(credentials.issue(revoked)).orElseThrow();
    String takenBody = body(taken, Language.FR, true);
    credentials.revoke(revoked.source(), "credentials.reason.left");
    keys.renew();
    CredentialView later = credentials.find(credentials.issue(Awards.to(amina))).orElseThrow();
    CredentialView over = credentials.find(credentials.issue(new Award("badge", "over", amina, Awards.FIFTY, null, null, null, LocalDate.of(2026, 1, 1)))).orElseThrow();
    ObjectNode forged = (ObjectNode) json.readTree(body);
    forged.remove("proof");
    new Proofs(new IssuerKeys(elsewhere)).sign(forged, Shape.CREDENTIAL, credential.site() + "/issuer", Instant.now());

    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("genuine.json", body.getBytes(UTF_8));
    files.put("french.json", body(credential, Language.FR, true).getBytes(UTF_8));
    files.put("without-hours.json", body(credential, Language.EN, false).getBytes(UTF_8));
    files.put("genuine.png", documents.png(credential, Language.AR, true).orElseThrow());
    files.put("genuine.svg", documents.svg(credential, Language.FR, true).orElseThrow().getBytes(UTF_8));
    files.put("new-key.json", body(later, Language.AR, true).getBytes(UTF_8));
    files.put("revoked.json", takenBody.getBytes(UTF_8));
    files.put("changed.json", body.replace("62.5", "625").getBytes(UTF_8));
    files.put("added.json", body.replaceFirst("\\{", "{\"unheardOf\":\"x\",").getBytes(UTF_8));
    files.put("forged.json", forged.toString().getBytes(UTF_8));
    files.put("expired.json", body(over, Language.AR, true).getBytes(UTF_8));
    files.put("changed.png", Baking.png(PlainArtwork.ONE.png("", 1, Language.AR), body.replace("62.5", "625")));
    Map<String, IndependentVerifier.Answer> answers = IndependentVerifier.ask("http://localhost:" + port, files);

    for (String good : List.of("genuine.json", "french.json", "without-hours.json", "genuine.png", "genuine.svg", "new-key.json")) {
      assertThat(answers.get(good)).as(good).satisfies(answer -> {
        assertThat(answer.error()).isEmpty();
        assertThat(answer.verified()).isTrue();
        assertThat(answer.revoked()).isFalse();
      });
    }
    assertThat(answers.get("revoked.json").revoked()).as("revoked").isTrue();
    assertThat(List.of("changed.json", "added.json", "forged.json", "expired.json", "changed.png")).allSatisfy(bad -> assertThat(answers.get(bad).verified()).as(bad).isFalse());
    assertThat(answers.get("changed.json").error()).containsIgnoringCase("signature");
    assertThat(answers.get("expired.json").error()).contains("validUntil");
  }

  /** What 1EdTech's schema of an AchievementCredential asks beyond the contexts: lists where it has lists, texts where it has texts. */
  @Test
  void theShapeIsThatOfTheSchema() {
    JsonNode badge = json.readTree(body(credentials.find(credentials.issue(Awards.to(Someone.karim().volunteer()))).orElseThrow(), Language.EN, true));
    for (String list : List.of("/@context", "/type", "/issuer/type", "/proof", "/credentialSubject/type", "/credentialSubject/achievement/type", "/credentialSubject/result",
        "/credentialSubject/result/0/type", "/credentialSubject/achievement/resultDescription", "/credentialSubject/achievement/resultDescription/0/type",
        "/credentialSubject/achievement/related", "/credentialSubject/achievement/related/0/type")) {
      assertThat(badge.at(list).isArray()).as(list).isTrue();
    }
    for (String text : List.of("/id", "/name", "/validFrom", "/issuer/id", "/issuer/name", "/credentialStatus/id", "/credentialStatus/type", "/credentialSubject/id",
        "/credentialSubject/achievement/id", "/credentialSubject/achievement/name", "/credentialSubject/achievement/description", "/credentialSubject/achievement/criteria/narrative",
        "/credentialSubject/achievement/image/id", "/credentialSubject/achievement/image/type", "/credentialSubject/achievement/achievementType",
        "/credentialSubject/result/0/value", "/credentialSubject/achievement/resultDescription/0/id")) {
      assertThat(badge.at(text).isString()).as(text).isTrue();
    }
    for (String moment : List.of("/validFrom", "/credentialSubject/activityStartDate", "/credentialSubject/activityEndDate", "/proof/0/created")) {
      assertThat(java.time.OffsetDateTime.parse(badge.at(moment).asString())).as(moment).isNotNull();
    }
    assertThat(badge.at("/credentialSubject/activityEndDate").asString()).isEqualTo("2026-11-20T23:59:59+01:00");
    assertThat(badge.at("/credentialSubject/achievement/achievementType").asString()).isEqualTo("CommunityService");
    assertThat(badge.at("/credentialSubject/result/0/value").asString()).isEqualTo("62.5");
    assertThat(badge.at("/credentialSubject/id").asString()).startsWith("urn:uuid:");
    assertThat(badge.at("/proof/0/verificationMethod").asString()).matches(".*/issuer#key-\\d+");
  }

  private String body(CredentialView credential, Language language, boolean hours) {
    return documents.json(credential.id(), language, hours).orElseThrow();
  }
}
