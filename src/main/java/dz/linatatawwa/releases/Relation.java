package dz.linatatawwa.releases;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A cell and the cells that it is made of.
 *  @param total   key of the whole
 *  @param parts   keys of the parts, at least one
 *  @param persons whether each person stands in one part only, so that persons add up
 *  @param hours   whether it speaks of hours too: these always add up
 *  @param atLeast whether the whole has at least as many persons as any part */
record Relation(String total, List<String> parts, boolean persons, boolean hours, boolean atLeast) {

  Relation {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) throw new IllegalArgumentException("nothing under " + total);
  }

  /** Where persons do not add up, the whole has at least as many as any part. */
  Relation(String total, List<String> parts, boolean persons, boolean hours) {
    this(total, parts, persons, hours, !persons);
  }

  static Relation ofPersons(String total, List<String> parts) {
    return new Relation(total, parts, true, true);
  }

  static Relation ofHours(String total, List<String> parts) {
    return new Relation(total, parts, false, true);
  }

  /** Of hours, of which nothing is known of the persons. */
  static Relation ofHoursAlone(String total, List<String> parts) {
    return new Relation(total, parts, false, true, false);
  }

  static Relation ofPersonsAlone(String total, List<String> parts) {
    return new Relation(total, parts, true, false);
  }

  /** The same of cells with other keys. */
  Relation named(UnaryOperator<String> name) {
    return new Relation(name.apply(total), parts.stream().map(name).toList(), persons, hours, atLeast);
  }

  Stream<String> keys() {
    return Stream.concat(Stream.of(total), parts.stream());
  }
}
