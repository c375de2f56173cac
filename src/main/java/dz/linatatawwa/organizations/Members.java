package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to an organisation and as what. Owners decide it; nobody becomes a member without accepting. */
@Component
public class Members {

  private static final Duration INVITATION_LIVES = Duration.ofDays(14);
  private static final int INVITATIONS_AT_ONCE = 50;

  private final MemberTable members;
  private final InvitationTable invitations;
  private final Organizations organizations;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Members(MemberTable members, InvitationTable invitations, Organizations organizations, Accounts accounts, Notices notices, Audit audit, Clock clock) {
    this.members = members;
    this.invitations = invitations;
    this.organizations = organizations;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everybody in it, owners first. */
  public List<Member> of(OrganizationId id) {
    return members.all(id);
  }

  /** The invitations that wait for an answer. */
  public List<Invitation> invitations(OrganizationId id) {
    return invitations.waiting(id, clock.instant());
  }

  /** The invitations to this person's own contacts that wait for an answer. */
  public List<Invitation> invitationsTo(AccountId person) {
    return accounts.find(person).map(account -> invitations.to(account.email(), account.phone(), clock.instant())).orElse(List.of());
  }

  /** Whether one person alone runs it: should they vanish, nobody answers volunteers. */
  public boolean hangsOnOnePerson(OrganizationId id) {
    return members.running(id).size() < 2;
  }

  /** Invites somebody, who is told and may accept once they have proved that the contact is theirs.
   *  @return why not, or nothing when the invitation is sent */
  @Transactional
  public Optional<Refusal> invite(AccountId owner, OrganizationId id, Contact contact, Role role, Language language) {
    Organization organization = ownedBy(owner, id);
    if (invitations.waiting(id, clock.instant()).size() >= INVITATIONS_AT_ONCE) return Optional.of(Refusal.TOO_MANY_INVITATIONS);
    Optional<AccountId> known = accounts.findBy(contact);
    if (known.flatMap(person -> members.role(person, id)).isPresent()) return Optional.of(Refusal.ALREADY_MEMBER);
    boolean sent = invitations.add(id, contact, role, owner, clock.instant(), clock.instant().plus(INVITATION_LIVES));
    if (!sent) return Optional.of(Refusal.ALREADY_INVITED);
    audit.note(owner, "organization.invited", "organization", id.toString(), null, Map.of("role", role.code()));
    LocalName name = name(organization);
    known.ifPresentOrElse(
        person -> notices.tell(person, "organization-invitation", "organizations.notice.invited.title", "organizations.notice.invited.body",
            "/organizations/invitations", null, name),
        () -> notices.send(contact, language, "organization-invitation", "organizations.notice.invited.title",
            "organizations.notice.invited.bodyNew", name));
    return Optional.empty();
  }

  /** Takes an unanswered invitation back. */
  @Transactional
  public void withdraw(AccountId owner, OrganizationId id, long invitation) {
    ownedBy(owner, id);
    if (invitations.answer(invitation, id, "withdrawn", clock.instant())) audit.note(owner, "organization.invitation-withdrawn", "organization", id.value(), null);
  }

  /** Answers an invitation to one of the person's own contacts.
   *  @throws NotFound when it is not to them, or no longer waits */
  @Transactional
  public OrganizationId answer(AccountId person, long invitation, boolean accepts) {
    Invitation found = invitationsTo(person).stream().filter(one -> one.id() == invitation).findFirst()
        .orElseThrow(() -> new NotFound("invitation " + invitation + " is not to " + person));
    members.lock(found.organization());
    if (!invitations.answer(invitation, found.organization(), accepts ? "accepted" : "declined", clock.instant())) {
      throw new NotFound("invitation " + invitation + " was answered");
    }
    if (accepts && members.role(person, found.organization()).isEmpty()) members.add(found.organization(), person, found.role());
    audit.note(person, accepts ? "organization.joined" : "organization.invitation-declined", "organization", found.organization().toString(), null,
        Map.of("role", found.role().code()));
    return found.organization();
  }

  /** Makes somebody a member for whom the organisation's own sign-in vouches, as an administrator has set it; never an owner. Who is a member stays what they are. */
  @Transactional
  public void admit(OrganizationId id, AccountId person, Role role) {
    if (role == Role.OWNER) throw new IllegalArgumentException("an owner is not let in by vouching");
    members.lock(id);
    if (organizations.verified(id).isEmpty() || members.role(person, id).isPresent()) return;
    members.add(id, person, role);
    audit.note(person, "organization.joined", "organization", id.toString(), null, Map.of("role", role.code(), "vouched", true));
  }

  /** Gives a member another role.
   *  @return why not, or nothing when it is done */
  @Transactional
  public Optional<Refusal> change(AccountId owner, OrganizationId id, AccountId person, Role role) {
    Organization organization = ownedBy(owner, id);
    members.lock(id);
    Role before = members.role(person, id).orElseThrow(() -> new NotFound("no member " + person + " of " + id));
    if (before == role) return Optional.empty();
    if (before == Role.OWNER && isLastOwner(id)) return Optional.of(Refusal.LAST_OWNER);
    members.change(id, person, role);
    audit.note(owner, "organization.role-changed", "organization", id.toString(), null,
        Map.of("member", person.value(), "before", before.code(), "after", role.code()));
    if (!person.equals(owner)) tell(person, "role", organization);
    return Optional.empty();
  }

  /** Hands the organisation over: another member owns it, who gives it away coordinates. Both are told, and so are the other owners.
   *  @throws NotFound for everybody but an owner, and for who is no member */
  @Transactional
  public void handOver(AccountId owner, OrganizationId id, AccountId to) {
    Organization organization = ownedBy(owner, id);
    members.lock(id);
    if (to.equals(owner) || members.role(to, id).isEmpty() || members.role(owner, id).filter(Role.OWNER::equals).isEmpty()) {
      throw new NotFound("no member " + to + " of " + id + " to hand over to");
    }
    members.change(id, to, Role.OWNER);
    members.change(id, owner, Role.COORDINATOR);
    audit.note(owner, "organization.handed-over", "organization", id.toString(), null, Map.of("member", to.value()));
    members.running(id).forEach(person -> tell(person, "handedOver", organization));
  }

  /** Ends a membership: an owner anybody's, everybody their own.
   *  @return why not, or nothing when it is done */
  @Transactional
  public Optional<Refusal> end(AccountId by, OrganizationId id, AccountId person) {
    Organization organization = organizations.readBy(by, id);
    if (!by.equals(person) && organizations.role(by, id).orElseThrow() != Role.OWNER) throw new NotFound("members of " + id + " are not " + by + "'s to end");
    members.lock(id);
    Role role = members.role(person, id).orElseThrow(() -> new NotFound("no member " + person + " of " + id));
    if (role == Role.OWNER && isLastOwner(id)) return Optional.of(Refusal.LAST_OWNER);
    members.end(id, person);
    audit.note(by, by.equals(person) ? "organization.left" : "organization.member-ended", "organization", id.toString(), null, Map.of("member", person.value()));
    if (!person.equals(by)) tell(person, "ended", organization);
    return Optional.empty();
  }

  private boolean isLastOwner(OrganizationId id) {
    return members.all(id).stream().filter(member -> member.role() == Role.OWNER).count() == 1;
  }

  private Organization ownedBy(AccountId person, OrganizationId id) {
    Organization organization = organizations.readBy(person, id);
    if (organizations.role(person, id).orElseThrow() != Role.OWNER) throw new NotFound("organisation " + id + " is not owned by " + person);
    return organization;
  }

  private void tell(AccountId person, String what, Organization organization) {
    notices.tell(person, "organization-membership", "organizations.notice." + what + ".title", "organizations.notice." + what + ".body",
        "/organizations/mine", null, name(organization));
  }

  static LocalName name(Organization organization) {
    return new LocalName(organization.profile().nameAr(), organization.profile().nameFr(), null);
  }

  /** Why a change of members is not made. */
  public enum Refusal {
    LAST_OWNER("organizations.refusal.lastOwner"),
    ALREADY_MEMBER("organizations.refusal.alreadyMember"),
    ALREADY_INVITED("organizations.refusal.alreadyInvited"),
    TOO_MANY_INVITATIONS("organizations.refusal.tooManyInvitations");

    private final String key;

    Refusal(String key) {
      this.key = key;
    }

    /** The reason as a message key. */
    public String key() {
      return key;
    }
  }
}
