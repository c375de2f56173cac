package dz.linatatawwa.entrances;

import dz.linatatawwa.entrances.Entrance.FirstRole;
import dz.linatatawwa.organizations.OrganizationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an administrator wants of an institution; what each means says {@link Entrance}.
 *  @param secret as the institution gave it; empty: the one that is kept */
public record EntranceWish(@Nullable OrganizationId organization, String nameAr, @Nullable String nameFr, String issuer, String clientId, String secret, List<String> domains,
    @Nullable String claim, List<String> claimValues, List<String> secondValues, FirstRole role) {

  public EntranceWish {
    domains = List.copyOf(domains);
    claimValues = List.copyOf(claimValues);
    secondValues = List.copyOf(secondValues);
    if (domains.isEmpty() && claim == null) throw new IllegalArgumentException("an entrance for everybody");
  }
}
