package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Matters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Two files of one organisation become one. Everything that stands under the one goes along but the ledger of hours, which keeps the number under which the
 *  work was done; the old address leads to the other. For seven days exactly what went comes back. */
@Service
public class Mergers {

  /** How long it can be undone. */
  public static final Duration UNDONE_WITHIN = Duration.ofDays(7);

  /** What is suspended would take people in again under the other name. */
  private static final Set<OrganizationState> GOING = EnumSet.of(OrganizationState.WAITING, OrganizationState.VERIFIED, OrganizationState.REFUSED);

  private final MergerTable table;
  private final OrganizationTable organizations;
  private final MemberTable members;
  private final Standing standing;
  private final Organizations face;
  private final ObjectProvider<GoesAlong> along;
  private final Matters matters;
  private final Notices notices;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Mergers(MergerTable table, OrganizationTable organizations, MemberTable members, Standing standing, Organizations face, ObjectProvider<GoesAlong> along,
      Matters matters, Notices notices, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.organizations = organizations;
    this.members = members;
    this.standing = standing;
    this.face = face;
    this.along = along;
    this.matters = matters;
    this.notices = notices;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Another file that may be of the same organisation.
   *  @param signs what is the same, as codes: {@code name}, {@code receipt}, {@code phone} */
  public record Twin(Organization organization, List<String> signs) {}

  /** What would go along, by the key of its sentence. */
  public record Preview(Organization goes, Organization stays, Map<String, Long> counts) {}

  /** A merger that stands.
   *  @param undoable whether the seven days are not over */
  public record Merger(long id, Organization goes, Instant madeAt, boolean undoable) {}

  /** Files that may be of the same organisation: names that look alike, the same receipt, the same phone. Only what this supervisor looks after. */
  public List<Twin> twins(AccountId supervisor, Organization of) {
    Map<OrganizationId, List<String>> signs = new LinkedHashMap<>();
    Map<OrganizationId, Organization> found = new LinkedHashMap<>();
    for (Organization one : table.sameMarks(of)) {
      found.put(one.id(), one);
      if (receipt(one).equals(receipt(of)) && !receipt(of).isEmpty()) sign(signs, one, "receipt");
      if (Objects.equals(one.profile().reach().phone(), of.profile().reach().phone())) sign(signs, one, "phone");
    }
    for (Organization one : organizations.lookAlikes(of)) {
      if (one.state() == OrganizationState.MERGED) continue;
      found.put(one.id(), one);
      sign(signs, one, "name");
    }
    return found.values().stream().filter(one -> standing.oversees(supervisor, one)).map(one -> new Twin(one, signs.getOrDefault(one.id(), List.of()))).toList();
  }

  private static void sign(Map<OrganizationId, List<String>> signs, Organization one, String sign) {
    signs.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(sign);
  }

  private static String receipt(Organization one) {
    String number = one.profile().receipt().number();
    return number == null ? "" : number.replaceAll("[^0-9A-Za-z]", "");
  }

  /** What would go along, for a supervisor of both.
   *  @throws NotFound for everybody else, and where they cannot be merged: the one that stays must be verified, the one that goes
   *      neither suspended nor a draft */
  public Preview preview(AccountId supervisor, OrganizationId goes, OrganizationId stays) {
    Organization one = overseen(supervisor, goes);
    Organization other = overseen(supervisor, stays);
    if (!mergeable(one, other)) throw new NotFound("organisations " + goes + " and " + stays + " cannot be merged");
    Map<String, Long> counts = new LinkedHashMap<>();
    along.stream().forEach(kind -> counts.put(kind.countKey(), kind.count(goes, stays)));
    return new Preview(one, other, counts);
  }

  private static boolean mergeable(Organization goes, Organization stays) {
    return !goes.id().equals(stays.id()) && stays.verified() && GOING.contains(goes.state());
  }

  /** Merges. Both are held, the lower number first, so that two supervisors at once go one after the other.
   *  @return the number of the merger */
  @Transactional
  public long merge(AccountId supervisor, OrganizationId goes, OrganizationId stays, String words) {
    lock(goes, stays);
    Preview preview = preview(supervisor, goes, stays);
    Instant now = clock.instant();
    long merger = table.insert(goes, stays, supervisor, words, preview.goes().state(), now);
    table.become(goes, stays, supervisor, now);
    along.stream().forEach(kind -> table.moved(merger, kind.what(), kind.move(goes, stays)));
    if (preview.goes().state() == OrganizationState.WAITING) matters.withdraw(Organizations.VERIFICATION, goes.value(), supervisor);
    audit.note(supervisor, "organization.merged", "organization", goes.toString(), words, Map.of("into", stays.value(), "merger", merger));
    audit.note(supervisor, "organization.merged-in", "organization", stays.toString(), words, Map.of("from", goes.value(), "merger", merger));
    notices.tellAll(members.running(stays), "organization-state", "organizations.notice.merged.title", "organizations.notice.merged.body",
        "/organizations/" + stays + "/desk", null, Members.name(preview.goes()), Members.name(preview.stays()), words);
    events.publishEvent(new PublicPagesChanged());
    return merger;
  }

  private void lock(OrganizationId one, OrganizationId other) {
    boolean first = one.value() < other.value();
    organizations.lock(first ? one : other);
    organizations.lock(first ? other : one);
  }

  /** Parts them again, within seven days: what went along and still stands there comes back.
   *  @return false when it is too late, was undone, or the one that stayed was merged on since
   *  @throws NotFound for whoever does not look after both */
  @Transactional
  public boolean undo(AccountId supervisor, long id) {
    MergerTable.Row merger = table.lock(id).orElseThrow(() -> new NotFound("merger " + id));
    Organization goes = overseen(supervisor, merger.goes());
    Organization stays = overseen(supervisor, merger.stays());
    if (merger.undone() || stays.state() == OrganizationState.MERGED || clock.instant().isAfter(merger.madeAt().plus(UNDONE_WITHIN))) return false;
    lock(merger.goes(), merger.stays());
    table.part(merger.goes(), merger.was(), supervisor, clock.instant());
    along.stream().forEach(kind -> kind.back(table.moved(id, kind.what()), merger.goes(), merger.stays()));
    table.undone(id, supervisor, clock.instant());
    if (merger.was() == OrganizationState.WAITING) face.askForVerification(merger.goes(), goes.profile());
    audit.note(supervisor, "organization.parted", "organization", merger.goes().toString(), null, Map.of("from", merger.stays().value(), "merger", id));
    notices.tellAll(members.running(merger.goes()), "organization-state", "organizations.notice.parted.title", "organizations.notice.parted.body",
        "/organizations/" + merger.goes() + "/desk", null, Members.name(goes), Members.name(stays));
    events.publishEvent(new PublicPagesChanged());
    return true;
  }

  /** What was merged into an organisation and stands, the newest first. */
  public List<Merger> into(OrganizationId stays) {
    return table.into(stays).stream().flatMap(row -> organizations.find(row.goes()).map(goes -> new Merger(row.id(), goes, row.madeAt(),
        !clock.instant().isAfter(row.madeAt().plus(UNDONE_WITHIN)))).stream()).toList();
  }

  /** Where the address of a merged one leads. */
  public Optional<OrganizationId> leadsTo(long goes) {
    return table.into(goes);
  }

  private Organization overseen(AccountId supervisor, OrganizationId id) {
    return organizations.find(id).filter(found -> standing.oversees(supervisor, found)).orElseThrow(() -> new NotFound("organisation " + id + " is not overseen by " + supervisor));
  }
}
