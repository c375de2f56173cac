package dz.linatatawwa.figures;

import dz.linatatawwa.database.Reading;
import dz.linatatawwa.eligibility.Ramadans;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Answers questions about hours and persons from the ledger, all of a question at one moment. Decision 0060 says how. */
@Service
public class Figures {

  private static final int YEARS_AT_HAND = 3;
  private static final int MONTHS_AT_HAND = 24;

  private final LedgerReading reading;
  private final Ramadans ramadans;
  private final RecentAnswers remembered;
  private final Kept kept;
  private final Clock clock;

  Figures(LedgerReading reading, Ramadans ramadans, RecentAnswers remembered, Kept kept, Clock clock) {
    this.reading = reading;
    this.ramadans = ramadans;
    this.remembered = remembered;
    this.kept = kept;
    this.clock = clock;
  }

  /** Everything that was in the ledger a minute ago is in it, mostly everything until now. Whoever asks amid a transaction that writes finds what it wrote, and waits
   *  longer.
   *  @param by which breakdowns are wanted */
  public Answer answer(Question question, Set<Breakdown> by) {
    return remembered.answer(question, by, () -> find(question, by));
  }

  /** As kept in the database, else counted. */
  RecentAnswers.Counted<Answer> find(Question question, Set<Breakdown> by) {
    if (!Kept.isFor(question) || TransactionSynchronizationManager.isActualTransactionActive()) return count(question, by);
    Optional<Answer> known = kept.find(question, by);
    return known.isPresent() ? new RecentAnswers.Counted<>(known.get(), 0) : Reading.strictly(() -> counted(question, by));
  }

  private RecentAnswers.Counted<Answer> counted(Question question, Set<Breakdown> by) {
    String stamp = kept.stamp(question);
    RecentAnswers.Counted<Answer> counted = count(question, Kept.ALL);
    kept.keep(counted.answer(), counted.lines(), stamp);
    return new RecentAnswers.Counted<>(counted.answer().only(by), counted.lines());
  }

  /** Has an answer at hand before somebody asks: what the nation is asked first, up to a day. Those of the past are counted once. */
  void keep(LocalDate today) {
    List<Period> periods = new ArrayList<>(List.of(Period.everTo(today), Period.twelveMonthsTo(today)));
    for (int back = 0; back < YEARS_AT_HAND; back++) periods.add(Period.year(today.getYear() - back));
    YearMonth last = YearMonth.from(today);
    for (int back = 0; back < MONTHS_AT_HAND; back++) {
      YearMonth month = last.minusMonths(back);
      periods.add(Period.month(month));
      if (back == 0 || month.getMonthValue() % 3 == 0) periods.add(Period.quarter(month.getYear(), (month.getMonthValue() + 2) / 3));
    }
    for (Period period : periods) {
      Question question = Question.nation(period);
      if (kept.isOld(question)) counted(question, Kept.ALL);
    }
    kept.sweep();
  }

  /** Counted now, whatever is known. */
  RecentAnswers.Counted<Answer> count(Question question, Set<Breakdown> by) {
    Instant asOf = clock.instant();
    Set<Breakdown> wanted = by.isEmpty() ? EnumSet.noneOf(Breakdown.class) : EnumSet.copyOf(by);
    Counting counting = reading.all(question.scope(), question.period(), to -> new Counting(question, to.kind(), wanted, to.sorts(), to.people()), Counting::add);
    return new RecentAnswers.Counted<>(new Answer(question, Reading.seenUntil(asOf), counting.total(), counting.parts()), counting.lines());
  }

  /** Who came for the first time, who came again, who stayed away. */
  public Movement movement(Question question) {
    return remembered.movement(question, () -> move(question));
  }

  RecentAnswers.Counted<Movement> move(Question question) {
    Instant asOf = clock.instant();
    Period all = Period.everTo(question.period().to());
    Optional<Period> before = before(question.period());
    Moving moving = reading.all(question.scope(), all, to -> new Moving(question, before, to.sorts(), to.people()), Moving::add);
    return new RecentAnswers.Counted<>(moving.movement(question, Reading.seenUntil(asOf)), moving.lines());
  }

  /** The period of the same kind that stands before another: nothing before all time, nor before the first day of the ledger. */
  public Optional<Period> before(Period period) {
    if (period.kind() == Period.Kind.EVER || !period.from().isAfter(Period.FIRST)) return Optional.empty();
    return switch (period.kind()) {
      case MONTH -> Optional.of(Period.month(YearMonth.from(period.from()).minusMonths(1)));
      case QUARTER -> {
        YearMonth month = YearMonth.from(period.from()).minusMonths(3);
        yield Optional.of(Period.quarter(month.getYear(), (month.getMonthValue() + 2) / 3));
      }
      case YEAR -> Optional.of(Period.year(period.from().getYear() - 1));
      case TWELVE_MONTHS -> period.from().minusYears(1).isBefore(Period.FIRST) ? Optional.empty() : Optional.of(Period.twelveMonthsTo(period.from().minusDays(1)));
      case RAMADAN -> ramadans.after(period.from().minusDays(360)).stream().filter(one -> one.last().isBefore(period.from()))
          .reduce((one, later) -> later).map(one -> new Period(Period.Kind.RAMADAN, one.first(), one.last()));
      case DAYS -> period.from().minusDays(period.length()).isBefore(Period.FIRST) ? Optional.empty()
          : Optional.of(Period.days(period.from().minusDays(period.length()), period.from().minusDays(1)));
      case EVER -> Optional.empty();
    };
  }
}
