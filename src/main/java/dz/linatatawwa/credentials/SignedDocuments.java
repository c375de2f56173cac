package dz.linatatawwa.credentials;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is signed and what it is baked into: a credential as JSON-LD, PNG and SVG, the lists of what was revoked, and who issues. Who may have a
 *  credential is the caller's to check. */
@Service
public class SignedDocuments {

  private final CredentialTable credentials;
  private final DocumentTable documents;
  private final Proofs proofs;
  private final StatusLists lists;
  private final BadgePictures pictures;
  private final Dictionary dictionary;
  private final JsonMapper json;
  private final Clock clock;

  SignedDocuments(CredentialTable credentials, DocumentTable documents, Proofs proofs, StatusLists lists, BadgePictures pictures, Dictionary dictionary, JsonMapper json,
      Clock clock) {
    this.credentials = credentials;
    this.documents = documents;
    this.proofs = proofs;
    this.lists = lists;
    this.pictures = pictures;
    this.dictionary = dictionary;
    this.json = json;
    this.clock = clock;
  }

  /** The signed credential in a language, with the confirmed time or without: the same bytes whenever it is asked.
   *  @return nothing once its holder has left */
  public Optional<String> json(CredentialId id, Language language, boolean hours) {
    Language written = OpenBadge.written(language);
    return documents.find(id, written, hours).or(() -> {
      make(List.of(id), written, hours);
      return documents.find(id, written, hours);
    });
  }

  /** Signs those that are not signed yet, on all cores at once. */
  public void make(List<CredentialId> ids, Language language, boolean hours) {
    Map<CredentialId, CredentialTable.Place> places = credentials.places(ids);
    List<CredentialView> views = credentials.findAll(ids);
    Map<CredentialId, String> bodies = new ConcurrentHashMap<>();
    views.parallelStream().filter(view -> places.containsKey(view.id())).forEach(view -> bodies.put(view.id(), sign(view, places, language, hours)));
    List<DocumentTable.Made> made = new ArrayList<>(bodies.size());
    bodies.forEach((id, body) -> made.add(new DocumentTable.Made(id, body)));
    documents.keep(made, OpenBadge.written(language), hours);
  }

  private String sign(CredentialView view, Map<CredentialId, CredentialTable.Place> places, Language language, boolean hours) {
    Words words = dictionary.in(OpenBadge.written(language));
    CredentialTable.Place place = java.util.Objects.requireNonNull(places.get(view.id()));
    ObjectNode badge = OpenBadge.of(view, place, words.language(), hours, words.text("site.name"), words.text("credentials.result.hours"));
    proofs.sign(badge, Shape.CREDENTIAL, view.site() + "/issuer", clock.instant().truncatedTo(ChronoUnit.SECONDS));
    return json.writeValueAsString(badge);
  }

  /** The picture with the signed credential in it. */
  public Optional<byte[]> png(CredentialView credential, Language language, boolean hours) {
    return json(credential.id(), language, hours).map(body -> Baking.png(pictures.png(credential.kind(), credential.achievement(), OpenBadge.written(language)), body));
  }

  /** The picture with the signed credential in it. */
  public Optional<String> svg(CredentialView credential, Language language, boolean hours) {
    return json(credential.id(), language, hours).map(body -> Baking.svg(pictures.svg(credential.kind(), credential.achievement(), OpenBadge.written(language)), body));
  }

  /** The signed list of this number, as it stands now. */
  public Optional<String> statusList(int number) {
    return lists.list(number);
  }
}
