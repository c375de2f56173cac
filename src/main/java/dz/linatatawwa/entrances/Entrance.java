package dz.linatatawwa.entrances;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An institution that vouches for its people by OpenID Connect.
 *  @param organization whose it is; null: nobody's, and it gives no membership
 *  @param issuer       the address that names it in what it signs, as discovery begins there
 *  @param domains      of e-mail addresses, in lower case: only who has a verified one of these is let in; empty: anybody whom the claim lets in
 *  @param claim        what it must say of somebody besides; null: nothing
 *  @param secondValues of {@code acr} or {@code amr}: with one of these the second step counts as taken; empty: never
 *  @param role         what its people become in the organisation when they link their account
 *  @param closedAt     null: it is open */
public record Entrance(EntranceId id, @Nullable OrganizationId organization, LocalName name, String issuer, String clientId, List<String> domains, @Nullable String claim,
    List<String> claimValues, List<String> secondValues, FirstRole role, @Nullable Instant closedAt) {

  /** What somebody becomes in the organisation of an institution that vouches for them for the first time. */
  public enum FirstRole {
    /** Nothing: the organisation invites them. */
    NONE,
    READER,
    COORDINATOR;

    /** As the database and keys of words write it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Entrance {
    domains = List.copyOf(domains);
    claimValues = List.copyOf(claimValues);
    secondValues = List.copyOf(secondValues);
  }

  /** Whether its people may come in. */
  public boolean isOpen() {
    return closedAt == null;
  }
}
