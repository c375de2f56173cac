package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Time as a tree: ever, years, quarters, months. Other spans of whole months are put together from these. */
@Component
class Times {

  private static final int MONTHS_OF_A_YEAR = 12;

  private final Answers answers;
  private final Clock clock;

  Times(Answers answers, Clock clock) {
    this.answers = answers;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }

  Period ever() {
    return Period.everTo(today());
  }

  /** The last twelve months: this one and the eleven before it, so that what moves from day to day is only what is new. */
  Period twelveMonths() {
    YearMonth month = YearMonth.from(today());
    return new Period(Period.Kind.TWELVE_MONTHS, month.minusMonths(MONTHS_OF_A_YEAR - 1L).atDay(1), month.atEndOfMonth());
  }

  /** The year of the first line of the ledger; this year where there is none. */
  int firstYear() {
    Answer ever = answers.outline(Scope.NATION, ever());
    return ever.by(Breakdown.MONTH).stream().findFirst().map(part -> Integer.parseInt(part.key().substring(0, 4))).orElse(today().getYear());
  }

  List<Period> children(Period period) {
    YearMonth first = YearMonth.from(period.from());
    return switch (period.kind()) {
      case EVER -> IntStream.rangeClosed(firstYear(), Math.max(firstYear(), today().getYear())).mapToObj(Period::year).toList();
      case YEAR -> IntStream.rangeClosed(1, 4).mapToObj(quarter -> Period.quarter(first.getYear(), quarter)).toList();
      case QUARTER -> IntStream.range(0, 3).mapToObj(i -> Period.month(first.plusMonths(i))).toList();
      default -> List.of();
    };
  }

  Optional<Period> parent(Period period) {
    return switch (period.kind()) {
      case MONTH -> Optional.of(Period.quarter(period.from().getYear(), (period.from().getMonthValue() + 2) / 3));
      case QUARTER -> Optional.of(Period.year(period.from().getYear()));
      case YEAR -> Optional.of(ever());
      default -> Optional.empty();
    };
  }

  /** A period and all that it lies in, the whole of time last. */
  List<Period> chain(Period period) {
    List<Period> chain = new ArrayList<>(List.of(period));
    for (Optional<Period> next = parent(period); next.isPresent(); next = parent(next.get())) chain.add(next.get());
    return chain;
  }

  boolean isNode(Period period) {
    return switch (period.kind()) {
      case MONTH, QUARTER, YEAR -> true;
      case EVER -> period.equals(ever());
      default -> false;
    };
  }

  /** Whether a period begins and ends with a month. */
  boolean wholeMonths(Period period) {
    return period.from().getDayOfMonth() == 1 && period.to().equals(YearMonth.from(period.to()).atEndOfMonth());
  }

  /** The fewest nodes that make up a span of whole months; what lies before the first line or after today is left out. */
  List<Period> nodes(Period span) {
    if (isNode(span)) return List.of(span);
    YearMonth now = YearMonth.from(today());
    YearMonth last = YearMonth.from(span.to()).isAfter(now) ? now : YearMonth.from(span.to());
    YearMonth at = YearMonth.from(span.from()).getYear() < firstYear() ? YearMonth.of(firstYear(), 1) : YearMonth.from(span.from());
    List<Period> nodes = new ArrayList<>();
    while (!at.isAfter(last)) {
      Period next = largest(at, last, now);
      nodes.add(next);
      at = YearMonth.from(next.to()).plusMonths(1);
    }
    return nodes;
  }

  private static Period largest(YearMonth at, YearMonth last, YearMonth now) {
    YearMonth end = last.equals(now) ? YearMonth.of(now.getYear(), MONTHS_OF_A_YEAR) : last;
    if (at.getMonthValue() == 1 && !at.plusMonths(11).isAfter(end)) return Period.year(at.getYear());
    if (at.getMonthValue() % 3 == 1 && !at.plusMonths(2).isAfter(end)) return Period.quarter(at.getYear(), (at.getMonthValue() + 2) / 3);
    return Period.month(at);
  }

  /** The nodes that hold a span which is none, the smallest first. */
  List<Period> around(Period span) {
    LocalDate from = span.from();
    List<Period> candidates = List.of(Period.month(YearMonth.from(from)), Period.quarter(from.getYear(), (from.getMonthValue() + 2) / 3), Period.year(from.getYear()), ever());
    return candidates.stream().filter(one -> !one.from().isAfter(from) && (!one.to().isBefore(span.to()) || one.kind() == Period.Kind.EVER)).toList();
  }
}
