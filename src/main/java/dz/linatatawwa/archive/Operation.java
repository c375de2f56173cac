package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.CampaignId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A past operation as it stands.
 *  @param organization name of the organisation, where it is one of ours
 *  @param proved       a supervisor accepted a document: grade D, else E
 *  @param importId     of the table that it came with; null for others
 *  @param campaign     from which it was made; its hours are in the ledger
 *  @param reasonCode   of a refusal
 *  @param reasonWords  of whoever decided last
 *  @param enteredBy    null: nobody any more, or the command line */
public record Operation(OperationId id, Told told, @Nullable LocalName organization, boolean proved, Source source, @Nullable Long importId,
    @Nullable CampaignId campaign, State state, Instant since, @Nullable String reasonCode, @Nullable String reasonWords, @Nullable OperationId mergedInto,
    @Nullable AccountId enteredBy, Instant madeAt) {

  /** Where it came from. */
  public enum Source { FORM, IMPORT, CAMPAIGN }

  /** How far it has come. */
  public enum State {
    DRAFT, WAITING, PUBLISHED, REFUSED, MERGED, WITHDRAWN, WITHHELD;

    /** As kept and used in message keys. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Whether its people may still change it. */
  public boolean living() {
    return state == State.DRAFT || state == State.WAITING || state == State.PUBLISHED || state == State.REFUSED || state == State.WITHHELD;
  }

  /** Who did it; empty where nobody says it. */
  public String body(Language language) {
    return organization == null ? told.organizationName() : organization.in(language);
  }
}
