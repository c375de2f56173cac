package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.DataReplaced;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bodies that offer opportunities: who they are, whether they may publish, and what each member may do. */
@Component
public class Organizations {

  /** The kind of matter that asks a supervisor to verify an organisation. */
  public static final String VERIFICATION = "organization-verification";

  /** How long a supervisor has to verify. */
  static final Duration TIME_TO_VERIFY = Duration.ofDays(5);

  private final OrganizationTable table;
  private final MemberTable members;
  private final Matters matters;
  private final Audit audit;
  private final Clock clock;

  Organizations(OrganizationTable table, MemberTable members, Matters matters, Audit audit, Clock clock) {
    this.table = table;
    this.members = members;
    this.matters = matters;
    this.audit = audit;
    this.clock = clock;
  }

  /** An organisation in whatever state. */
  public Optional<Organization> find(OrganizationId id) {
    return table.find(id);
  }

  /** The organisations of many numbers, in one query; those that do not exist are left out. */
  public Map<OrganizationId, Organization> findAll(Collection<OrganizationId> ids) {
    return table.findAll(ids);
  }

  /** An organisation that the public may see and that may publish now. */
  public Optional<Organization> verified(OrganizationId id) {
    return table.find(id).filter(Organization::verified);
  }

  /** Whether it may publish and take people in: only while verified. Holds the row until the transaction ends, so that a
   *  suspension and a publication that come at once follow each other. */
  @Transactional
  public boolean mayPublish(OrganizationId id) {
    return table.stateForShare(id).filter(state -> state == OrganizationState.VERIFIED).isPresent();
  }

  /** What this person is in an organisation; nothing for everybody else. */
  public Optional<Role> role(AccountId person, OrganizationId id) {
    return members.role(person, id);
  }

  /** Whether this person runs its opportunities: an owner or a coordinator. */
  public boolean mayRun(AccountId person, OrganizationId id) {
    return role(person, id).filter(Role::runs).isPresent();
  }

  /** Whether this person may look at its desk: any member. */
  public boolean mayRead(AccountId person, OrganizationId id) {
    return role(person, id).isPresent();
  }

  /** The organisation, for somebody who runs its opportunities.
   *  @throws NotFound for everybody else, as if it did not exist */
  public Organization runBy(AccountId person, OrganizationId id) {
    if (!mayRun(person, id)) throw new NotFound("organisation " + id + " is not run by " + person);
    return table.find(id).orElseThrow(() -> new NotFound("organisation " + id));
  }

  /** The organisation, for one of its members.
   *  @throws NotFound for everybody else, as if it did not exist */
  public Organization readBy(AccountId person, OrganizationId id) {
    if (!mayRead(person, id)) throw new NotFound("organisation " + id + " is foreign to " + person);
    return table.find(id).orElseThrow(() -> new NotFound("organisation " + id));
  }

  /** Everything that this person is a member of, by name. */
  public List<Membership> ofMember(AccountId person) {
    return table.ofMember(person);
  }

  /** Who runs its opportunities, owners first: the people to tell what concerns it. */
  public List<AccountId> coordinators(OrganizationId id) {
    return members.running(id);
  }

  /** The list that the public sees: verified ones only, by name. */
  public Slice<Organization> search(OrganizationSearch search, int page) {
    return table.search(search, page);
  }

  /** Verified ones, the newest first, part by part.
   *  @param wilaya of their seat; null: everywhere
   *  @param before only those of a smaller number */
  public List<Organization> verified(@Nullable WilayaCode wilaya, long before, int most) {
    return table.verified(wilaya, before, most);
  }

  /** Registers an organisation: who does it becomes its owner, and a supervisor is asked to verify it. */
  @Transactional
  public OrganizationId register(Profile profile, AccountId by) {
    OrganizationId id = table.insert(profile, OrganizationState.WAITING, by, null);
    members.add(id, by, Role.OWNER);
    audit.note(by, "organization.registered", "organization", id.value(), null);
    askForVerification(id, profile);
    return id;
  }

  /** Changes what an organisation says of itself. Once a supervisor has verified who it is, its kind, names, scope, receipt and seat stay as
   *  they are, whatever the new profile says.
   *  @throws NotFound for everybody but an owner */
  @Transactional
  public void mend(AccountId owner, OrganizationId id, Profile profile) {
    Organization before = ownedBy(owner, id);
    Profile after = identityIsSettled(before) ? before.profile().with(profile) : profile;
    table.update(id, after);
    audit.note(owner, "organization.mended", "organization", id.value(), null);
    if (before.state() == OrganizationState.WAITING) askForVerification(id, after);
  }

  /** Asks for verification once more, after a refusal or once what was lacking is there.
   *  @return false when it was neither refused nor asked for more
   *  @throws NotFound for everybody but an owner */
  @Transactional
  public boolean askAgain(AccountId owner, OrganizationId id) {
    Organization organization = ownedBy(owner, id);
    boolean asked = organization.state() == OrganizationState.DRAFT && organization.stateCode() != null;
    if (organization.state() != OrganizationState.REFUSED && !asked) return false;
    table.setState(id, OrganizationState.WAITING, null, null, null, clock.instant());
    audit.note(owner, "organization.sent-again", "organization", id.value(), null);
    askForVerification(id, organization.profile());
    return true;
  }

  /** Sets or takes away the picture beside its name.
   *  @throws NotFound for everybody but an owner */
  @Transactional
  public void wear(AccountId owner, OrganizationId id, @Nullable FileId logo) {
    ownedBy(owner, id);
    table.setLogo(id, logo);
    audit.note(owner, "organization.logo-changed", "organization", id.value(), null);
  }

  /** Whether a supervisor has seen who it is, so that its identity no longer changes by itself. */
  public static boolean identityIsSettled(Organization organization) {
    return organization.state() == OrganizationState.VERIFIED || organization.state() == OrganizationState.SUSPENDED;
  }

  /** Takes in an organisation from a table that somebody brought: without members, and in the state that the import gives it.
   *  @param by       null: from the command line
   *  @param importId the import that can take it back */
  @Transactional
  public OrganizationId bring(Profile profile, OrganizationState state, @Nullable AccountId by, long importId) {
    OrganizationId id = table.insert(profile, state, by, importId);
    if (state == OrganizationState.WAITING) askForVerification(id, profile);
    return id;
  }

  @EventListener({DataReplaced.class, ApplicationReadyEvent.class})
  void learn() {
    table.writeMissingWords();
  }

  /** Sets how fast it answers applications: the median of what participation measured. */
  @Transactional
  public void answersIn(OrganizationId id, int medianMinutes) {
    table.answersIn(id, medianMinutes);
  }

  private Organization ownedBy(AccountId person, OrganizationId id) {
    if (role(person, id).filter(role -> role == Role.OWNER).isEmpty()) throw new NotFound("organisation " + id + " is not owned by " + person);
    return table.lock(id).orElseThrow(() -> new NotFound("organisation " + id));
  }

  void askForVerification(OrganizationId id, Profile profile) {
    boolean national = profile.scope().national();
    Whereabouts where = new Whereabouts(national ? null : profile.seat().wilaya(), national ? null : profile.seat().commune(), profile.fields());
    matters.open(VERIFICATION, id.value(), where, profile.nameAr(), clock.instant().plus(TIME_TO_VERIFY));
  }

  /** Other organisations whose name looks like this one's, the likest first. */
  List<Organization> lookAlikes(Organization organization) {
    return table.lookAlikes(organization);
  }
}
