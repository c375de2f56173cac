package dz.linatatawwa.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class StatementsTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> NOT_SAID = Set.of("@context", "proof");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String[] WORDS = {"ساعة", "تطوعية", "heures", "d’été", "\"quoted\"", "back\\slash", "line\nend", "a\tb", "\u0007", "𝔸\uD83C\uDF33", "é", "\uFF5E", "<b>", "{}", "`", "\u200f", "50"};

  @Test
  void theySayWhatAJsonLdProcessorSaysOfAnyBadge(@TempDir Path data) throws Exception {
    long seed = Long.getLong("seed", 20_261_123L);
    Random random = new Random(seed);
    for (int i = 0; i < Integer.getInteger("badges", 300); i++) {
      ObjectNode badge = badge(random);
      assertThat(new String(Statements.of(badge, Shape.CREDENTIAL, NOT_SAID), UTF_8)).as("seed " + seed + ", badge " + i + ": " + badge)
          .isEqualTo(LinkedData.statements(badge.toString()));
    }
  }

  @Test
  void theySayWhatAProcessorSaysOfAStatusListAndOfAProof(@TempDir Path data) throws Exception {
    Proofs proofs = new Proofs(new IssuerKeys(data));
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    Shape.STATUS_CREDENTIAL.contexts().forEach(list.putArray("@context")::add);
    list.put("id", "https://a.example/credentials/status/1");
    list.putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
    list.put("issuer", "https://a.example/issuer").put("validFrom", NOON.toString());
    list.putObject("credentialSubject").put("id", "https://a.example/credentials/status/1#list").put("type", "BitstringStatusList").put("statusPurpose", "revocation")
        .put("encodedList", StatusLists.encoded(new BitSet()));
    assertThat(new String(Statements.of(list, Shape.STATUS_CREDENTIAL, NOT_SAID), UTF_8)).isEqualTo(LinkedData.statements(list.toString()));
    proofs.sign(list, Shape.STATUS_CREDENTIAL, "https://a.example/issuer", NOON);
    assertThat(proofs.stand(list, Shape.STATUS_CREDENTIAL, "https://a.example/issuer")).isTrue();
    ObjectNode proof = (ObjectNode) list.path("proof").path(0);
    ObjectNode options = proof.deepCopy();
    options.remove("proofValue");
    options.set("@context", list.path("@context"));
    assertThat(new String(Statements.of(proof, Shape.PROOF, Set.of("proofValue")), UTF_8)).isEqualTo(LinkedData.statements(options.toString()));
  }

  @Test
  void whatNoContextOfOursKnowsIsNeverSigned(@TempDir Path data) {
    Proofs proofs = new Proofs(new IssuerKeys(data));
    for (String where : new String[] {"", "/issuer", "/credentialSubject", "/credentialSubject/achievement", "/credentialSubject/achievement/criteria", "/credentialStatus"}) {
      ObjectNode badge = badge(new Random(1));
      ((ObjectNode) badge.at(where)).put("unheardOf", "value");
      assertThatThrownBy(() -> proofs.sign(badge, Shape.CREDENTIAL, "https://a.example/issuer", NOON)).as(where).hasMessageContaining("unheardOf");
    }
    ObjectNode other = badge(new Random(2));
    other.withArray("type").add("EndorsementCredential");
    assertThatThrownBy(() -> proofs.sign(other, Shape.CREDENTIAL, "https://a.example/issuer", NOON)).hasMessageContaining("types");
  }

  @Test
  void aDocumentMayBeWrittenOtherwiseAndSaysTheSame(@TempDir Path data) throws Exception {
    Proofs proofs = new Proofs(new IssuerKeys(data));
    ObjectNode badge = badge(new Random(3));
    proofs.sign(badge, Shape.CREDENTIAL, "https://a.example/issuer", NOON);
    ObjectNode turned = JSON.createObjectNode();
    badge.properties().stream().toList().reversed().forEach(property -> turned.set(property.getKey(), property.getValue()));
    turned.set("proof", badge.path("proof").path(0));
    assertThat(proofs.stand(turned, Shape.CREDENTIAL, "https://a.example/issuer")).isTrue();
    turned.put("name", "another");
    assertThat(proofs.stand(turned, Shape.CREDENTIAL, "https://a.example/issuer")).isFalse();
  }

  @Test
  void bytesAreWrittenInFiftyEightSignsAndReadAgain() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(70)];
      random.nextBytes(bytes);
      if (bytes.length > 2 && i % 3 == 0) bytes[0] = bytes[1] = 0;
      assertThat(Base58.bytes(Base58.multibase(bytes))).hasValue(bytes);
    }
    assertThat(Base58.multibase("Hello World!".getBytes(UTF_8))).isEqualTo("z2NEpo7TZRRrLZSi2U");
    assertThat(Base58.bytes("z0")).isEmpty();
    assertThat(Base58.bytes("uAA")).isEmpty();
  }

  private static ObjectNode badge(Random random) {
    Achievement achievement = new Achievement("key-" + random.nextInt(9), 1 + random.nextInt(3), words(random), words(random), words(random),
        random.nextBoolean() ? AchievementType.COMMUNITY_SERVICE : AchievementType.BADGE);
    LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000));
    CredentialView view = new CredentialView(new CredentialId(new UUID(random.nextLong(), random.nextLong())), "badge", "s", new AccountId(1), achievement,
        random.nextBoolean() ? day : null, random.nextBoolean() ? day.plusDays(3) : null, random.nextBoolean() ? 1L + random.nextInt(99_999) : null,
        random.nextBoolean() ? day.plusYears(2) : null, NOON.plusSeconds(random.nextInt(9_999_999)), null, null, Sharing.NONE, "https://a.example");
    return OpenBadge.of(view, new CredentialTable.Place(new UUID(random.nextLong(), random.nextLong()), 1, random.nextInt(StatusBits.SIZE)),
        Language.values()[random.nextInt(3)], random.nextInt(4) > 0, "لنتطوع", text(random));
  }

  private static Map<Language, String> words(Random random) {
    Map<Language, String> words = new HashMap<>();
    words.put(Language.AR, text(random));
    if (random.nextBoolean()) words.put(Language.FR, text(random));
    return words;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("ن");
    for (int i = random.nextInt(6); i >= 0; i--) text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    return text.toString();
  }
}
