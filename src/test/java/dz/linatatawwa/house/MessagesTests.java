package dz.linatatawwa.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word that people read is in a bundle, in every language, and somebody reads it.
 *  A key counts as used when it stands as a literal in Java, a template or a script, or when it begins with such a literal that ends with a dot
 *  ({@code "hours.grade." + grade}), or is such a literal and one more that begins with a dot ({@code kind + ".title"}). */
class MessagesTests {

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final Pattern ASKED = Pattern.compile("\\btext\\(\\s*\"([\\w.-]+)\"\\s*[,)]");
  private static final Set<String> ARABIC_FORMS = Set.of("zero", "one", "two", "few", "many", "other");

  private final Map<String, String> arabic = bundle("ar");
  private final Map<String, String> french = bundle("fr");
  private final Map<String, String> english = bundle("en");

  @Test
  void everyKeyIsInEveryLanguage() {
    assertThat(french.keySet()).as("French has what Arabic has").isEqualTo(arabic.keySet());
    assertThat(english.keySet()).as("English has what Arabic has").isEqualTo(arabic.keySet());
    assertThat(arabic.keySet()).as("Tamazight has nothing more").containsAll(bundle("kab").keySet());
  }

  @Test
  void noKeyIsWrittenTwice() {
    List<String> twice = new ArrayList<>();
    for (String language : List.of("ar", "fr", "en")) {
      Set<String> seen = new HashSet<>();
      Sources.in(Sources.MESSAGES, "_" + language + ".properties").forEach((file, text) -> text.lines().map(String::strip)
          .filter(line -> !line.startsWith("#") && line.contains("=")).map(line -> line.substring(0, line.indexOf('=')).strip())
          .filter(key -> key.matches("[\\w.-]+") && !seen.add(key)).forEach(key -> twice.add(language + " " + key)));
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void apostrophesAreTypographic() {
    // The typewriter's apostrophe quotes a brace in some patterns and stands for itself in others: ’ is always itself.
    Set<String> typed = new TreeSet<>();
    Map.of("ar", arabic, "fr", french, "en", english).forEach((language, all) -> all.forEach((key, pattern) -> { if (pattern.indexOf('\'') >= 0) typed.add(language + " " + key); }));
    assertThat(typed).as("messages with ' instead of ’").isEmpty();
  }

  @Test
  void placeholdersAreTheSameInEveryLanguage() {
    Set<String> different = new TreeSet<>();
    arabic.forEach((key, pattern) -> {
      Set<Integer> expected = placeholders(key, pattern);
      for (Map<String, String> other : List.of(french, english)) {
        String translated = other.get(key);
        if (translated != null && !placeholders(key, translated).equals(expected)) different.add(key + ": " + pattern + " | " + translated);
      }
    });
    assertThat(different).isEmpty();
  }

  @Test
  void pluralsHaveTheFormsOfTheirLanguage() {
    Set<String> lacking = new TreeSet<>();
    arabic.forEach((key, pattern) -> { if (!hasForms(pattern, ARABIC_FORMS)) lacking.add("ar " + key); });
    french.forEach((key, pattern) -> { if (!hasForms(pattern, Set.of("one", "other"))) lacking.add("fr " + key); });
    english.forEach((key, pattern) -> { if (!hasForms(pattern, Set.of("one", "other"))) lacking.add("en " + key); });
    assertThat(lacking).as("plurals that lack a form").isEmpty();
  }

  @Test
  void everyKeyAskedForExists() {
    Set<String> unknown = new TreeSet<>();
    code().forEach((file, text) -> {
      Matcher asked = ASKED.matcher(text);
      while (asked.find()) if (!asked.group(1).endsWith(".") && !arabic.containsKey(asked.group(1))) unknown.add(asked.group(1) + " in " + file);
    });
    assertThat(unknown).isEmpty();
  }

  @Test
  void noKeyIsUnused() {
    Set<String> literals = new HashSet<>();
    code().values().forEach(text -> {
      Matcher literal = LITERAL.matcher(text);
      while (literal.find()) literals.add(literal.group(1));
      Matcher asked = ASKED.matcher(text);
      while (asked.find()) literals.add(asked.group(1));
    });
    Set<String> unused = arabic.keySet().stream().filter(key -> !isUsed(key, literals)).collect(Collectors.toCollection(TreeSet::new));
    assertThat(unused).as("keys that nobody asks for").isEmpty();
  }

  @Test
  void noWordStandsInATemplate() {
    Map<Path, List<String>> words = new TreeMap<>();
    Sources.in(Sources.TEMPLATES, ".jte").forEach((file, source) -> {
      List<String> found = Templates.words(source);
      if (!found.isEmpty()) words.put(file, found);
    });
    assertThat(words).isEmpty();
  }

  @Test
  void templatesAreReadAsTheyAre() {
    assertThat(Templates.words("@import a.B\n@param B b\n<p title=\"${b}\">${page.text(\"x\")} · &nbsp; 1</p>@if(b.is(\"y\"))<b>@endif")).isEmpty();
    assertThat(Templates.words("@template.site.layout(page = page, content = @`<p>${\"a\"}</p>`)")).isEmpty();
    assertThat(Templates.words("@template.site.layout(page = page, content = @`<p>Hello</p>`)")).containsExactly("Hello");
    assertThat(Templates.words("<img alt=\"صورة\"><p>نص</p>")).containsExactlyInAnyOrder("alt=\"صورة\"", "نص");
    assertThat(Templates.words("<option value=\"x\" @if(a > b)selected@endif>${c}</option>")).isEmpty();
  }

  private static boolean isUsed(String key, Set<String> literals) {
    if (literals.contains(key)) return true;
    if (key.startsWith("setting.") && literals.contains(key.substring("setting.".length()).replaceFirst("\\.text$", ""))) return true;
    int first = key.indexOf('.');
    for (int dot = first; dot > 0; dot = key.indexOf('.', dot + 1)) {
      boolean room = dot == first && !key.startsWith("setting."); // a room's name alone says nothing
      if (!room && literals.contains(key.substring(0, dot + 1))) return true;
      if (literals.contains(key.substring(0, dot)) && literals.contains(key.substring(dot))) return true;
    }
    for (int dash = key.indexOf('-', key.lastIndexOf('.')); dash > 0; dash = key.indexOf('-', dash + 1)) {
      if (literals.contains(key.substring(0, dash + 1))) return true;
    }
    return false;
  }

  private static Map<Path, String> code() {
    Map<Path, String> code = new TreeMap<>(Sources.in(Sources.JAVA, ".java"));
    code.putAll(Sources.in(Sources.TEMPLATES, ".jte"));
    code.putAll(Sources.in(Sources.SCRIPTS, ".js"));
    return code;
  }

  private static boolean hasForms(String pattern, Set<String> forms) {
    if (!pattern.contains("plural")) return true;
    MessagePattern parsed = new MessagePattern(pattern);
    for (int i = 0; i < parsed.countParts(); i++) {
      Part part = parsed.getPart(i);
      if (part.getType() != Part.Type.ARG_START || part.getArgType() != ArgType.PLURAL) continue;
      Set<String> found = new HashSet<>();
      for (int j = i + 1, depth = 0; j < parsed.getLimitPartIndex(i); j++) {
        Part inner = parsed.getPart(j);
        if (inner.getType() == Part.Type.MSG_START) depth++;
        if (inner.getType() == Part.Type.MSG_LIMIT) depth--;
        if (depth == 0 && inner.getType() == Part.Type.ARG_SELECTOR) found.add(parsed.getSubstring(inner));
      }
      if (!found.containsAll(forms)) return false;
    }
    return true;
  }

  private static Set<Integer> placeholders(String key, String pattern) {
    try {
      MessagePattern parsed = new MessagePattern(pattern);
      return Stream.iterate(0, i -> i < parsed.countParts(), i -> i + 1).map(parsed::getPart)
          .filter(part -> part.getType() == Part.Type.ARG_NUMBER).map(Part::getValue).collect(Collectors.toCollection(TreeSet::new));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + " cannot be read: " + pattern, e);
    }
  }

  private static Map<String, String> bundle(String language) {
    Map<String, String> all = new TreeMap<>();
    Sources.in(Sources.MESSAGES, "_" + language + ".properties").values().forEach(text -> {
      Properties properties = new Properties();
      try {
        properties.load(new StringReader(text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
    });
    return all;
  }
}
