package dz.linatatawwa.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers of the 69 wilayas as a map draws them: outlines, and one of five shades each.
 *  @param wilayas by code
 *  @param most    the largest number */
public record WilayaMap(List<Drawn> wilayas, long most) {

  /** A wilaya on the map.
   *  @param outline an SVG path on a field of 1600 by 1600
   *  @param shade   0 none, 1 few … 5 most; negative: the number is not shown
   *  @param north   small enough to be drawn again, larger */
  public record Drawn(String code, String outline, long number, int shade, boolean north) {}

  /** How many shades there are beside that of none. */
  public static final int SHADES = 5;

  /** Who is to be named beside the map: the licence of the outlines asks for it. */
  public static final String SOURCE = "© OpenStreetMap contributors";

  private record Outline(String code, String path, boolean north) {}

  private static final List<Outline> OUTLINES = read();
  /** What lies above this line is drawn again, larger. */
  private static final int NORTH = 420;

  public WilayaMap {
    wilayas = List.copyOf(wilayas);
  }

  /** @param numbers by code of wilaya; a missing one is none, a negative one is not shown */
  public static WilayaMap of(Map<String, ? extends Number> numbers) {
    long most = Math.max(0, numbers.entrySet().stream().filter(entry -> !entry.getKey().isEmpty()).mapToLong(entry -> entry.getValue().longValue()).max().orElse(0));
    return new WilayaMap(OUTLINES.stream().map(outline -> {
      Number found = numbers.get(outline.code);
      long number = found == null ? 0 : found.longValue();
      return new Drawn(outline.code, outline.path, number, shade(number, most), outline.north);
    }).toList(), most);
  }

  /** The largest number that a shade stands for. */
  public long upTo(int shade) {
    return most * shade * shade / (SHADES * SHADES);
  }

  /** By the square root, since a few wilayas have most. */
  private static int shade(long number, long most) {
    return number <= 0 ? (int) Math.max(-1, number) : Math.clamp((int) Math.ceil(SHADES * Math.sqrt((double) number / most)), 1, SHADES);
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
