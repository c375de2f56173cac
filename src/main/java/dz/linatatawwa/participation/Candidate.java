package dz.linatatawwa.participation;

import java.util.ArrayList;
import java.util.List;

/** Somebody who would fit a shift that has seats left, and why.
 *  @param name      first name and an initial: this person has not applied
 *  @param kilometres from the person's commune to the opportunity's; -1 when unknown
 *  @param came      how often this person came to this organisation */
public record Candidate(long volunteerId, String name, String communeCode, int kilometres, boolean sameCommune, boolean fieldLiked, int skills,
    boolean free, int came, int missed, boolean invited) {

  /** Codes of reasons, the weightiest first; words in {@code participation.fits.<code>}. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    if (came > 0) reasons.add("came");
    if (sameCommune) reasons.add("commune");
    else if (kilometres >= 0) reasons.add("near");
    if (skills > 0) reasons.add("skills");
    if (free) reasons.add("free");
    if (fieldLiked) reasons.add("field");
    return List.copyOf(reasons);
  }
}
