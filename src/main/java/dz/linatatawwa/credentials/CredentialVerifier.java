package dz.linatatawwa.credentials;

import dz.linatatawwa.credentials.Verification.Outcome;
import dz.linatatawwa.language.Words;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers for signed credentials, and for their links and names where their holder shows them. */
@Component
@Order(0)
class CredentialVerifier implements Verifier {

  private static final int LONGEST = 100_000;
  private static final String UUID_TEXT = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
  private static final Pattern ID = Pattern.compile("(https?://[^/\\s]+)/credentials/(" + UUID_TEXT + ")");
  private static final Pattern LINK = Pattern.compile("(?:https?://[^/\\s]+)?/?(?:credentials/)?(" + UUID_TEXT + ")(?:\\.json|\\.png|\\.svg)?(?:\\?\\S*)?");

  /** What is said twice could be read in two ways: it is not read at all. */
  private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(12).maxStringLength(20_000).build()).build()).build();

  private final CredentialTable table;
  private final Proofs proofs;
  private final Disclosure showing;
  private final IssuerAddress address;

  CredentialVerifier(CredentialTable table, Proofs proofs, Disclosure showing, IssuerAddress address) {
    this.table = table;
    this.proofs = proofs;
    this.showing = showing;
    this.address = address;
  }

  @Override
  public Optional<Verification> verify(String text, Words words) {
    if (text.startsWith("{")) return read(text).map(document -> document(document, words));
    Matcher link = LINK.matcher(text);
    return link.matches() ? Optional.of(named(new CredentialId(UUID.fromString(link.group(1))), words)) : Optional.empty();
  }

  private static Optional<JsonNode> read(String text) {
    if (text.length() > LONGEST) return Optional.empty();
    try {
      JsonNode document = STRICT.readTree(text);
      return document.has("credentialSubject") ? Optional.of(document) : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private Verification document(JsonNode document, Words words) {
    Matcher id = ID.matcher(document.path("id").asString(""));
    JsonNode issuer = document.path("issuer");
    String named = issuer.isObject() ? issuer.path("id").asString("") : issuer.asString("");
    if (!id.matches()) return Verification.bare(named.equals(address.now() + "/issuer") ? Outcome.CHANGED : Outcome.NOT_OURS);
    Optional<CredentialView> ours = table.find(new CredentialId(UUID.fromString(id.group(2))));
    String site = ours.map(CredentialView::site).orElse(address.now());
    boolean names = named.equals(site + "/issuer") || ours.isPresent();
    if (!names) return Verification.bare(Outcome.NOT_OURS);
    // Where we know nothing of it any more, a signature of ours alone does not say that it was not revoked.
    boolean stands = id.group(1).equals(site) && proofs.stand(document, Shape.CREDENTIAL, site + "/issuer");
    if (!stands) return Verification.bare(Outcome.CHANGED);
    return ours.map(credential -> ours(credential, document, words)).orElseGet(() -> Verification.bare(Outcome.UNKNOWN));
  }

  private Verification ours(CredentialView credential, JsonNode document, Words words) {
    boolean hours = document.path("credentialSubject").has("result");
    return new Verification(showing.standing(credential), credential.achievement().nameIn(words.language()), showing.minimum(credential),
        Disclosure.facts(credential, hours ? credential.minutes() : null, words), showing.inPublic(credential).isPresent() ? "/credentials/" + credential.id() : "");
  }

  /** A name alone proves nothing: it leads to what the holder shows, and to nothing where they show nothing. */
  private Verification named(CredentialId id, Words words) {
    return table.find(id).flatMap(credential -> showing.shared(credential, words)).orElseGet(() -> Verification.bare(Outcome.UNKNOWN));
  }
}
