package dz.linatatawwa.trainings;

import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.LocalName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A training, as it is offered again and again in sessions.
 *  @param hostName    of who gives it
 *  @param about       what is learned
 *  @param field       code of a field of {@code taxonomy}
 *  @param minutes     how long it takes; never volunteer time
 *  @param validMonths how long its certificate is good; null: for ever
 *  @param version     of the words on the certificate
 *  @param rule        who may register
 *  @param offered     whether who gives it may give it now: verified, or with an agreement that holds today */
public record Training(TrainingId id, Host host, LocalName hostName, LocalName name, LocalName about, String field, int minutes,
    @Nullable Integer validMonths, int version, Rule rule, TrainingState state, @Nullable String cancelReason, boolean offered) {

  /** Takes registrations now. */
  public boolean open() {
    return state == TrainingState.OPEN && offered;
  }

  /** The last day of a certificate that was earned on this day; null: for ever. */
  public @Nullable LocalDate validUntil(LocalDate completed) {
    return validMonths == null ? null : completed.plusMonths(validMonths).minusDays(1);
  }
}
