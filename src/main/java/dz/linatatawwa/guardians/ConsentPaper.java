package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.volunteers.GuardianPurpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A signed paper that an organisation brought: one guardian's, or a sheet for many of a group.
 *  @param group     number of the group; null: for one minor
 *  @param signedOn  the day on the paper
 *  @param lookedBy  the second person; null: nobody has looked yet
 *  @param accepted  null while it waits
 *  @param reason    why it was refused; null otherwise */
public record ConsentPaper(long id, OrganizationId organization, @Nullable Long group, FileId file, Set<GuardianPurpose> purposes, LocalDate signedOn,
    AccountId broughtBy, Instant broughtAt, @Nullable AccountId lookedBy, @Nullable Instant lookedAt, @Nullable Boolean accepted, @Nullable String reason,
    List<Line> lines) {

  public ConsentPaper {
    purposes = Set.copyOf(purposes);
    lines = List.copyOf(lines);
  }

  /** One minor of a paper.
   *  @param contact the guardian's, as accounts keeps it; null: none */
  public record Line(AccountId minor, String name, String guardian, @Nullable String contact) {}

  /** Nobody has looked at it yet. */
  public boolean waits() {
    return accepted == null;
  }

  /** Whether this person may be the second one. */
  public boolean mayBeLookedAtBy(AccountId person) {
    return waits() && !broughtBy.equals(person);
  }
}
