package dz.linatatawwa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of docs/security.md: every requirement of ASVS 5.0, levels 1 and 2, once; and whatever a line names as its proof is really there. */
class AsvsTests {

  private static final Path PAGE = Path.of("docs/security.md");
  private static final Pattern LINE = Pattern.compile("(?m)^\\| (\\d+)\\.(\\d+)\\.(\\d+) \\| ([12]) \\| (.+?) \\| (held|partly|open|does not apply) \\| (.+) \\|$");
  private static final Pattern NAMED = Pattern.compile("`((?:[a-z]+\\.)+)([A-Z]\\w+)(?:\\.(\\w+))?`");
  private static final Pattern COMMAND = Pattern.compile("`bin/([a-z-]+)");

  /** How many requirements of the two levels each chapter of the standard has. */
  private static final Map<Integer, Integer> CHAPTERS = Map.ofEntries(Map.entry(1, 27), Map.entry(2, 11), Map.entry(3, 19), Map.entry(4, 10), Map.entry(5, 9), Map.entry(6, 35), Map.entry(7, 18),
      Map.entry(8, 7), Map.entry(9, 7), Map.entry(10, 29), Map.entry(11, 14), Map.entry(12, 9), Map.entry(13, 13), Map.entry(14, 9), Map.entry(15, 13), Map.entry(16, 16), Map.entry(17, 7));

  @Test
  void everyRequirementOfTheTwoLevelsHasOneLine() throws IOException {
    Map<Integer, Integer> counted = new TreeMap<>();
    Set<String> numbers = new TreeSet<>();
    List<String> twice = new ArrayList<>();
    Matcher line = LINE.matcher(Files.readString(PAGE));
    while (line.find()) {
      counted.merge(Integer.parseInt(line.group(1)), 1, Integer::sum);
      String number = line.group(1) + "." + line.group(2) + "." + line.group(3);
      if (!numbers.add(number)) twice.add(number);
    }
    assertThat(twice).isEmpty();
    assertThat(counted).isEqualTo(new TreeMap<>(CHAPTERS));
  }

  @Test
  void whatIsSaidToBeHeldOpenAndNoneOfOursIsCountedTruly() throws IOException {
    String page = Files.readString(PAGE);
    Map<String, Integer> states = new TreeMap<>();
    Matcher line = LINE.matcher(page);
    while (line.find()) states.merge(line.group(6), 1, Integer::sum);
    assertThat(page).contains(states.get("held") + " are held, " + states.get("partly") + " partly, " + states.getOrDefault("open", 0) + " are open, " + states.get("does not apply") + " do not apply");
  }

  @Test
  void everyTestAndEveryClassThatThePageNamesExists() throws IOException {
    Set<String> missing = new TreeSet<>();
    String page = Files.readString(PAGE);
    Matcher named = NAMED.matcher(page);
    int seen = 0;
    while (named.find()) {
      seen++;
      if (!exists(named.group(1), named.group(2), named.group(3))) missing.add(named.group());
    }
    Matcher command = COMMAND.matcher(page);
    while (command.find()) if (!Files.isExecutable(Path.of("bin", command.group(1)))) missing.add(command.group());
    assertThat(missing).isEmpty();
    assertThat(seen).isGreaterThan(200);
  }

  private static boolean exists(String room, String type, String method) throws IOException {
    for (String root : List.of("src/test/java/dz/linatatawwa/", "src/main/java/dz/linatatawwa/")) {
      Path file = Path.of(root + room.replace('.', '/') + type + ".java");
      if (Files.exists(file)) return method == null || Pattern.compile("\\b" + method + "\\(").matcher(Files.readString(file)).find();
    }
    return false;
  }
}
