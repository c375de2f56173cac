package dz.linatatawwa.releases;

import java.util.List;
import java.util.stream.Stream;

/** A cell and the cells that it is made of.
 *  @param total   key of the whole
 *  @param parts   keys of the parts, at least one
 *  @param persons whether each person stands in one part only, so that persons add up; otherwise the whole has at least as many as any part
 *  @param hours   whether it speaks of hours too: these always add up */
record Relation(String total, List<String> parts, boolean persons, boolean hours) {

  Relation {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) throw new IllegalArgumentException("nothing under " + total);
  }

  static Relation ofPersons(String total, List<String> parts) {
    return new Relation(total, parts, true, true);
  }

  static Relation ofHours(String total, List<String> parts) {
    return new Relation(total, parts, false, true);
  }

  static Relation ofPersonsAlone(String total, List<String> parts) {
    return new Relation(total, parts, true, false);
  }

  Stream<String> keys() {
    return Stream.concat(Stream.of(total), parts.stream());
  }
}
