package dz.linatatawwa.declarations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A declaration as it stands.
 *  @param state    waiting, declared (grade E), raised (grade D), refused or withdrawn
 *  @param claims   what stands of it in the ledger
 *  @param refused  by whom and why; null unless refused
 *  @param witness  what the witness said: affirmed, denied, or null
 *  @param organizationName of the named organisation
 *  @param organization what it said: affirmed, denied, or null
 *  @param reasonWords a supervisor's words, of a document that did not suffice too */
public record Declaration(DeclarationId id, AccountId volunteer, String volunteerName, Work work, WilayaCode wilaya, String state, Instant since,
    Instant madeAt, List<ClaimId> claims, @Nullable String refusedBy, @Nullable String reasonCode, @Nullable String reasonWords,
    @Nullable String witness, @Nullable LocalName organizationName, @Nullable String organization, @Nullable FileId document) {

  public Declaration {
    claims = List.copyOf(claims);
  }

  public boolean is(String other) {
    return state.equals(other);
  }

  /** Whether nobody has decided yet, so that it may still be changed or withdrawn by its author. */
  public boolean living() {
    return is("waiting") || is("declared");
  }

  /** Who may decide on it: the supervisors of the place of the work, and their deputies for its daira or its field. */
  public Whereabouts whereabouts() {
    return Whereabouts.at(wilaya, work.commune(), work.activity().replaceFirst("-.*", ""));
  }

  /** Minutes of all its days. */
  public long minutes() {
    return work.days() * work.minutesADay();
  }
}
