package dz.linatatawwa.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dz.linatatawwa.site.DataReplaced;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Signed lists of what was revoked (Bitstring Status List). Each answer asks for the list's revision, so that a bit that is set is seen at once; the list is made and
 *  signed again only when it has changed. */
@Component
class StatusLists {

  private final StatusTable table;
  private final Proofs proofs;
  private final IssuerKeys keys;
  private final IssuerAddress address;
  private final JsonMapper json;
  private final Cache<Edition, String> made = Caffeine.newBuilder().maximumSize(64).build();

  private record Edition(StatusTable.Edition edition, String site, int key) {}

  StatusLists(StatusTable table, Proofs proofs, IssuerKeys keys, IssuerAddress address, JsonMapper json) {
    this.table = table;
    this.proofs = proofs;
    this.keys = keys;
    this.address = address;
    this.json = json;
  }

  /** Nothing for a list that was never begun. */
  Optional<String> list(int number) {
    return table.edition(number).map(edition -> made.get(new Edition(edition, address.now(), keys.newest()), this::make));
  }

  @EventListener(DataReplaced.class)
  void forget() {
    made.invalidateAll();
  }

  private String make(Edition of) {
    StatusTable.Edition edition = of.edition();
    String id = of.site() + "/credentials/status/" + edition.number();
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    Shape.STATUS_CREDENTIAL.contexts().forEach(list.putArray("@context")::add);
    list.put("id", id);
    list.putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
    list.put("issuer", of.site() + "/issuer").put("validFrom", edition.changedAt().toString());
    list.putObject("credentialSubject").put("id", id + "#list").put("type", "BitstringStatusList").put("statusPurpose", "revocation")
        .put("encodedList", encoded(table.revoked(edition.number())));
    proofs.sign(list, Shape.STATUS_CREDENTIAL, of.site() + "/issuer", edition.changedAt());
    return json.writeValueAsString(list);
  }

  /** The first bit is the leftmost of the first byte; packed, then written in base64url, of which the {@code u} tells (Multibase). */
  static String encoded(BitSet bits) {
    byte[] bytes = new byte[StatusBits.SIZE / 8];
    bits.stream().forEach(bit -> bytes[bit / 8] |= (byte) (0x80 >> bit % 8));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
  }
}
