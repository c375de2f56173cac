package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What those who settle hours see: the shifts of an organisation and the claims of each. */
@Service
public class HourDesk {

  private final DeskTable table;
  private final Levels levels;
  private final Accounts accounts;

  HourDesk(DeskTable table, Levels levels, Accounts accounts) {
    this.table = table;
    this.levels = levels;
    this.accounts = accounts;
  }

  /** Shifts with something to settle, the first clock first. */
  public List<ShiftHours> waiting(OrganizationId organization) {
    return table.waiting(organization.value());
  }

  /** Shifts whose hours are settled, the latest first. */
  public Slice<ShiftHours> settled(OrganizationId organization, int page) {
    return table.settled(organization.value(), page);
  }

  /** Everything about one shift.
   *  @throws NotFound for whoever may not settle there, and for a shift of another organisation */
  public HoursOfShift shift(OrganizationId organization, ShiftId shift, AccountId viewer) {
    levels.settler(viewer, organization);
    ShiftHours hours = table.shift(organization.value(), shift.value()).orElseThrow(() -> new NotFound("shift " + shift + " of " + organization));
    List<ClaimRow> claims = table.claims(shift.value());
    var names = accounts.names(claims.stream().flatMap(claim -> Stream.of(claim.first(), claim.by())).filter(Objects::nonNull).distinct().toList());
    var bounds = table.bounds(shift.value());
    return new HoursOfShift(hours, bounds.earliest(), bounds.latest(), claims, hours.unclaimed() == 0 ? Map.of() : table.unclaimed(shift.value()),
        names, viewer);
  }

  /** How much waits for this person to settle, in all organisations that they run.
   *  @return people whose hours wait */
  public int waitingFor(AccountId person) {
    return table.waitingFor(person.value());
  }
}
