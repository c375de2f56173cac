package dz.linatatawwa.programmes;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** "This is not right", said by one side and answered by the other.
 *  @param bySide   {@code institution} or {@code member}
 *  @param proposed the right number, where that is what is wrong
 *  @param answer   {@code accepted} or {@code refused}; null: waits */
public record Correction(long id, long membership, ProgrammeId programme, AccountId volunteer, String bySide, Kind kind, String words, @Nullable String proposed,
    Instant openedAt, Instant dueAt, @Nullable String answer, @Nullable String answerWords) {

  /** What is not right. */
  public enum Kind {
    /** This is nobody of ours (institution), or: I left (member). */
    NOT_OURS("not-ours"),
    REFERENCE("reference"),
    COHORT("cohort"),
    OTHER("other");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** As kept in the database and in message keys. */
    public String code() {
      return code;
    }

    /** @param code anything that no value has gives nothing */
    public static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
  }

  public boolean byInstitution() {
    return bySide.equals("institution");
  }
}
