package dz.linatatawwa.certificates;

import dz.linatatawwa.hours.Grade;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Minutes by grade of proof, A to E; none is negative.
 *  @param each five numbers, in the order of the grades */
public record Graded(List<Long> each) {

  /** No minutes at all. */
  public static final Graded NONE = new Graded(List.of(0L, 0L, 0L, 0L, 0L));

  public Graded {
    each = List.copyOf(each);
    if (each.size() != Grade.values().length || each.stream().anyMatch(minutes -> minutes < 0)) throw new IllegalArgumentException("not minutes by grade: " + each);
  }

  static Graded of(Map<Grade, Long> minutes) {
    return new Graded(Arrays.stream(Grade.values()).map(grade -> minutes.getOrDefault(grade, 0L)).toList());
  }

  /** Minutes of one grade. */
  public long of(Grade grade) {
    return each.get(grade.ordinal());
  }

  /** Minutes of the grades that count for badges and figures. */
  public long counted() {
    return Grade.COUNTED.stream().mapToLong(this::of).sum();
  }

  /** Minutes of every grade. */
  public long all() {
    return each.stream().mapToLong(Long::longValue).sum();
  }

  /** What is left when others are taken away. */
  public Graded less(Graded others) {
    return new Graded(Arrays.stream(Grade.values()).map(grade -> Math.max(0, of(grade) - others.of(grade))).toList());
  }

  /** Grades that have minutes. */
  public Map<Grade, Long> byGrade() {
    Map<Grade, Long> some = new EnumMap<>(Grade.class);
    for (Grade grade : Grade.values()) if (of(grade) > 0) some.put(grade, of(grade));
    return some;
  }

  Long[] array() {
    return each.toArray(Long[]::new);
  }
}
