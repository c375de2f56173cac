package dz.linatatawwa.means;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who has a thing from when to when.
 *  @param owner    whose the thing is
 *  @param borrower who has it; may be the owner itself
 *  @param purpose  what for, in the borrower's words
 *  @param refusal  why not, in the owner's words; null unless refused */
public record Booking(BookingId id, ThingId thing, String thingLabel, ThingCode code, OrganizationId owner, LocalName ownerName, OrganizationId borrower,
    LocalName borrowerName, Instant from, Instant to, String purpose, BookingState state, @Nullable String refusal) {

  /** How long before its beginning a thing may be fetched, in hours. */
  static final int EARLY = 12;

  /** Whether the owner takes it for itself. */
  public boolean own() {
    return owner.equals(borrower);
  }

  /** Whether it is away for longer than was agreed. */
  public boolean overdue(Instant now) {
    return state == BookingState.OUT && to.isBefore(now);
  }

  /** Whether it may be handed over at this moment. */
  public boolean mayLeave(Instant now) {
    return state == BookingState.AGREED && !now.isBefore(from.minusSeconds(EARLY * 3600L)) && now.isBefore(to);
  }

  /** Where it stands, as the end of a message key: its state, or {@code overdue}. */
  public String stateCode(Instant now) {
    return overdue(now) ? "overdue" : state.code();
  }

  /** The kind of pill that says where it stands. */
  public String tone(Instant now) {
    if (overdue(now)) return "error";
    return switch (state) {
      case ASKED, OUT -> "waiting";
      case AGREED, RETURNED -> "done";
      case REFUSED, WITHDRAWN, LAPSED -> "quiet";
    };
  }
}
