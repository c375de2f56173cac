package dz.linatatawwa.figures;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The people of a question, by their accounts. */
final class People {

  private final long[] sorted;

  People(Set<Long> people) {
    sorted = people.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  int size() {
    return sorted.length;
  }

  boolean has(long person) {
    return Arrays.binarySearch(sorted, person) >= 0;
  }

  /** For a statement: {@code 1, 2, 3}; nobody's number where there are none. */
  String listed() {
    return sorted.length == 0 ? "-1" : LongStream.of(sorted).mapToObj(Long::toString).collect(Collectors.joining(", "));
  }

  /** The parts of the nation in which they stand, for a statement. */
  String parts() {
    return sorted.length == 0 ? "-1" : LongStream.of(sorted).mapToInt(Kind.NATION::part).distinct().mapToObj(Integer::toString).collect(Collectors.joining(", "));
  }
}
