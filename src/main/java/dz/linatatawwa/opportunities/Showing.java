package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An opportunity with everything that its page says.
 *  @param coming   shifts that are still to come or run now, cancelled ones too, by start
 *  @param pastShifts how many are over
 *  @param campaign its title, where it belongs to one */
public record Showing(Opportunity opportunity, Organization organization, @Nullable LocalName field, @Nullable LocalName activity,
    @Nullable LocalName wilaya, @Nullable LocalName commune, List<Shift> coming, int pastShifts, @Nullable String campaign, Instant now) {

  public Showing {
    coming = List.copyOf(coming);
  }

  /** Reads what the page needs from the rooms below. */
  public static Showing of(Opportunity opportunity, Opportunities opportunities, Organizations organizations, Places places, Taxonomy taxonomy,
      Instant now) {
    List<Shift> shifts = opportunities.shifts(opportunity.id());
    List<Shift> coming = shifts.stream().filter(shift -> shift.endsAt().isAfter(now)).toList();
    Organization organization = organizations.find(opportunity.organization()).orElseThrow();
    return new Showing(opportunity, organization,
        opportunity.field() == null ? null : taxonomy.field(opportunity.field()).map(found -> found.name()).orElse(null),
        opportunity.activity() == null ? null : taxonomy.activity(opportunity.activity()).map(found -> found.name()).orElse(null),
        opportunity.wilaya() == null ? null : places.wilaya(opportunity.wilaya()).map(found -> found.name()).orElse(null),
        opportunity.commune() == null ? null : places.commune(opportunity.commune()).map(found -> found.name()).orElse(null),
        coming, shifts.size() - coming.size(), opportunities.campaignTitle(opportunity), now);
  }

  /** Whether somebody may apply now. */
  public boolean takes() {
    return opportunity.published() && organization.verified() && coming.stream().anyMatch(shift -> shift.open() && shift.startsAt().isAfter(now));
  }

  /** Shifts that people may still choose. */
  public List<Shift> open() {
    return coming.stream().filter(shift -> shift.open() && shift.startsAt().isAfter(now)).toList();
  }

  public int seats() {
    return open().stream().mapToInt(Shift::capacity).sum();
  }

  public int left() {
    return open().stream().mapToInt(Shift::left).sum();
  }

  /** The first shift that has a seat, or the first one at all: what the large button leads to. */
  public @Nullable Shift next() {
    return open().stream().filter(shift -> !shift.full()).findFirst().or(() -> open().stream().findFirst()).orElse(null);
  }
}
