package dz.linatatawwa.participation;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.volunteers.Ages;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One application as the organisation sees it.
 *  @param coming  what they answered when they were asked on the evening before: yes, no, or null: nothing yet
 *  @param came    how often this person has come to a shift, anywhere
 *  @param missed  how often a seat was kept and the person stayed away
 *  @param minutes attended in closed days, anywhere */
public record Applicant(long id, long volunteerId, String name, int birthYear, @Nullable String audience, String wilayaCode,
    String communeCode, @Nullable String note, @Nullable String about, String state, Instant appliedAt, @Nullable Instant answerDue,
    @Nullable Instant offerEnds, @Nullable String reasonCode, @Nullable String coming, long shiftId, Instant startsAt, Instant endsAt, long opportunityId, String title,
    int came, int missed, long minutes) {

  /** The age surely reached on the day of the shift. */
  public int age() {
    return Ages.surely(birthYear, startsAt.atZone(Words.ZONE).toLocalDate());
  }

  /** Waits for the organisation, and too long. */
  public boolean overdue(Instant now) {
    return state.equals("pending") && answerDue != null && !answerDue.isAfter(now);
  }
}
