package dz.linatatawwa.organizations;

import dz.linatatawwa.files.FileId;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A body that offers opportunities, as it stands now.
 *  @param stateSince    when it came into its state
 *  @param stateCode     the coded reason of that, where there is one
 *  @param stateReason   the supervisor's own words about it
 *  @param verifiedAt    when it was first verified
 *  @param answerMinutes median time to answer an application; null: not known yet
 *  @param logo          a public picture */
public record Organization(OrganizationId id, Profile profile, OrganizationState state, Instant stateSince, @Nullable String stateCode,
    @Nullable String stateReason, @Nullable Instant verifiedAt, @Nullable Integer answerMinutes, @Nullable FileId logo) {

  /** Its name for a reader: the Arabic one, or the Latin one for readers of French and English, where there is one. */
  public String name(Language language) {
    String latin = profile.nameFr();
    if (latin == null || latin.isBlank()) return profile.nameAr();
    return language == Language.AR || language == Language.KAB ? profile.nameAr() : latin;
  }

  public boolean verified() {
    return state == OrganizationState.VERIFIED;
  }

  /** Whose supervisors look after it; null: the nation's. */
  public @Nullable WilayaCode supervisedBy() {
    return profile.scope().national() ? null : profile.seat().wilaya();
  }

  /** Who may decide on it: its supervisors, and their deputies for the daira of its seat or for one of its fields. */
  public Whereabouts whereabouts() {
    return new Whereabouts(supervisedBy(), profile.scope().national() ? null : profile.seat().commune(), profile.fields());
  }
}
