package dz.linatatawwa.participation;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What participation must know of a shift, its opportunity and its organisation. */
public record ShiftFacts(long shiftId, Instant startsAt, Instant endsAt, int capacity, int taken, String shiftState, long opportunityId,
    String title, String opportunityState, int minAge, String answer, int graceMinutes, @Nullable String wilayaCode,
    @Nullable String communeCode, String address, boolean remote, long organizationId, String organizationAr,
    @Nullable String organizationFr, String organizationState, String nature) {

  /** Whether what is done there is volunteering: else it is recorded, and no hours come of it. */
  public boolean counts() {
    return nature.equals("free");
  }

  public ShiftId id() {
    return new ShiftId(shiftId);
  }

  /** Published, by an organisation that may take people in. */
  public boolean open() {
    return opportunityState.equals("published") && organizationState.equals("verified");
  }

  public boolean byHand() {
    return answer.equals("by-hand");
  }

  /** The organisation's name in the reader's language, where it has one. */
  public String organization(Words words) {
    boolean latin = words.language() == Language.FR || words.language() == Language.EN;
    return latin && organizationFr != null && !organizationFr.isBlank() ? organizationFr : organizationAr;
  }

  /** The day of the shift in Algeria. */
  public LocalDate day() {
    return startsAt.atZone(Words.ZONE).toLocalDate();
  }

  public int seatsLeft() {
    return capacity - taken;
  }

  /** The first moment that the organisation's grace allows. */
  public Instant opens() {
    return startsAt.minusSeconds(60L * graceMinutes);
  }

  /** The last moment that the organisation's grace allows. */
  public Instant shuts() {
    return endsAt.plusSeconds(60L * graceMinutes);
  }
}
