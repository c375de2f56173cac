package dz.linatatawwa.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of the demonstration: names of people, of bodies, of works. All fictional; no word stands in the code. */
final class Lexicon {

  /** A word as written in Arabic and in Latin letters. */
  record Word(String arabic, String latin) {}

  /** A kind of work that the demonstration offers. */
  record Work(String activity, int weight, String season, int startHour, int hours, int seats, int minAge, List<String> titles, String titleFr,
      String summary, String description, String bring) {

    String field() {
      return activity.substring(0, 3);
    }
  }

  private final Map<String, List<Word>> words = new HashMap<>();
  private final List<Work> works = new ArrayList<>();
  private final Map<String, Integer> weights = new HashMap<>();

  Lexicon() {
    for (String line : lines("/demo/names.txt")) read(line, ",");
    for (String line : lines("/demo/bodies.tsv")) {
      if (line.startsWith("weights\t")) readWeights(line.substring(8));
      else read(line, "¦");
    }
    for (String line : lines("/demo/works.tsv")) works.add(work(line.split("\t", -1)));
  }

  List<Word> words(String key) {
    return words.getOrDefault(key, words.getOrDefault("VOL", List.of()));
  }

  List<Work> works() {
    return works;
  }

  /** How many people a wilaya stands for, in thousands: a weight for the demonstration, not a statistic. */
  int weight(String wilaya) {
    return weights.getOrDefault(wilaya, 100);
  }

  private void read(String line, String between) {
    int tab = line.indexOf('\t');
    List<Word> list = new ArrayList<>();
    for (String part : line.substring(tab + 1).split(between)) {
      int equals = part.indexOf('=');
      list.add(equals < 0 ? new Word(part, part) : new Word(part.substring(0, equals), part.substring(equals + 1)));
    }
    words.put(line.substring(0, tab), list);
  }

  private void readWeights(String text) {
    for (String part : text.split(",")) weights.put(part.substring(0, 2), Integer.parseInt(part.substring(3)));
  }

  private static Work work(String[] cell) {
    return new Work(cell[0], Integer.parseInt(cell[1]), cell[2], Integer.parseInt(cell[3]), Integer.parseInt(cell[4]), Integer.parseInt(cell[5]),
        Integer.parseInt(cell[6]), List.of(cell[7].split("¦")), cell[8], cell[9], cell[10], cell[11]);
  }

  private static List<String> lines(String resource) {
    try (InputStream stream = Lexicon.class.getResourceAsStream(resource)) {
      if (stream == null) throw new IllegalStateException("no " + resource);
      BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
