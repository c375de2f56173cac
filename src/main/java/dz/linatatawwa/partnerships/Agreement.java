package dz.linatatawwa.partnerships;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was or will be signed with a partner, as it stands today.
 *  @param partner      under whose name it is kept; other partners may be parties too
 *  @param organization the other side; null: the platform itself
 *  @param version      the number of the text that holds or is being signed
 *  @param from         its first day
 *  @param to           its last day as written
 *  @param lastDay      its last day in truth: earlier than {@code to} where it was terminated
 *  @param promises     what is promised; a quota of null is without a bound
 *  @param renews       the agreement that it follows */
public record Agreement(AgreementId id, PartnerId partner, @Nullable OrganizationId organization, AgreementState state, int version, String titleAr,
    String titleFr, LocalDate from, LocalDate to, LocalDate lastDay, Map<Promise, Optional<Integer>> promises, @Nullable AgreementId renews) {

  public Agreement {
    promises = Map.copyOf(promises);
  }

  /** Its title for a reader. */
  public String title(Language language) {
    return language == Language.AR || language == Language.KAB ? titleAr : titleFr;
  }

  /** How much of this is promised in all; nothing: without a bound, or not promised. */
  public Optional<Integer> quota(Promise promise) {
    return promises.getOrDefault(promise, Optional.empty());
  }
}
