package dz.linatatawwa.rewards;

import dz.linatatawwa.eligibility.Judgement;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why somebody does not get a benefit now.
 *  @param judgement what of the rule is met and what is missing; only where the rule is the reason
 *  @param day       from when, or since when, where the reason is a day */
public record Refusal(Reason reason, @Nullable Judgement judgement, @Nullable LocalDate day) {

  /** The reasons, in the order in which they are looked at. */
  public enum Reason {
    NOT_A_VOLUNTEER("not-a-volunteer"),
    GUARDIAN("guardian"),
    /** Its days have not begun. */
    NOT_YET("not-yet"),
    /** Its days are over. */
    OVER("over"),
    /** Its partner closed it. */
    CLOSED("closed"),
    /** An administrator stopped it. */
    STOPPED("stopped"),
    /** The partner's agreement does not hold. */
    AGREEMENT("agreement"),
    /** All places are taken. */
    QUOTA("quota"),
    /** The rule is not met. */
    RULE("rule"),
    /** The lot was drawn without this person. */
    LOT("lot");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** As kept in the database and in message keys. */
    public String code() {
      return code;
    }
  }

  static Refusal of(Reason reason) {
    return new Refusal(reason, null, null);
  }

  static Refusal of(Reason reason, LocalDate day) {
    return new Refusal(reason, null, day);
  }

  /** Whether a person can be asked to decide otherwise: where something is to be weighed, and not merely to be waited for or done. */
  public boolean appealable() {
    return switch (reason) {
      case NOT_A_VOLUNTEER, GUARDIAN, NOT_YET, STOPPED -> false;
      case OVER, CLOSED, AGREEMENT, QUOTA, RULE, LOT -> true;
    };
  }
}
