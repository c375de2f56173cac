package dz.linatatawwa.declarations;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** May this be declared? Why not? The rules in their order. */
final class DeclarationRules {

  /** More than this on one day asks for a reason (rule 5). */
  static final int REASON_MINUTES = 720;

  /** What does not fit.
   *  @param field which part of the form
   *  @param key   why, as a message key
   *  @param limit the bound, where the words name one */
  record Fault(String field, String key, int limit) {}

  private final int mostDays;
  private final int monthHours;

  DeclarationRules(int mostDays, int monthHours) {
    this.mostDays = mostDays;
    this.monthHours = monthHours;
  }

  /** @param birthYear    of the person
   *  @param monthMinutes the most that they have declared already in one of the months concerned
   *  @param ownContact   whether the witness has the person's own contact
   *  @param document     whether one comes with it */
  Optional<Fault> fault(Work work, int birthYear, long monthMinutes, boolean ownContact, boolean document, Instant now) {
    return Optional.ofNullable(time(work, birthYear, now)).or(() -> Optional.ofNullable(amount(work, monthMinutes)))
        .or(() -> Optional.ofNullable(proof(work, ownContact, document)));
  }

  private @Nullable Fault time(Work work, int birthYear, Instant now) {
    if (work.last().isBefore(work.first())) return new Fault("last", "declarations.problem.order", 0);
    if (work.days() > mostDays) return new Fault("last", "declarations.problem.tooManyDays", mostDays);
    if (work.first().getYear() <= birthYear) return new Fault("first", "declarations.problem.beforeBirth", 0);
    if (work.spans().getLast().to().isAfter(now)) return new Fault("first", "declarations.problem.future", 0);
    return null;
  }

  /** Every day of it lies at most in two months: what is declared may fill each of them once. */
  private @Nullable Fault amount(Work work, long monthMinutes) {
    if (work.minutesADay() > REASON_MINUTES && work.reason().length() < 5) return new Fault("reason", "declarations.problem.overTwelve", 0);
    if (monthMinutes + work.days() * work.minutesADay() > monthHours * 60L) return new Fault("to", "declarations.problem.month", monthHours);
    return null;
  }

  private static @Nullable Fault proof(Work work, boolean ownContact, boolean document) {
    if (work.witness() == null && !document) return new Fault("witness", "declarations.problem.proof", 0);
    return ownContact ? new Fault("contact", "declarations.problem.ownContact", 0) : null;
  }
}
