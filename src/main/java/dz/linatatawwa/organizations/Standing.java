package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.Territories;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How an organisation comes into its state: verified or refused by the decision of a matter, suspended and reinstated by a supervisor. */
@Component
public class Standing {

  /** Why an organisation may be suspended. */
  public static final List<String> SUSPENSION_REASONS = List.of("false-facts", "danger", "misuse", "no-mandate", "other");

  private static final Duration AWAY = Duration.ofDays(30);

  private final OrganizationTable table;
  private final MemberTable members;
  private final Accounts accounts;
  private final Territories territories;
  private final Notices notices;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<PublishedBy> published;
  private final Clock clock;

  Standing(OrganizationTable table, MemberTable members, Accounts accounts, Territories territories, Notices notices, Audit audit,
      ApplicationEventPublisher events, ObjectProvider<PublishedBy> published, Clock clock) {
    this.table = table;
    this.members = members;
    this.accounts = accounts;
    this.territories = territories;
    this.notices = notices;
    this.audit = audit;
    this.events = events;
    this.published = published;
    this.clock = clock;
  }

  /** What a supervisor decided of a registration becomes true in the same transaction. */
  @EventListener
  void decided(MatterDecided decision) {
    if (!decision.kind().equals(Organizations.VERIFICATION)) return;
    OrganizationId id = new OrganizationId(decision.subjectId());
    Organization organization = table.lock(id).orElseThrow();
    if (organization.state() != OrganizationState.WAITING) {
      throw new IllegalStateException("organisation " + id + " is " + organization.state() + ", it does not wait for a decision");
    }
    String words = decision.reason() == null ? "" : decision.reason();
    if (decision.decision().equals("verified")) {
      become(organization, OrganizationState.VERIFIED, decision.by(), words, "");
      events.publishEvent(new OrganizationVerified(id));
    } else if (decision.decision().equals("asked")) {
      become(organization, OrganizationState.DRAFT, decision.by(), words, decision.reasonCode() == null ? "other" : decision.reasonCode());
    } else {
      String code = decision.reasonCode() == null ? "other" : decision.reasonCode();
      become(organization, OrganizationState.REFUSED, decision.by(), words, code);
      events.publishEvent(new OrganizationRefused(id, code));
    }
  }

  /** Why the decision on a registration cannot be taken back, as a message key; null: it can. Who has published since was seen by people who may have come. */
  @Nullable String stays(OrganizationId id, String decided) {
    Organization organization = table.find(id).orElseThrow();
    if (!organization.state().code().equals(decided)) return "organizations.undo.changed";
    return organization.verified() && published.stream().anyMatch(one -> one.hasPublished(id)) ? "organizations.undo.published" : null;
  }

  /** The registration waits for a decision again, and its people are told. */
  void takeBack(OrganizationId id, AccountId by) {
    become(table.lock(id).orElseThrow(), OrganizationState.WAITING, by, "", "");
  }

  /** Suspends a verified organisation: it keeps its past and takes in nobody.
   *  @param code one of {@link #SUSPENSION_REASONS}
   *  @param words read by its members
   *  @throws NotFound for who does not look after it, or belongs to it
   *  @return false when it is not verified (any more) */
  @Transactional
  public boolean suspend(AccountId supervisor, OrganizationId id, String code, String words) {
    Organization organization = overseen(supervisor, id);
    if (organization.state() != OrganizationState.VERIFIED) return false;
    if (!SUSPENSION_REASONS.contains(code)) throw new IllegalArgumentException("not a reason to suspend: " + code);
    become(organization, OrganizationState.SUSPENDED, supervisor, words, code);
    events.publishEvent(new OrganizationSuspended(id, code));
    return true;
  }

  /** Ends a suspension.
   *  @return false when it is not suspended (any more) */
  @Transactional
  public boolean reinstate(AccountId supervisor, OrganizationId id, String words) {
    Organization organization = overseen(supervisor, id);
    if (organization.state() != OrganizationState.SUSPENDED) return false;
    become(organization, OrganizationState.VERIFIED, supervisor, words, "");
    events.publishEvent(new OrganizationReinstated(id));
    return true;
  }

  /** Takes back what another supervisor decided, refusal or suspension, because a recourse was right: it is verified.
   *  @return false when it is neither refused nor suspended (any more) */
  @Transactional
  boolean reverse(AccountId by, OrganizationId id, String words) {
    Organization organization = table.lock(id).orElseThrow();
    boolean refused = organization.state() == OrganizationState.REFUSED;
    if (!refused && organization.state() != OrganizationState.SUSPENDED) return false;
    become(organization, OrganizationState.VERIFIED, by, words, "");
    events.publishEvent(refused ? new OrganizationVerified(id) : new OrganizationReinstated(id));
    return true;
  }

  /** Whether this person looks after the organisation as a supervisor and has no part in it. */
  public boolean oversees(AccountId person, Organization organization) {
    return territories.covers(person, organization.whereabouts()) && members.role(person, organization.id()).isEmpty();
  }

  /** A second coordinator in case one vanishes: whoever runs it has not been here for thirty days, so its supervisor names somebody else.
   *  @return false when somebody who runs it is still active, or the person is a member already */
  @Transactional
  public boolean appoint(AccountId supervisor, OrganizationId id, AccountId person, String words) {
    Organization organization = overseen(supervisor, id);
    if (person.equals(supervisor) || !vanished(id) || members.role(person, id).filter(Role::runs).isPresent()) return false;
    if (members.role(person, id).isPresent()) members.change(id, person, Role.COORDINATOR);
    else members.add(id, person, Role.COORDINATOR);
    audit.note(supervisor, "organization.coordinator-appointed", "organization", id.toString(), words, Map.of("member", person.value()));
    notices.tellAll(members.running(id), "organization-membership", "organizations.notice.appointed.title", "organizations.notice.appointed.body",
        "/organizations/" + id + "/desk", null, Members.name(organization), words);
    return true;
  }

  /** The owners are gone: none of them has been here for thirty days, so its supervisor makes somebody else the owner. The owners of before coordinate, are told,
   *  and get it back from the new owner or by recourse to supervision.
   *  @return false when an owner is still active, or the person owns it already */
  @Transactional
  public boolean entrust(AccountId supervisor, OrganizationId id, AccountId person, String words) {
    Organization organization = overseen(supervisor, id);
    List<AccountId> owners = owners(id);
    if (person.equals(supervisor) || !ownerless(id) || owners.contains(person)) return false;
    owners.forEach(owner -> members.change(id, owner, Role.COORDINATOR));
    if (members.role(person, id).isPresent()) members.change(id, person, Role.OWNER);
    else members.add(id, person, Role.OWNER);
    audit.note(supervisor, "organization.entrusted", "organization", id.toString(), words, Map.of("member", person.value()));
    notices.tellAll(members.running(id), "organization-membership", "organizations.notice.entrusted.title", "organizations.notice.entrusted.body",
        "/organizations/" + id + "/desk", null, Members.name(organization), words);
    return true;
  }

  /** Whether no owner was here in the last thirty days. */
  public boolean ownerless(OrganizationId id) {
    return accounts.seenSince(owners(id), clock.instant().minus(AWAY)).isEmpty();
  }

  private List<AccountId> owners(OrganizationId id) {
    return members.all(id).stream().filter(one -> one.role() == Role.OWNER).map(Member::account).toList();
  }

  /** Whether nobody who runs it was here in the last thirty days. */
  public boolean vanished(OrganizationId id) {
    return accounts.seenSince(members.running(id), clock.instant().minus(AWAY)).isEmpty();
  }

  private Organization overseen(AccountId supervisor, OrganizationId id) {
    return table.lock(id).filter(organization -> oversees(supervisor, organization) && territories.hold(supervisor, organization.whereabouts()))
        .orElseThrow(() -> new NotFound("organisation " + id + " is not overseen by " + supervisor));
  }

  /** What is asked for is no refusal: the organisation is a draft of its people's again, with what it lacks. */
  private static String deed(OrganizationState before, OrganizationState after) {
    if (after == OrganizationState.DRAFT) return "asked";
    return after == OrganizationState.VERIFIED && before == OrganizationState.SUSPENDED ? "reinstated" : after.code();
  }

  private void become(Organization organization, OrganizationState state, AccountId by, String words, String code) {
    OrganizationId id = organization.id();
    table.setState(id, state, code.isEmpty() ? null : code, words.isEmpty() ? null : words, by, clock.instant());
    String deed = deed(organization.state(), state);
    audit.note(by, "organization." + deed, "organization", id.toString(), words.isEmpty() ? null : words, code.isEmpty() ? Map.of() : Map.of("code", code));
    InWords why = told -> code.isEmpty() ? "" : told.text("organizations.reason." + code);
    notices.tellAll(members.running(id), "organization-state", "organizations.notice." + deed + ".title", "organizations.notice." + deed + ".body",
        "/organizations/" + id + "/desk", null, Members.name(organization), why, words);
  }
}
