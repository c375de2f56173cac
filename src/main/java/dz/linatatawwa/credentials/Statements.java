package dz.linatatawwa.credentials;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a document says, one statement a line, in the one order and spelling that RDF Dataset Canonicalization (RDFC-1.0) gives it: what is signed. Only documents of a
 *  known {@link Shape} have them, so that nothing that is shown can be left unsigned. In such documents at most one node has no name of its own, which makes the
 *  canonical order that of the lines' bytes. */
final class Statements {

  private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  private static final String NAMELESS = "_:c14n0";
  private static final Pattern NAME = Pattern.compile("(https?://|urn:uuid:)[^\\x00-\\x20<>\"{}|\\\\^`\\x7f]+");

  private final Set<byte[]> lines = new TreeSet<>(Arrays::compareUnsigned);
  private boolean nameless;

  private Statements() {}

  /** Why a document cannot be said in statements: it has something that no context of ours knows. */
  static final class Unsayable extends Exception {
    private static final long serialVersionUID = 1L;

    private Unsayable(String what) {
      super(what, null, false, false);
    }
  }

  /** @param without terms of the outermost node that are not part of it: its context, its proof */
  static byte[] of(JsonNode document, Shape shape, Set<String> without) throws Unsayable {
    Statements statements = new Statements();
    statements.node(document, shape, without);
    int length = statements.lines.stream().mapToInt(line -> line.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] line : statements.lines) {
      System.arraycopy(line, 0, all, at, line.length);
      at += line.length;
    }
    return all;
  }

  /** @return how the node is called in statements */
  private String node(JsonNode node, Shape shape, Set<String> without) throws Unsayable {
    if (!node.isObject()) throw new Unsayable("not a node: " + node);
    String subject = node.has("id") ? "<" + name(node.path("id")) + ">" : nameless();
    types(subject, node, shape);
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String key = property.getKey();
      if (key.equals("id") || key.equals("type") || without.contains(key)) continue;
      Shape.Term term = shape.terms().get(key);
      if (term == null) throw new Unsayable("unknown term: " + key);
      for (JsonNode value : values(property.getValue())) say(subject, term.name(), object(term, value));
    }
    return subject;
  }

  private void types(String subject, JsonNode node, Shape shape) throws Unsayable {
    Set<String> found = new HashSet<>();
    if (node.has("type")) for (JsonNode type : values(node.path("type"))) found.add(text(type));
    if (!shape.has(found)) throw new Unsayable("other types: " + found);
    for (String full : shape.types().values()) say(subject, TYPE, "<" + full + ">");
  }

  private String object(Shape.Term term, JsonNode value) throws Unsayable {
    return switch (term.kind()) {
      case NAME -> "<" + name(value) + ">";
      case NODE -> node(value, java.util.Objects.requireNonNull(term.range()), Set.of());
      case VALUE -> '"' + escaped(text(value)) + '"' + (term.datatype().isEmpty() ? "" : "^^<" + term.datatype() + ">");
      case PURPOSE -> {
        if (!text(value).equals("assertionMethod")) throw new Unsayable("another purpose");
        yield "<" + term.datatype() + "assertionMethod>";
      }
    };
  }

  private void say(String subject, String property, String object) {
    lines.add((subject + " <" + property + "> " + object + " .\n").getBytes(StandardCharsets.UTF_8));
  }

  private String nameless() throws Unsayable {
    if (nameless) throw new Unsayable("a second node without a name");
    nameless = true;
    return NAMELESS;
  }

  /** One value or a list of them says the same. */
  private static Collection<JsonNode> values(JsonNode value) throws Unsayable {
    if (!value.isArray()) return List.of(value);
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode one : value) {
      if (one.isArray()) throw new Unsayable("a list in a list");
      all.add(one);
    }
    return all;
  }

  private static String name(JsonNode value) throws Unsayable {
    String name = text(value);
    if (!NAME.matcher(name).matches()) throw new Unsayable("not a name: " + name);
    return name;
  }

  private static String text(JsonNode value) throws Unsayable {
    if (!value.isString()) throw new Unsayable("not a text: " + value);
    return value.stringValue();
  }

  /** Processors spell control characters differently: nothing of ours has one, but for the end of a line. */
  private static String escaped(String text) throws Unsayable {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '"' || sign == '\\') escaped.append('\\').append(sign);
      else if (sign == '\n') escaped.append("\\n");
      else if (sign < ' ' || sign == 0x7f || isHalf(text, i)) throw new Unsayable("a character that is none");
      else escaped.append(sign);
    }
    return escaped.toString();
  }

  private static boolean isHalf(String text, int at) {
    char sign = text.charAt(at);
    if (Character.isHighSurrogate(sign)) return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    return Character.isLowSurrogate(sign) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
