package dz.linatatawwa.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One line of the table: who may ask for this address.
 *  @param with values for the address and the form that are not the usual ones; {@code @name}: what the country has under that name */
record Rule(int line, String method, String pattern, List<Who> who, Map<String, String> with) {

  static final String TABLE = "src/test/resources/door/rules.txt";

  /** The name under which a line says which table is written to for everybody, also where the deed is refused: {@code writes=schema.table}. */
  static final String MAY_WRITE = "writes";

  boolean may(Role role, boolean home) {
    return who.stream().anyMatch(one -> one.may(role, home));
  }

  String route() {
    return method + " " + pattern;
  }

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    String[] lines = text().split("\n");
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && !line.startsWith("#")) rules.add(read(i + 1, line));
    }
    return rules;
  }

  private static Rule read(int number, String line) {
    String[] words = line.split("\\s+");
    if (words.length < 3) throw new IllegalStateException(TABLE + ":" + number + ": a line is METHOD ADDRESS WHO[,WHO…] [name=value…], found: " + line);
    try {
      Map<String, String> with = new LinkedHashMap<>();
      for (int i = 3; i < words.length; i++) with.put(words[i].substring(0, words[i].indexOf('=')), words[i].substring(words[i].indexOf('=') + 1));
      return new Rule(number, words[0], words[1], Stream.of(words[2].split(",")).map(Who::of).toList(), with);
    } catch (RuntimeException e) {
      throw new IllegalStateException(TABLE + ":" + number + ": cannot be read: " + line, e);
    }
  }

  private static String text() {
    try (InputStream in = Rule.class.getResourceAsStream("/door/rules.txt")) {
      if (in == null) throw new IllegalStateException("no " + TABLE);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
