package dz.linatatawwa.ideas.web;

import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.places.Point;
import java.util.ArrayList;
import java.util.List;

/** What lies around a visitor, drawn without a map of anybody else's: north is up, rings tell how far, numbers are those of the list.
 *  @param rings radii of the rings in kilometres, the outermost last
 *  @param dots  on a field of 400 by 400 whose middle is the visitor */
public record Around(List<Integer> rings, List<Dot> dots) {

  private static final double MIDDLE = 200;
  private static final double OUTERMOST = 180;
  private static final double KILOMETRES_OF_A_DEGREE = 111.2;
  private static final List<List<Integer>> SCALES = List.of(List.of(1, 2), List.of(2, 5), List.of(5, 10), List.of(10, 25), List.of(25, 50));

  /** An idea on the drawing. @param number in the list, from 1 */
  public record Dot(int number, long x, long y, Idea idea) {}

  /** How far a ring is from the middle, on the drawing. */
  public long radius(int kilometres) {
    return Math.round(OUTERMOST * kilometres / rings.getLast());
  }

  private record Away(int number, double east, double north, Idea idea) {

    double far() {
      return Math.hypot(east, north);
    }
  }

  /** @param ideas in the order of the list; those without a spot are not drawn */
  static Around of(Point here, List<Idea> ideas) {
    List<Away> away = new ArrayList<>();
    for (int i = 0; i < ideas.size(); i++) {
      Point spot = ideas.get(i).told().spot();
      if (spot == null) continue;
      away.add(new Away(i + 1, (spot.lon() - here.lon()) * KILOMETRES_OF_A_DEGREE * Math.cos(Math.toRadians(here.lat())),
          (spot.lat() - here.lat()) * KILOMETRES_OF_A_DEGREE, ideas.get(i)));
    }
    double farthest = away.stream().mapToDouble(Away::far).max().orElse(1);
    List<Integer> rings = SCALES.stream().filter(scale -> scale.getLast() >= farthest).findFirst().orElse(SCALES.getLast());
    double scale = OUTERMOST / rings.getLast();
    List<Dot> dots = away.stream().filter(one -> one.far() <= rings.getLast() * 1.02).map(one ->
        new Dot(one.number, Math.round(MIDDLE + one.east * scale), Math.round(MIDDLE - one.north * scale), one.idea)).toList();
    return new Around(rings, dots);
  }
}
