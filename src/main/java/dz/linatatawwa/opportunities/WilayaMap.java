package dz.linatatawwa.opportunities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers of the 69 wilayas as a map draws them: outlines, and one of five shades each.
 *  @param wilayas by code */
public record WilayaMap(List<Drawn> wilayas) {

  /** A wilaya on the map.
   *  @param outline an SVG path on a field of 1600 by 1600
   *  @param shade   0 none, 1 few … 5 most
   *  @param north   small enough to be drawn again, larger */
  public record Drawn(String code, String outline, int number, int shade, boolean north) {}

  /** Who is to be named beside the map: the licence of the outlines asks for it. */
  public static final String SOURCE = "© OpenStreetMap contributors";

  private record Outline(String code, String path, boolean north) {}

  private static final List<Outline> OUTLINES = read();
  /** What lies above this line is drawn again, larger. */
  private static final int NORTH = 420;

  public WilayaMap {
    wilayas = List.copyOf(wilayas);
  }

  /** @param numbers by code of wilaya; a missing one is none */
  public static WilayaMap of(Map<String, Integer> numbers) {
    int most = numbers.entrySet().stream().filter(entry -> !entry.getKey().isEmpty()).mapToInt(Map.Entry::getValue).max().orElse(0);
    return new WilayaMap(OUTLINES.stream().map(outline -> {
      int number = numbers.getOrDefault(outline.code, 0);
      return new Drawn(outline.code, outline.path, number, shade(number, most), outline.north);
    }).toList());
  }

  /** By the square root, since a few wilayas have most. */
  private static int shade(int number, int most) {
    return number == 0 ? 0 : Math.clamp((int) Math.ceil(5 * Math.sqrt((double) number / most)), 1, 5);
  }

  private static List<Outline> read() {
    try (InputStream file = WilayaMap.class.getResourceAsStream("wilayas.txt")) {
      if (file == null) throw new IllegalStateException("wilayas.txt is missing");
      List<Outline> outlines = new ArrayList<>();
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("#")) continue;
        String path = line.substring(3);
        int top = Integer.parseInt(path.substring(path.indexOf(' ') + 1, path.indexOf('l')));
        outlines.add(new Outline(line.substring(0, 2), path, top < NORTH));
      }
      return List.copyOf(outlines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
