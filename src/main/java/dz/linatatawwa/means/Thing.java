package dz.linatatawwa.means;

import dz.linatatawwa.files.FileId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A thing that is lent.
 *  @param organization whose it is
 *  @param wear         how it is, as last seen
 *  @param withdrawn    it is not lent any more
 *  @param picture      the first of its pictures, or null
 *  @param awayWith     who has it now, or null: it is at home
 *  @param awayUntil    until when they may have it; null likewise
 *  @param heldUntil    somebody has booked it for this moment, until then, and has not fetched it; null: nobody has */
public record Thing(ThingId id, OrganizationId organization, LocalName organizationName, ThingWords words, ThingCode code, String wilaya, Wear wear, boolean withdrawn,
    @Nullable FileId picture, @Nullable LocalName awayWith, @Nullable Instant awayUntil, @Nullable Instant heldUntil) {

  public String label() {
    return words.label();
  }

  /** Whether it is away for longer than was agreed. */
  public boolean overdue(Instant now) {
    return awayUntil != null && awayUntil.isBefore(now);
  }

  /** Where it stands, as the end of a message key: {@code withdrawn}, {@code overdue}, {@code out}, {@code held}, {@code damaged}, {@code free}. */
  public String state(Instant now) {
    if (withdrawn) return "withdrawn";
    if (awayWith != null) return overdue(now) ? "overdue" : "out";
    if (wear == Wear.DAMAGED) return "damaged";
    return heldUntil != null ? "held" : "free";
  }

  /** The kind of pill that says so. */
  public String tone(Instant now) {
    return switch (state(now)) {
      case "free" -> "done";
      case "overdue", "damaged" -> "error";
      case "withdrawn" -> "quiet";
      default -> "waiting";
    };
  }
}
