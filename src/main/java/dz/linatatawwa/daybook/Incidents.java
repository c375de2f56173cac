package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Incidents of an organisation's days: numbered, and only ever added to. Seen by those who run the organisation and by the supervisors of the
 *  wilaya; for everybody else there are none. */
@Service
public class Incidents {

  private final IncidentTable table;
  private final Organizations organizations;
  private final IncidentMatters matters;
  private final Audit audit;
  private final Clock clock;

  Incidents(IncidentTable table, Organizations organizations, IncidentMatters matters, Audit audit, Clock clock) {
    this.table = table;
    this.organizations = organizations;
    this.matters = matters;
    this.audit = audit;
    this.clock = clock;
  }

  /** Writes the report of an incident; with a key that was used before nothing is written twice.
   *  @throws NotFound for whoever does not run the shift's organisation */
  @Transactional
  public IncidentId report(ShiftId shift, AccountId by, Report report, String key) {
    organizations.runBy(by, table.organization(shift));
    return write(shift, by, report, key);
  }

  /** From a phone's note: who may write there was checked when the phone took the shift along. */
  void begin(ShiftId shift, AccountId by, String words, Instant at, String place, String key) {
    write(shift, by, new Report(at, place, words, null, "", null, "", false, List.of()), key);
  }

  /** Adds to an incident. What stood before stays as it is.
   *  @throws NotFound for whoever does not run its organisation */
  @Transactional
  public void add(OrganizationId organization, IncidentId id, AccountId by, Report addition, String key) {
    organizations.runBy(by, organization);
    if (!table.lock(id)) throw new NotFound("incident " + id);
    Incident incident = of(organization, id);
    if (table.byKey(key).isPresent()) return;
    table.write(id, addition, by, key);
    audit.note(by, "incident.added", "incident", id.toString(), null, Map.of("organization", organization.value()));
    if (addition.serious()) tell(incident);
  }

  /** An incident, for somebody who may read it: a supervisor's reading is noted in the audit log.
   *  @throws NotFound for everybody else */
  @Transactional
  public Incident read(OrganizationId organization, IncidentId id, AccountId reader) {
    Incident incident = of(organization, id);
    if (organizations.mayRun(reader, organization)) return incident;
    if (!matters.watches(reader, incident)) throw new NotFound("incident " + id + " is foreign to " + reader);
    audit.note(reader, "incident.read", "incident", id.value(), null);
    return incident;
  }

  /** Notes that somebody took the evidence along on paper. */
  public void printed(Incident incident, AccountId by) {
    audit.note(by, "incident.printed", "incident", incident.id().value(), null);
  }

  /** All incidents of an organisation, the newest first. Who may look is the caller's to check (the desk does). */
  public Slice<IncidentLine> of(OrganizationId organization, int page) {
    return table.page(organization, page);
  }

  /** The incidents of one shift. Who may look is the caller's to check. */
  public List<IncidentLine> of(ShiftId shift) {
    return table.of(shift);
  }

  Optional<Incident> find(IncidentId id) {
    return table.find(id);
  }

  private Incident of(OrganizationId organization, IncidentId id) {
    return table.find(id).filter(found -> found.organization().equals(organization)).orElseThrow(() -> new NotFound("incident " + id + " of " + organization));
  }

  private IncidentId write(ShiftId shift, AccountId by, Report report, String key) {
    OrganizationId organization = table.organization(shift);
    table.queue(organization);
    Optional<IncidentId> before = table.byKey(key);
    if (before.isPresent()) return before.get();
    IncidentId id = table.insert(organization, shift, year(report.happenedAt()));
    table.write(id, report, by, key);
    audit.note(by, "incident.reported", "incident", id.toString(), null, Map.of("organization", organization.value(), "serious", report.serious()));
    if (report.serious()) tell(table.find(id).orElseThrow());
    return id;
  }

  private void tell(Incident incident) {
    if (table.serious(incident.id(), clock.instant())) matters.open(incident);
  }

  private int year(@Nullable Instant at) {
    return (at == null ? clock.instant() : at).atZone(Words.ZONE).getYear();
  }
}
