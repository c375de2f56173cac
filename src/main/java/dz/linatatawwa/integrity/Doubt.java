package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A volunteer, a shift or an organisation about which checks have something to say.
 *  @param name         of the volunteer, or the title of the shift's opportunity; null: the organisation itself
 *  @param startsAt     of the shift
 *  @param organization the one most concerned
 *  @param risk         the sum of the weights of the checks with open findings
 *  @param heldBy       to whom it was handed */
public record Doubt(long id, About about, long subjectId, @Nullable String name, @Nullable Instant startsAt, @Nullable Long organizationId,
    @Nullable LocalName organization, @Nullable WilayaCode wilaya, int risk, DoubtState state, Instant stateSince, Instant openedAt,
    @Nullable AccountId heldBy, List<Finding> findings) {

  public Doubt {
    findings = List.copyOf(findings);
  }

  Doubt with(List<Finding> found) {
    return new Doubt(id, about, subjectId, name, startsAt, organizationId, organization, wilaya, risk, state, stateSince, openedAt, heldBy, found);
  }

  /** Findings that count, the heaviest first. */
  public List<Finding> open() {
    return findings.stream().filter(Finding::open).toList();
  }
}
