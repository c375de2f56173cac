package dz.linatatawwa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map in ARCHITECTURE.md equals the code: rooms, sentences, neighbours, and floors that only lead down. */
class ArchitectureMapTests {

  private record Room(int floor, String sentence, Set<String> mayUse) {}

  private static final Path SOURCES = Path.of("src/main/java/dz/linatatawwa");
  private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| `(\\w+)` \\| (.+?) \\| (.+?) \\|");
  private static final Pattern SENTENCE = Pattern.compile("/\\*\\*\\s*(.+?)\\s*\\*/", Pattern.DOTALL);
  private static final Pattern DEPENDENCIES = Pattern.compile("allowedDependencies = \\{(.*?)}", Pattern.DOTALL);

  @Test
  void everyRoomOfTheCodeIsOnTheMapWithItsSentenceAndItsNeighbours() throws IOException {
    Map<String, Room> map = map();
    Map<String, Room> code = code(map);
    assertThat(map.keySet()).isEqualTo(code.keySet());
    code.forEach((name, room) -> assertThat(map.get(name)).as(name).isEqualTo(room));
  }

  @Test
  void arrowsOnlyLeadDown() throws IOException {
    Map<String, Room> map = map();
    map.forEach((name, room) -> room.mayUse().forEach(lower ->
        assertThat(map.get(lower).floor()).as(name + " uses " + lower).isLessThan(room.floor())));
  }

  private static Map<String, Room> map() throws IOException {
    Map<String, Room> rooms = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("ARCHITECTURE.md")));
    while (row.find()) rooms.put(row.group(2), new Room(Integer.parseInt(row.group(1)), row.group(3), names(row.group(4), "\\s+")));
    return rooms;
  }

  private static Map<String, Room> code(Map<String, Room> map) throws IOException {
    Map<String, Room> rooms = new TreeMap<>();
    try (Stream<Path> folders = Files.list(SOURCES)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        String text = Files.readString(folder.resolve("package-info.java"));
        String name = folder.getFileName().toString();
        int floor = map.containsKey(name) ? map.get(name).floor() : 0;
        rooms.put(name, new Room(floor, first(SENTENCE, text).replaceAll("\\s*\\*?\\s+\\*?\\s*", " "), names(first(DEPENDENCIES, text), "[\\s,\"]+")));
      }
    }
    return rooms;
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) throw new IllegalStateException("no " + pattern + " in " + text);
    return found.group(1);
  }

  private static Set<String> names(String text, String between) {
    return Stream.of(text.split(between)).filter(n -> n.matches("\\w+")).collect(Collectors.toCollection(TreeSet::new));
  }
}
