package dz.linatatawwa.trainings;

import dz.linatatawwa.language.LocalName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One training that a person has completed: the newest certificate of it.
 *  @param source     of the credential
 *  @param validUntil last day; null: for ever
 *  @param open       whether the training takes registrations, so that it can be renewed */
public record OwnCertificate(TrainingId training, LocalName name, LocalName hostName, String source, LocalDate completedOn, @Nullable LocalDate validUntil,
    boolean open) {

  public boolean ended(LocalDate today) {
    return validUntil != null && validUntil.isBefore(today);
  }

  /** Ended, or ends within so many days. */
  public boolean toRenew(LocalDate today, int days) {
    return validUntil != null && validUntil.isBefore(today.plusDays(days));
  }
}
