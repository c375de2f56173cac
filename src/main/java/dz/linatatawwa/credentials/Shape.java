package dz.linatatawwa.credentials;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One kind of node that our documents are made of: its types and every term that it may have, each with what the contexts make of it. This is the part of
 *  the contexts that we use, written down; a test proves with a JSON-LD processor that it says the same as they do. It only ever grows: old documents are read by it too.
 *  @param types    each type with its full name; a node of this kind has all of them and no other
 *  @param contexts of whole documents, in their order; empty for nodes within */
record Shape(Map<String, String> types, Map<String, Term> terms, List<String> contexts) {

  private Shape(Map<String, String> types, Map<String, Term> terms) {
    this(types, terms, List.of());
  }

  /** What a term stands for.
   *  @param name  the full name of the property
   *  @param kind  what its values are
   *  @param datatype of typed values; empty for plain text
   *  @param range  of nodes within */
  record Term(String name, Kind kind, String datatype, @Nullable Shape range) {}

  /** What the values of a term are. */
  enum Kind { NAME, VALUE, NODE, PURPOSE }

  private static final String VC_CONTEXT = "https://www.w3.org/ns/credentials/v2";
  /** The context of Open Badges, as it is named in documents. */
  static final String OB_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

  private static final String OB = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
  private static final String VC = "https://www.w3.org/2018/credentials#";
  private static final String STATUS = "https://www.w3.org/ns/credentials/status#";
  private static final String SECURITY = "https://w3id.org/security#";
  private static final String SCHEMA = "https://schema.org/";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  /** Open Badges writes the names of these datatypes with an s. */
  private static final String OB_XSD = "https://www.w3.org/2001/XMLSchema#";

  private static final Term NAME = text(SCHEMA + "name");

  private static final Shape PROFILE = new Shape(Map.of("Profile", OB + "Profile"), Map.of("name", NAME, "url", typed(SCHEMA + "url", OB_XSD + "anyURI")));
  private static final Shape CRITERIA = new Shape(Map.of(), Map.of("narrative", text(OB + "narrative")));
  private static final Shape IMAGE = new Shape(Map.of("Image", OB + "Image"), Map.of("caption", text(SCHEMA + "caption")));
  private static final Shape RELATED = new Shape(Map.of("Related", OB + "Related"), Map.of("inLanguage", text(SCHEMA + "inLanguage"), "version", text(OB + "version")));
  private static final Shape RESULT_DESCRIPTION = new Shape(Map.of("ResultDescription", OB + "ResultDescription"),
      Map.of("name", NAME, "resultType", text(OB + "resultType"), "valueMin", text(OB + "valueMin"), "requiredValue", text(OB + "requiredValue")));
  private static final Shape RESULT = new Shape(Map.of("Result", OB + "Result"),
      Map.of("resultDescription", typed(OB + "resultDescription", OB_XSD + "anyURI"), "value", text(SCHEMA + "value")));
  private static final Shape ACHIEVEMENT = new Shape(Map.of("Achievement", OB + "Achievement"), Map.of(
      "name", NAME, "description", text(SCHEMA + "description"), "achievementType", text(OB + "achievementType"), "criteria", node(OB + "Criteria", CRITERIA),
      "image", node(OB + "image", IMAGE), "inLanguage", text(SCHEMA + "inLanguage"), "version", text(OB + "version"), "related", node(OB + "related", RELATED),
      "resultDescription", node(OB + "resultDescription", RESULT_DESCRIPTION)));
  private static final Shape SUBJECT = new Shape(Map.of("AchievementSubject", OB + "AchievementSubject"), Map.of(
      "achievement", node(OB + "achievement", ACHIEVEMENT), "activityStartDate", typed(OB + "activityStartDate", OB_XSD + "date"),
      "activityEndDate", typed(OB + "activityEndDate", OB_XSD + "date"), "result", node(OB + "result", RESULT)));
  private static final Shape STATUS_ENTRY = new Shape(Map.of("BitstringStatusListEntry", STATUS + "BitstringStatusListEntry"), Map.of(
      "statusPurpose", text(STATUS + "statusPurpose"), "statusListIndex", text(STATUS + "statusListIndex"),
      "statusListCredential", new Term(STATUS + "statusListCredential", Kind.NAME, "", null)));
  private static final Shape STATUS_LIST = new Shape(Map.of("BitstringStatusList", STATUS + "BitstringStatusList"), Map.of(
      "statusPurpose", text(STATUS + "statusPurpose"), "encodedList", typed(STATUS + "encodedList", SECURITY + "multibase")));

  private static final Map<String, Term> OF_EVERY_CREDENTIAL = Map.of("validFrom", typed(VC + "validFrom", XSD + "dateTime"),
      "validUntil", typed(VC + "validUntil", XSD + "dateTime"));

  /** A badge of Open Badges 3.0. */
  static final Shape CREDENTIAL = new Shape(
      Map.of("VerifiableCredential", VC + "VerifiableCredential", "OpenBadgeCredential", OB + "OpenBadgeCredential"),
      and(OF_EVERY_CREDENTIAL, Map.of("name", NAME, "issuer", node(VC + "issuer", PROFILE), "credentialSubject", node(VC + "credentialSubject", SUBJECT),
          "credentialStatus", node(VC + "credentialStatus", STATUS_ENTRY))), List.of(VC_CONTEXT, OB_CONTEXT));

  /** A Bitstring Status List. */
  static final Shape STATUS_CREDENTIAL = new Shape(
      Map.of("VerifiableCredential", VC + "VerifiableCredential", "BitstringStatusListCredential", STATUS + "BitstringStatusListCredential"),
      and(OF_EVERY_CREDENTIAL, Map.of("issuer", new Term(VC + "issuer", Kind.NAME, "", null), "credentialSubject", node(VC + "credentialSubject", STATUS_LIST))), List.of(VC_CONTEXT));

  /** What a proof says beside its value. */
  static final Shape PROOF = new Shape(Map.of("DataIntegrityProof", SECURITY + "DataIntegrityProof"), Map.of(
      "created", typed("http://purl.org/dc/terms/created", XSD + "dateTime"), "cryptosuite", typed(SECURITY + "cryptosuite", SECURITY + "cryptosuiteString"),
      "proofPurpose", new Term(SECURITY + "proofPurpose", Kind.PURPOSE, SECURITY, null),
      "verificationMethod", new Term(SECURITY + "verificationMethod", Kind.NAME, "", null)));

  /** Whether these are its types, in whatever order. */
  boolean has(Set<String> found) {
    return new TreeSet<>(found).equals(new TreeSet<>(types.keySet()));
  }

  private static Term text(String name) {
    return typed(name, "");
  }

  private static Term typed(String name, String datatype) {
    return new Term(name, Kind.VALUE, datatype, null);
  }

  private static Term node(String name, Shape range) {
    return new Term(name, Kind.NODE, "", range);
  }

  private static Map<String, Term> and(Map<String, Term> some, Map<String, Term> others) {
    Map<String, Term> all = new HashMap<>(some);
    all.putAll(others);
    return Map.copyOf(all);
  }
}
