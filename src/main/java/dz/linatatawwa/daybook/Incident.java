package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident: its report and everything that was added to it, in order. Nothing of it is ever changed.
 *  @param number    counted in the organisation and its year
 *  @param seriousAt since when the supervisors of the wilaya know; null: they were not told */
public record Incident(IncidentId id, OrganizationId organization, ShiftId shift, int year, int number, @Nullable Instant seriousAt, List<Part> parts) {

  /** One report or addition, who wrote it and when. */
  public record Part(int number, Report report, AccountId by, Instant at) {}

  public Incident {
    parts = List.copyOf(parts);
  }

  /** As people cite it: 2026/3. */
  public String name() {
    return year + "/" + number;
  }

  public boolean serious() {
    return seriousAt != null;
  }

  public Part first() {
    return parts.getFirst();
  }

  /** When it happened, as the latest part says. */
  public Instant happenedAt() {
    Instant at = parts.reversed().stream().map(part -> part.report().happenedAt()).filter(java.util.Objects::nonNull).findFirst().orElse(null);
    return at == null ? first().at() : at;
  }
}
