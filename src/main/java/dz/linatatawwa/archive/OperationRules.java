package dz.linatatawwa.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** May this be told of an operation? Why not? The same for the form and for tables. */
final class OperationRules {

  static final int MOST_PEOPLE = 1_000_000;
  private static final long MINUTES_A_DAY = 1_440;
  /** More than this a day and person asks for a reason (rule 5). */
  private static final long REASON_MINUTES = 720;
  private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

  private OperationRules() {}

  /** What does not fit.
   *  @param field title, first, last, people, hours or reason
   *  @param key   why, as a message key with its arguments */
  record Fault(String field, String key, List<Object> arguments) {
    static Fault because(String field, String key, Object... arguments) {
      return new Fault(field, key, List.of(arguments));
    }
  }

  static Optional<Fault> fault(When when, @Nullable Integer people, @Nullable Long minutes, @Nullable String reason, LocalDate today) {
    return Optional.ofNullable(time(when, today)).or(() -> Optional.ofNullable(amount(when, people, minutes, reason)));
  }

  private static @Nullable Fault time(When when, LocalDate today) {
    if (when.first().isBefore(OLDEST)) return Fault.because("first", "archive.problem.tooOld", OLDEST.getYear());
    if (when.first().isAfter(today)) return Fault.because("first", "archive.problem.future");
    boolean exact = when.precision() == When.Precision.DAY;
    return exact && when.last().isAfter(today) ? Fault.because("last", "archive.problem.future") : null;
  }

  private static @Nullable Fault amount(When when, @Nullable Integer people, @Nullable Long minutes, @Nullable String reason) {
    if (people != null && (people < 1 || people > MOST_PEOPLE)) return Fault.because("people", "archive.problem.people", MOST_PEOPLE);
    if (minutes == null) return null;
    if (people == null) return Fault.because("people", "archive.problem.hoursOfNobody");
    if (minutes > people * when.days() * MINUTES_A_DAY) return Fault.because("hours", "archive.problem.moreThanAllDay", people * when.days() * 24);
    boolean reasoned = reason != null && reason.length() >= 5;
    return minutes > people * when.days() * REASON_MINUTES && !reasoned ? Fault.because("reason", "archive.problem.overTwelve") : null;
  }
}
