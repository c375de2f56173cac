package dz.linatatawwa.trainings;

import java.util.Arrays;
import java.util.Optional;

/** Where a training stands. */
public enum TrainingState {
  /** Being written. */
  DRAFT("draft"),
  /** Shown, and takes registrations. */
  OPEN("open"),
  /** Shown, takes no more registrations; what was registered stays. */
  CLOSED("closed"),
  /** Called off; its coming sessions are too. */
  CANCELLED("cancelled"),
  /** Taken out of sight by supervision, seen by its host only; it comes back as it was. */
  WITHHELD("withheld");

  private final String code;

  TrainingState(String code) {
    this.code = code;
  }

  /** As kept in the database and in addresses; words: {@code trainings.state.<code>}. */
  public String code() {
    return code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<TrainingState> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
