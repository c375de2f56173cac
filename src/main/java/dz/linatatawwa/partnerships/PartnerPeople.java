package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who acts for a partner and as what. Whoever looks after the partner invites its first owner, owners invite the others; nobody is made a member
 *  without accepting. */
@Component
public class PartnerPeople {

  private static final Duration INVITATION_LIVES = Duration.ofDays(14);
  private static final int INVITATIONS_AT_ONCE = 50;

  /** Why a change of people is not made. */
  public enum Refusal {
    LAST_OWNER("partnerships.refusal.lastOwner"),
    ALREADY_MEMBER("partnerships.refusal.alreadyMember"),
    ALREADY_INVITED("partnerships.refusal.alreadyInvited"),
    TOO_MANY("partnerships.refusal.tooManyInvitations");

    private final String key;

    Refusal(String key) {
      this.key = key;
    }

    /** The reason as a message key. */
    public String key() {
      return key;
    }
  }

  private final PeopleTable table;
  private final PartnerTable partners;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  PartnerPeople(PeopleTable table, PartnerTable partners, Accounts accounts, Notices notices, Audit audit, Clock clock) {
    this.table = table;
    this.partners = partners;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everybody who acts for it, owners first; at most 200. */
  public List<PartnerMember> of(PartnerId id) {
    return table.all(id);
  }

  /** The invitations that wait for an answer. */
  public List<PartnerInvitation> invitations(PartnerId id) {
    return table.waiting(id, clock.instant());
  }

  /** Invites somebody by a link; they accept once they are signed in with that contact.
   *  @param by    an owner, or who looks after the partner
   *  @param links where links of ours begin: {@code https://…}
   *  @return why not, or nothing when the invitation is sent */
  @Transactional
  public Optional<Refusal> invite(AccountId by, PartnerId id, Contact contact, PartnerRole role, Language language, String links) {
    Partner partner = partners.find(id).orElseThrow(() -> new NotFound("partner " + id));
    if (table.waiting(id, clock.instant()).size() >= INVITATIONS_AT_ONCE) return Optional.of(Refusal.TOO_MANY);
    if (accounts.findBy(contact).flatMap(person -> partners.role(person, id)).isPresent()) return Optional.of(Refusal.ALREADY_MEMBER);
    UUID token = UUID.randomUUID();
    if (!table.invite(id, contact, role, token, by, clock.instant(), clock.instant().plus(INVITATION_LIVES))) return Optional.of(Refusal.ALREADY_INVITED);
    audit.note(by, "partner.invited", "partner", id.toString(), null, Map.of("role", role.code()));
    Language theirs = accounts.findBy(contact).flatMap(accounts::find).map(Account::language).orElse(language);
    notices.send(contact, theirs, "partner-invitation", "partnerships.message.invited.title", "partnerships.message.invited.body", partner.names(),
        links + "/partners/invitations/" + token);
    return Optional.empty();
  }

  /** Takes an unanswered invitation back. */
  @Transactional
  public void withdraw(AccountId by, PartnerId id, long invitation) {
    if (table.answer(invitation, id, "withdrawn", clock.instant())) audit.note(by, "partner.invitation-withdrawn", "partner", id.value(), null);
  }

  /** The invitation of a link, while it waits. */
  public Optional<PartnerInvitation> byLink(UUID token) {
    return table.byToken(token, clock.instant());
  }

  /** Whether an invitation is to this person: one of their own contacts. */
  public boolean isTo(AccountId person, PartnerInvitation invitation) {
    String contact = invitation.contact().text();
    return accounts.find(person).filter(account -> contact.equals(account.email()) || contact.equals(account.phone())).isPresent();
  }

  /** Answers an invitation to one of the person's own contacts.
   *  @throws NotFound when it is not to them, or no longer waits */
  @Transactional
  public PartnerId answer(AccountId person, UUID token, boolean accepts) {
    PartnerInvitation found = byLink(token).filter(one -> isTo(person, one)).orElseThrow(() -> new NotFound("partner invitation for " + person));
    table.lock(found.partner());
    if (!table.answer(found.id(), found.partner(), accepts ? "accepted" : "declined", clock.instant())) throw new NotFound("invitation was answered");
    if (accepts && partners.role(person, found.partner()).isEmpty()) table.add(found.partner(), person, found.role(), clock.instant());
    audit.note(person, accepts ? "partner.joined" : "partner.invitation-declined", "partner", found.partner().toString(), null, Map.of("role", found.role().code()));
    return found.partner();
  }

  /** Gives somebody another role.
   *  @return why not, or nothing when it is done */
  @Transactional
  public Optional<Refusal> change(AccountId owner, PartnerId id, AccountId person, PartnerRole role) {
    table.lock(id);
    PartnerRole before = partners.role(person, id).orElseThrow(() -> new NotFound("no member " + person + " of partner " + id));
    if (before == role) return Optional.empty();
    if (before == PartnerRole.OWNER && isLastOwner(id)) return Optional.of(Refusal.LAST_OWNER);
    table.change(id, person, role);
    audit.note(owner, "partner.role-changed", "partner", id.toString(), null, Map.of("member", person.value(), "before", before.code(), "after", role.code()));
    if (!person.equals(owner)) tell(person, "role", id);
    return Optional.empty();
  }

  /** Ends somebody's part: an owner anybody's, everybody their own.
   *  @return why not, or nothing when it is done */
  @Transactional
  public Optional<Refusal> end(AccountId by, PartnerId id, AccountId person) {
    table.lock(id);
    PartnerRole role = partners.role(person, id).orElseThrow(() -> new NotFound("no member " + person + " of partner " + id));
    if (role == PartnerRole.OWNER && isLastOwner(id)) return Optional.of(Refusal.LAST_OWNER);
    table.end(id, person, clock.instant());
    audit.note(by, by.equals(person) ? "partner.left" : "partner.member-ended", "partner", id.toString(), null, Map.of("member", person.value()));
    if (!person.equals(by)) tell(person, "ended", id);
    return Optional.empty();
  }

  /** Who closes their account acts for nobody any more. */
  @EventListener
  void left(AccountClosed closed) {
    table.endAll(closed.account(), clock.instant());
  }

  private boolean isLastOwner(PartnerId id) {
    return table.all(id).stream().filter(member -> member.role() == PartnerRole.OWNER).count() == 1;
  }

  private void tell(AccountId person, String what, PartnerId id) {
    Partner partner = partners.find(id).orElseThrow();
    notices.tell(person, "partner-membership", "partnerships.notice." + what + ".title", "partnerships.notice." + what + ".body", "/desk", null, partner.names());
  }
}
