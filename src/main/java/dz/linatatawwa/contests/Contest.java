package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case about one person's time in one shift.
 *  @param claim      the hours in question; null where there are none
 *  @param recorded   the time of those hours, whatever their state; else what was written down of the day; null where nothing was
 *  @param said       the right time, where the volunteer names it
 *  @param answerDue  until then the organisation is waited for
 *  @param appealOf   the case that this one is the appeal of
 *  @param appealedBy the case that appeals this one
 *  @param answer     null while the organisation has said nothing
 *  @param end        null while it lives */
public record Contest(ContestId id, AccountId volunteer, String volunteerName, ShiftId shift, String title, long opportunityId, Span hours,
    OrganizationId organization, LocalName organizationName, @Nullable ClaimId claim, Subject subject, Ground ground, @Nullable Span recorded,
    @Nullable Span said, Instant openedAt, AccountId openedBy, Instant answerDue, Instant dueAt, @Nullable ContestId appealOf,
    @Nullable ContestId appealedBy, @Nullable Answer answer, @Nullable Instant escalatedAt, @Nullable Instant withdrawnAt, @Nullable End end) {

  /** What the organisation answered.
   *  @param agrees whether it says what the volunteer says */
  public record Answer(boolean agrees, Instant at, AccountId by) {}

  /** How it was settled.
   *  @param found      what stands now; null: nothing, or what stood before
   *  @param foundClaim the hours that were written */
  public record End(Verdict verdict, @Nullable String reasonCode, @Nullable String reason, AccountId by, Instant at, @Nullable Span found,
      @Nullable ClaimId foundClaim) {}

  public boolean open() {
    return end == null && withdrawnAt == null;
  }

  /** Whether the clock has run out. */
  public boolean overdue(Instant now) {
    return open() && dueAt.isBefore(now);
  }

  /** Whether a settler may decide: both sides were heard, or the organisation has let its time pass. */
  public boolean ripe(Instant now) {
    return open() && (answer != null || !answerDue.isAfter(now));
  }

  /** Whether there is an appeal left: one, of a first decision. */
  public boolean appealable() {
    return end != null && appealOf == null && appealedBy == null;
  }

  /** Whether the volunteer has said what would be right, so that a settler may say the same. */
  public boolean saysWhatIsRight() {
    return ground == Ground.NOT_MINE || claimed() != null;
  }

  /** The time that would stand if the volunteer is right; null: none, or not said. */
  public @Nullable Span claimed() {
    if (ground == Ground.NOT_MINE) return null;
    if (said != null) return said;
    if (ground == Ground.WAS_THERE) return recorded != null ? recorded : hours;
    return null;
  }

  /** What a row and a pill say: open, overdue, settled or withdrawn. */
  public String state(Instant now) {
    if (withdrawnAt != null) return "withdrawn";
    if (end != null) return "settled";
    return overdue(now) ? "overdue" : "open";
  }
}
