package dz.linatatawwa.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.credentials.Verification.Outcome;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@WorldTest
class VerifyingTests {

  @Autowired Credentials credentials;
  @Autowired SignedDocuments documents;
  @Autowired Verifications verifications;
  @Autowired IssuerKeys keys;
  @Autowired Accounts accounts;
  @Autowired Dictionary dictionary;
  @Autowired JsonMapper json;

  @Test
  void whatWeSignedIsGenuineInEveryFileThatCarriesIt() {
    CredentialView amina = issued(Someone.amina().volunteer());
    String body = body(amina);
    Verification answer = text(body);
    assertThat(answer.outcome()).isEqualTo(Outcome.VALID);
    assertThat(answer.what()).isEqualTo("50 ساعة تطوعية");
    assertThat(answer.holder()).isEqualTo("أمينة ب.");
    assertThat(answer.facts()).extracting(Verification.Fact::value).anyMatch(value -> value.contains("62"));
    assertThat(verifications.file(body.getBytes(UTF_8), dictionary.in(Language.FR)).what()).isEqualTo("50 heures de bénévolat");
    assertThat(file(documents.png(amina, Language.AR, true).orElseThrow())).isEqualTo(Outcome.VALID);
    assertThat(file(documents.svg(amina, Language.FR, true).orElseThrow().getBytes(UTF_8))).isEqualTo(Outcome.VALID);
    assertThat(documents.json(amina.id(), Language.AR, true)).as("the same bytes whenever it is asked").hasValue(body);
  }

  @Test
  void withoutTheTimeItTellsNoTimeAndIsAsGenuine() {
    CredentialView amina = issued(Someone.amina().volunteer());
    String body = documents.json(amina.id(), Language.EN, false).orElseThrow();
    assertThat(body).doesNotContain("62.5").doesNotContain("\"result\"");
    assertThat(text(body).outcome()).isEqualTo(Outcome.VALID);
    assertThat(text(body).facts()).extracting(Verification.Fact::value).noneMatch(value -> value.contains("62"));
  }

  @Test
  void noByteCanBeChangedUnseen() {
    CredentialView karim = issued(Someone.karim().volunteer());
    byte[] body = body(karim).getBytes(UTF_8);
    for (int i = 0; i < body.length; i++) {
      byte[] changed = body.clone();
      changed[i] ^= (byte) (1 << i % 6);
      assertThat(file(changed)).as("byte %d: %s", i, new String(changed, UTF_8)).isNotEqualTo(Outcome.VALID);
    }
  }

  @Test
  void whatWasChangedIsToldFromWhatIsNotOurs(@TempDir Path elsewhere) {
    CredentialView amina = issued(Someone.amina().volunteer());
    CredentialView karim = issued(Someone.karim().volunteer());
    String body = body(amina);
    assertThat(text(body.replace("62.5", "625")).outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(text(body.replace("\"name\":\"لنتطوع\"", "\"name\":\"غيرنا\"")).outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(text(body.replaceFirst("\\{", "{\"unheardOf\":\"x\",")).outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(text(body.replace(amina.id().toString(), karim.id().toString())).outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(text(body.replace("context-3.0.3.json", "context-3.0.2.json")).outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(text(body.replace(amina.site(), "https://elsewhere.example")).outcome()).as("another issuer with our number").isEqualTo(Outcome.CHANGED);
    assertThat(text(body.replace(amina.site(), "https://elsewhere.example").replace(amina.id().toString(), "00000000-0000-4000-8000-000000000000")).outcome())
        .isEqualTo(Outcome.NOT_OURS);
    ObjectNode forged = (ObjectNode) json.readTree(body);
    forged.remove("proof");
    assertThat(text(forged.toString()).outcome()).as("no proof").isEqualTo(Outcome.CHANGED);
    new Proofs(new IssuerKeys(elsewhere)).sign(forged, Shape.CREDENTIAL, amina.site() + "/issuer", Instant.now());
    assertThat(text(forged.toString()).outcome()).as("another's key under our name").isEqualTo(Outcome.CHANGED);
    assertThat(text(body.replaceFirst("#key-\\d+", "#key-99")).outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(text(body.replace("eddsa-rdfc-2022", "none")).outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(text("{\"credentialSubject\":{},\"credentialSubject\":{}}").outcome()).as("said twice").isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aRevokedOneIsRevokedAtOnceAndAnExpiredOneIsOver() {
    AccountId amina = Someone.amina().volunteer();
    Award award = Awards.to(amina);
    CredentialId id = credentials.issue(award);
    String body = documents.json(id, Language.AR, true).orElseThrow();
    assertThat(text(body).outcome()).isEqualTo(Outcome.VALID);
    credentials.revoke(award.source(), "credentials.reason.left");
    assertThat(text(body).outcome()).isEqualTo(Outcome.REVOKED);
    CredentialId brief = credentials.issue(new Award("badge", "short", amina, Awards.FIFTY, null, null, null, LocalDate.now().plusDays(2)));
    String briefBody = documents.json(brief, Language.AR, true).orElseThrow();
    assertThat(text(briefBody).outcome()).isEqualTo(Outcome.VALID);
    TestClock.one().goAhead(Duration.ofDays(4));
    try {
      assertThat(text(briefBody).outcome()).isEqualTo(Outcome.EXPIRED);
    } finally {
      TestClock.one().back();
    }
  }

  @Test
  void afterARotationOldOnesStayGenuineAndNewOnesAreSignedByTheNewKey() {
    CredentialView before = issued(Someone.amina().volunteer());
    int old = keys.newest();
    String body = body(before);
    keys.renew();
    CredentialView after = issued(Someone.karim().volunteer());
    assertThat(text(body).outcome()).isEqualTo(Outcome.VALID);
    assertThat(body(after)).contains("#key-" + (old + 1) + "\"");
    assertThat(text(body(after)).outcome()).isEqualTo(Outcome.VALID);
    assertThat(text(body.replace("#key-" + old + "\"", "#key-" + (old + 1) + "\"")).outcome()).as("another key of ours").isEqualTo(Outcome.CHANGED);
  }

  @Test
  void whoLeftIsNamedNowhereAndTheirCredentialIsRevoked() {
    AccountId karim = Someone.karim().volunteer();
    CredentialView credential = issued(karim);
    String body = body(credential);
    accounts.close(karim);
    assertThat(text(body).outcome()).isEqualTo(Outcome.REVOKED);
    assertThat(text(body).holder()).isEmpty();
    assertThat(documents.json(credential.id(), Language.AR, true)).isEmpty();
  }

  @Test
  void minorsAreNotNamedAndAMereLinkSaysOnlyWhatIsShown() {
    AccountId young = Someone.amina().bornIn(2011).volunteer();
    assertThat(text(body(issued(young))).holder()).isEmpty();
    AccountId amina = Someone.amina().volunteer();
    CredentialView credential = issued(amina);
    String link = credential.site() + "/credentials/" + credential.id();
    assertThat(text(link).outcome()).isEqualTo(Outcome.UNKNOWN);
    credentials.share(amina, credential.id(), new Sharing(Sharing.Naming.FULL, false));
    assertThat(text(link)).satisfies(answer -> {
      assertThat(answer.outcome()).isEqualTo(Outcome.VALID);
      assertThat(answer.holder()).isEqualTo("أمينة بلقاسم");
      assertThat(answer.facts()).extracting(Verification.Fact::value).noneMatch(value -> value.contains("62"));
    });
    assertThat(text(credential.id().toString()).outcome()).isEqualTo(Outcome.VALID);
  }

  @Test
  void hostileFilesAreUnknown() {
    byte[] png = PlainArtwork.ONE.png("", 1, Language.AR);
    assertThat(file(png)).as("a picture without a credential").isEqualTo(Outcome.UNKNOWN);
    byte[] lying = Baking.png(png, "{}");
    lying[8 + 25] = 0x7f;
    assertThat(file(lying)).as("a chunk that lies about its length").isEqualTo(Outcome.UNKNOWN);
    assertThat(file(new byte[Verifications.LARGEST + 1])).isEqualTo(Outcome.UNKNOWN);
    assertThat(file(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1})).isEqualTo(Outcome.UNKNOWN);
    String bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        + "<svg xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\"><o:credential>&b;&x;</o:credential></svg>";
    assertThat(file(bomb.getBytes(UTF_8))).isEqualTo(Outcome.UNKNOWN);
    assertThat(file(("{\"credentialSubject\":" + "[".repeat(100_000)).getBytes(UTF_8))).isEqualTo(Outcome.UNKNOWN);
    assertThat(text("").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aPictureStaysAPictureWhenBaked() throws Exception {
    byte[] baked = Baking.png(PlainArtwork.ONE.png("", 1, Language.AR), "{\"نص\":1}");
    assertThat(javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(baked)).getWidth()).isEqualTo(512);
    assertThat(Baking.fromPng(baked)).hasValue("{\"نص\":1}");
    String text = "{\"a\":\"]]>&<\"}";
    assertThat(Baking.fromSvg(Baking.svg(PlainArtwork.ONE.svg("", 1, Language.AR), text).getBytes(UTF_8))).hasValue(text);
  }

  @Test
  void namesAreShortenedAsPeopleWouldShortenThem() {
    assertThat(ShortName.of("أمينة بلقاسم")).isEqualTo("أمينة ب.");
    assertThat(ShortName.of("عبد الرحمان بن عيسى")).isEqualTo("عبد الرحمان ع.");
    assertThat(ShortName.of("Amina")).isEqualTo("Amina");
    assertThat(ShortName.of("Karim  Ouali")).isEqualTo("Karim O.");
  }

  private CredentialView issued(AccountId holder) {
    return credentials.find(credentials.issue(Awards.to(holder))).orElseThrow();
  }

  private String body(CredentialView credential) {
    return documents.json(credential.id(), Language.AR, true).orElseThrow();
  }

  private Verification text(String text) {
    return verifications.text(text, dictionary.in(Language.AR));
  }

  private Outcome file(byte[] file) {
    return verifications.file(file, dictionary.in(Language.AR)).outcome();
  }
}
