package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An opportunity as a list shows it: published, with at least one coming shift.
 *  @param nextStart     of the soonest open shift
 *  @param shifts        how many such shifts are to come
 *  @param seats         of all of them
 *  @param seatsLeft     of all of them
 *  @param answerMinutes how long the organisation takes to answer, by median; null: not known yet
 *  @param kilometres    from where the search measured; null when it did not */
public record OpportunityCard(OpportunityId id, String title, String summary, OrganizationId organization, LocalName organizationName,
    String field, LocalName fieldName, @Nullable String wilaya, @Nullable LocalName wilayaName, @Nullable LocalName communeName, boolean remote,
    Instant nextStart, Instant nextEnd, int shifts, int seats, int seatsLeft, int minAge, Set<String> audiences,
    Nature nature, @Nullable Integer answerMinutes, @Nullable Double kilometres) {

  public OpportunityCard {
    audiences = Set.copyOf(audiences);
  }

  /** Few: at most a fifth of the seats, or three. */
  public boolean fewLeft() {
    return seatsLeft > 0 && (seatsLeft <= 3 || seatsLeft * 5 <= seats);
  }
}
