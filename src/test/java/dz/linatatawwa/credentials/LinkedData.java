package dz.linatatawwa.credentials;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** What a JSON-LD processor and RDF canonicalisation, neither of them ours, make of a document. Contexts come from files of known content. */
final class LinkedData {

  private static final Map<String, String> FILES = Map.of(
      "https://www.w3.org/ns/credentials/v2", "credentials-v2.json 8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "open-badges-3.0.3.json ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761");
  private static final Map<String, Document> CONTEXTS = contexts();

  private LinkedData() {}

  /** The canonical statements, one a line. */
  static String statements(String json) throws Exception {
    RdfCanon canon = RdfCanon.create("SHA-256");
    JsonLd.toRdf(JsonDocument.of(new StringReader(json))).loader((address, options) -> context(address)).provide(canon);
    StringBuilder lines = new StringBuilder();
    canon.provide(new com.apicatalog.rdf.api.RdfQuadConsumer() {
      @Override
      public com.apicatalog.rdf.api.RdfQuadConsumer quad(String subject, String predicate, String object, String datatype, String language, String direction, String graph) {
        lines.append(NQuadsWriter.nquad(subject, predicate, object, datatype, language, direction, graph));
        return this;
      }
    });
    return lines.toString();
  }

  private static Document context(URI address) throws JsonLdError {
    Document known = CONTEXTS.get(address.toString());
    if (known == null) throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "not pinned: " + address);
    return known;
  }

  private static Map<String, Document> contexts() {
    Map<String, Document> contexts = new HashMap<>();
    FILES.forEach((address, file) -> {
      String[] parts = file.split(" ");
      try (InputStream in = LinkedData.class.getResourceAsStream("/credentials/contexts/" + parts[0])) {
        byte[] bytes = in.readAllBytes();
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        if (!hash.equals(parts[1])) throw new IllegalStateException(parts[0] + " has changed: " + hash);
        contexts.put(address, JsonDocument.of(new ByteArrayInputStream(bytes)));
      } catch (IOException | JsonLdError | java.security.NoSuchAlgorithmException e) {
        throw new IllegalStateException(parts[0], e);
      }
    });
    return contexts;
  }
}
