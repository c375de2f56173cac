package dz.linatatawwa.site;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The outline of a badge by its tier, in a box of 100 by 100: from a plain woven diamond to a star of twelve points.
 *  @param outline the path that is filled
 *  @param weave   the same line again further in, as a second thread */
public record BadgeShape(String outline, String weave) {

  private static final int[] POINTS = {4, 5, 6, 8, 8, 10, 12};
  private static final double[] DEPTH = {1, 1, 1, 1, 0.84, 0.84, 0.84};
  private static final double CENTRE = 50;
  private static final double RADIUS = 47;
  private static final double INNER = 39;

  /** @param tier from 0; what is beyond the last looks like the last */
  public static BadgeShape of(int tier) {
    int kind = Math.clamp(tier, 0, POINTS.length - 1);
    return new BadgeShape(star(POINTS[kind], RADIUS, DEPTH[kind]), star(POINTS[kind], INNER, DEPTH[kind]));
  }

  private static String star(int points, double radius, double depth) {
    boolean plain = depth == 1;
    int corners = plain ? points : 2 * points;
    return IntStream.range(0, corners)
        .mapToObj(i -> corner(2 * Math.PI * i / corners - Math.PI / 2, plain || i % 2 == 0 ? radius : radius * depth))
        .collect(Collectors.joining("L", "M", "z"));
  }

  private static String corner(double angle, double radius) {
    return String.format(Locale.ROOT, "%.1f %.1f", CENTRE + radius * Math.cos(angle), CENTRE + radius * Math.sin(angle));
  }
}
