package dz.linatatawwa.participation;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.volunteers.Ages;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One application as the organisation sees it.
 *  @param coming  what they answered when they were asked on the evening before: yes, no, or null: nothing yet
 *  @param came    how often this person has come to a shift, anywhere
 *  @param missed  how often a seat was kept and the person stayed away
 *  @param minutes attended in closed days, anywhere
 *  @param partyId the party that this one stands for in the list: one line for all of it that are in this state
 *  @param whole   all of the party or nobody
 *  @param together how many of the party are in this state
 *  @param seats   the person's own, and one for each who is named under the application */
public record Applicant(long id, long volunteerId, String name, int birthYear, @Nullable String audience, String wilayaCode,
    String communeCode, @Nullable String note, @Nullable String about, String state, Instant appliedAt, @Nullable Instant answerDue,
    @Nullable Instant offerEnds, @Nullable String reasonCode, @Nullable String coming, long shiftId, Instant startsAt, Instant endsAt, long opportunityId, String title,
    int came, int missed, long minutes, @Nullable Long partyId, @Nullable String partyName, boolean whole, int together, int seats) {

  /** The age surely reached on the day of the shift. */
  public int age() {
    return Ages.surely(birthYear, startsAt.atZone(Words.ZONE).toLocalDate());
  }

  /** The party that this line stands for, or null. */
  public @Nullable PartyId party() {
    return partyId == null ? null : new PartyId(partyId);
  }

  /** Waits for the organisation, and too long. */
  public boolean overdue(Instant now) {
    return state.equals("pending") && answerDue != null && !answerDue.isAfter(now);
  }
}
