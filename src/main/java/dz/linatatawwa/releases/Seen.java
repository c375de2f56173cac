package dz.linatatawwa.releases;

import java.util.HashMap;
import java.util.Map;

/** From where to where numbers of cells were seen in points that fit what is shown. Hiding more takes no point away, so what was seen stays true. */
final class Seen {

  private static final double SLACK = 1e-4;

  private final Map<String, double[]> spans = new HashMap<>();

  void see(Map<String, Double> numbers) {
    numbers.forEach((key, number) -> {
      double[] span = spans.computeIfAbsent(key, any -> new double[] {number, number});
      span[0] = Math.min(span[0], number);
      span[1] = Math.max(span[1], number);
    });
  }

  /** How far apart the whole numbers are between which this one may lie.
   *  @param real what it is */
  double width(String key, long real) {
    double[] span = spans.get(key);
    if (span == null) return 0;
    return Math.floor(Math.max(span[1], real) + SLACK) - Math.ceil(Math.min(span[0], real) - SLACK);
  }
}
