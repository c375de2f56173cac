package dz.linatatawwa.certificates;

import dz.linatatawwa.language.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A part of the hours of a paper, by what it has in common.
 *  @param name as it is printed; "—" where it has none */
record Share(String name, long minutes) {

  static List<Share> byOrganization(List<Line> lines, Words words) {
    return largestFirst(by(lines, line -> {
      var organization = line.organization();
      return organization == null ? "—" : organization.in(words.language());
    }));
  }

  static List<Share> byWork(List<Line> lines) {
    return largestFirst(by(lines, line -> {
      String what = line.what();
      return what == null || what.isBlank() ? "—" : what;
    }));
  }

  /** By calendar year, the earliest first. */
  static List<Share> byYear(List<Line> lines) {
    return by(lines, line -> Integer.toString(line.day().getYear()));
  }

  private static List<Share> by(List<Line> lines, Function<Line, String> name) {
    Map<String, Long> sums = new LinkedHashMap<>();
    lines.forEach(line -> sums.merge(name.apply(line), (long) line.minutes(), Long::sum));
    return sums.entrySet().stream().map(sum -> new Share(sum.getKey(), sum.getValue())).toList();
  }

  private static List<Share> largestFirst(List<Share> shares) {
    return shares.stream().sorted(Comparator.comparingLong(Share::minutes).reversed()).toList();
  }
}
