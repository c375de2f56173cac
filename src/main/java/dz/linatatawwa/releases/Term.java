package dz.linatatawwa.releases;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.language.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The months whose figures are released together: three of them, or a whole year. */
public sealed interface Term extends Comparable<Term> permits Quarter, Year {

  /** @param name as {@link #name()} writes it, in any case */
  static Optional<Term> of(String name) {
    return Quarter.of(name).<Term>map(quarter -> quarter).or(() -> Year.of(name));
  }

  /** 2000 to 2099. */
  int year();

  /** As releases and addresses are named: 2026Q4, 2026. */
  String name();

  /** As the column {@code time} has it: 2026-Q4, 2026. */
  String time();

  /** As people call it. */
  String in(Words words);

  /** Its first day. */
  LocalDate first();

  /** Its last day. */
  LocalDate last();

  /** The same days as figures are asked for. */
  Period period();

  /** Whether the two share days and are not the same: a year and one of its quarters. */
  default boolean overlaps(Term other) {
    return !equals(other) && !first().isAfter(other.last()) && !other.first().isAfter(last());
  }

  /** The first day of the month before, from which it is known who stayed and who stayed away. */
  default LocalDate monthBefore() {
    return first().minusMonths(1);
  }

  /** 2026-10, 2026-11, 2026-12. */
  default List<String> months() {
    YearMonth end = YearMonth.from(last());
    return Stream.iterate(YearMonth.from(first()), month -> !month.isAfter(end), month -> month.plusMonths(1)).map(YearMonth::toString).toList();
  }

  @Override
  default int compareTo(Term other) {
    return name().compareTo(other.name());
  }
}
