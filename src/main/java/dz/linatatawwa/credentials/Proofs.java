package dz.linatatawwa.credentials;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Signs documents and checks what was signed: Data Integrity proofs of the suite eddsa-rdfc-2022. */
@Component
class Proofs {

  private static final String SUITE = "eddsa-rdfc-2022";
  private static final Set<String> NOT_SAID = Set.of("@context", "proof");
  private static final Set<String> NOT_SAID_OF_PROOF = Set.of("proofValue");
  /** A number, never the key itself: some verifiers take a key from a name without asking the issuer whether it is theirs. */
  private static final Pattern METHOD = Pattern.compile("(.+)#key-([1-9]\\d{0,2})");

  private final IssuerKeys keys;

  Proofs(IssuerKeys keys) {
    this.keys = keys;
  }

  /** Adds a proof by the key that signs now.
   *  @param issuer whose key it is: its address
   *  @throws IllegalStateException when the document says something that would not be signed: a fault of ours */
  void sign(ObjectNode document, Shape shape, String issuer, Instant at) {
    int key = keys.newest();
    ObjectNode proof = document.arrayNode().addObject();
    proof.put("type", "DataIntegrityProof").put("created", at.toString()).put("verificationMethod", method(issuer, key)).put("cryptosuite", SUITE)
        .put("proofPurpose", "assertionMethod");
    try {
      proof.put("proofValue", Base58.multibase(keys.sign(key, signed(document, shape, proof))));
    } catch (Statements.Unsayable fault) {
      throw new IllegalStateException("cannot be signed: " + fault.getMessage());
    }
    document.putArray("proof").add(proof);
  }

  /** Whether this is a document of ours as we signed it.
   *  @param issuer who must have signed it */
  boolean stand(JsonNode document, Shape shape, String issuer) {
    JsonNode proof = document.path("proof").isArray() && document.path("proof").size() == 1 ? document.path("proof").path(0) : document.path("proof");
    Matcher method = METHOD.matcher(proof.path("verificationMethod").asString(""));
    if (!shape.contexts().equals(contexts(document)) || !method.matches() || !method.group(1).equals(issuer) || !proof.path("cryptosuite").asString("").equals(SUITE)) return false;
    Optional<byte[]> value = Base58.bytes(proof.path("proofValue").asString(""));
    try {
      return value.isPresent() && keys.signed(Integer.parseInt(method.group(2)), signed(document, shape, proof), value.get());
    } catch (Statements.Unsayable other) {
      return false;
    }
  }

  private static List<String> contexts(JsonNode document) {
    return document.path("@context").values().stream().map(context -> context.asString("")).toList();
  }

  /** The name of a key of this issuer. */
  static String method(String issuer, int key) {
    return issuer + "#key-" + key;
  }

  private static byte[] signed(JsonNode document, Shape shape, JsonNode proof) throws Statements.Unsayable {
    byte[] both = new byte[64];
    System.arraycopy(hash(Statements.of(proof, Shape.PROOF, NOT_SAID_OF_PROOF)), 0, both, 0, 32);
    System.arraycopy(hash(Statements.of(document, shape, NOT_SAID)), 0, both, 32, 32);
    return both;
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

}
