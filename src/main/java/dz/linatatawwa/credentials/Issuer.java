package dz.linatatawwa.credentials;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who issues, as everybody may read it: the platform's profile with all its keys, the same as a did:web document, and the achievements. */
@Service
public class Issuer {

  private static final String DID_CONTEXT = "https://www.w3.org/ns/did/v1";
  private static final String KEY_CONTEXT = "https://w3id.org/security/multikey/v1";

  private final IssuerKeys keys;
  private final IssuerAddress address;
  private final AchievementTable achievements;
  private final BadgePictures pictures;
  private final Dictionary dictionary;
  private final JsonMapper json;

  Issuer(IssuerKeys keys, IssuerAddress address, AchievementTable achievements, BadgePictures pictures, Dictionary dictionary, JsonMapper json) {
    this.keys = keys;
    this.address = address;
    this.achievements = achievements;
    this.pictures = pictures;
    this.dictionary = dictionary;
    this.json = json;
  }

  /** A public key.
   *  @param id   its name within documents: {@code https://…/issuer#key-1}
   *  @param text Multikey in Multibase
   *  @param signs whether it signs now, or only checks */
  public record Key(String id, String text, boolean signs) {}

  /** Where the platform answers, without a slash at its end. */
  public String site() {
    return address.now();
  }

  /** All keys, the one that signs first. */
  public java.util.List<Key> keys() {
    return keys.numbers().stream().map(number -> new Key(Proofs.method(site() + "/issuer", number), keys.multikey(number), number == keys.newest())).toList();
  }

  /** The profile, in JSON-LD. */
  public String profile(Language language) {
    Words words = dictionary.in(OpenBadge.written(language));
    ObjectNode profile = JsonNodeFactory.instance.objectNode();
    profile.putArray("@context").add(DID_CONTEXT).add(KEY_CONTEXT).add(Shape.OB_CONTEXT);
    OpenBadge.profile(profile, site(), words.text("site.name"));
    profile.put("description", words.text("site.description"));
    methods(profile, site() + "/issuer");
    return json.writeValueAsString(profile);
  }

  /** The same keys as a did:web document. */
  public String did() {
    String did = "did:web:" + site().replaceFirst("^https?://", "").replace(":", "%3A").replace("/", ":");
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.putArray("@context").add(DID_CONTEXT).add(KEY_CONTEXT);
    document.put("id", did);
    document.putArray("alsoKnownAs").add(site() + "/issuer");
    methods(document, did);
    return json.writeValueAsString(document);
  }

  /** An achievement in JSON-LD. */
  public Optional<String> achievement(String key, int version, Language language) {
    Words words = dictionary.in(OpenBadge.written(language));
    return achievements.find(key, version).map(found -> {
      ObjectNode achievement = JsonNodeFactory.instance.objectNode();
      Shape.CREDENTIAL.contexts().forEach(achievement.putArray("@context")::add);
      OpenBadge.achievement(achievement, found, site(), words.language(), found.type().tellsHours() ? words.text("credentials.result.hours") : "");
      return json.writeValueAsString(achievement);
    });
  }

  /** The picture of an achievement, as its room draws it. */
  public Optional<byte[]> picture(String key, int version, Language language) {
    return achievements.find(key, version).flatMap(found -> achievements.kind(key, version)
        .map(kind -> pictures.png(kind, found, OpenBadge.written(language))));
  }

  private void methods(ObjectNode document, String controller) {
    for (int number : keys.numbers()) {
      document.withArray("verificationMethod").addObject().put("id", Proofs.method(controller, number)).put("type", "Multikey").put("controller", controller)
          .put("publicKeyMultibase", keys.multikey(number));
      document.withArray("assertionMethod").add(Proofs.method(controller, number));
    }
  }
}
