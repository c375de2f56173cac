package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Groups of schools and of scouts: registered by their leader, filled with children who need no account of their own, asked for their guardians' consent in
 *  one go, and handed over one by one. That somebody runs the organisation is the caller's to have checked (the desk does). */
@Service
public class YouthGroups {

  /** Members of one group, at most. */
  public static final int MOST = 60;

  private static final int PAGE = 30;

  private final YouthTable table;
  private final Organizations organizations;
  private final Accounts accounts;
  private final Volunteers volunteers;
  private final Guardians guardians;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  YouthGroups(YouthTable table, Organizations organizations, Accounts accounts, Volunteers volunteers, Guardians guardians, Notices notices, Audit audit, Clock clock) {
    this.table = table;
    this.organizations = organizations;
    this.accounts = accounts;
    this.volunteers = volunteers;
    this.guardians = guardians;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** An organisation's groups, the open and newest ones first. @param page from 1 */
  public Slice<YouthGroup> of(OrganizationId organization, int page) {
    return new Slice<>(table.of(organization, PAGE, (page - 1) * PAGE), page, PAGE, table.count(organization));
  }

  /** The group, where it is this organisation's.
   *  @throws NotFound for another one's */
  public YouthGroup own(OrganizationId organization, long id) {
    return table.find(organization, id).orElseThrow(() -> new NotFound("group " + id + " of organisation " + organization));
  }

  /** Everybody of a group now, by name. */
  public List<YouthMember> members(YouthGroup group) {
    return table.members(group);
  }

  /** Registers a group; its leader is who does it.
   *  @return nothing where the organisation is not verified */
  @Transactional
  public Optional<Long> make(OrganizationId organization, GroupKind kind, String name, AccountId leader) {
    if (organizations.verified(organization).isEmpty()) return Optional.empty();
    long id = table.make(organization, kind, name, leader);
    audit.note(leader, "group.made", "group", Long.toString(id), null, Map.of("organization", organization.value()));
    return Optional.of(id);
  }

  /** The group takes part no longer. */
  @Transactional
  public void close(YouthGroup group, AccountId by) {
    if (table.close(group.id())) audit.note(by, "group.closed", "group", group.id(), null);
  }

  /** Adds the children of these lines, all of them or, where something is wrong, none.
   *  @return how many are new to the group */
  @Transactional
  public int add(YouthGroup group, String typed, Language language, AccountId by, Problems problems) {
    if (!group.open()) throw new NotFound("group " + group.id() + " is closed");
    List<Child> children = ChildLines.read(typed, LocalDate.now(clock.withZone(Words.ZONE)), problems);
    if (!problems.any() && group.members() + children.size() > MOST) problems.add("children", "guardians.problem.lines.many", MOST);
    CommuneCode commune = organizations.find(group.organization()).map(Organization::profile).orElseThrow().seat().commune();
    int added = 0;
    for (int i = 0; i < children.size() && !problems.any(); i++) {
      Child child = children.get(i);
      Optional<AccountId> person = person(child, commune, language);
      if (person.isEmpty()) problems.add("children", "guardians.problem.code", i + 1, child.code());
      else if (table.add(group, person.get(), child.code().isEmpty(), child.guardian(), text(child.contact()), by)) added += welcomed(group, child, person.get());
    }
    if (problems.any()) TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    else audit.note(by, "group.members-added", "group", Long.toString(group.id()), null, Map.of("people", added));
    return problems.any() ? 0 : added;
  }

  /** Takes somebody out of a group. */
  @Transactional
  public void remove(YouthGroup group, long member, AccountId by) {
    YouthMember found = member(group, member);
    if (table.leave(group.id(), member)) audit.note(by, "group.member-removed", "group", Long.toString(group.id()), null, Map.of("member", found.person().value()));
  }

  /** Writes to the guardians of all minors of the group who have named none yet and whose guardian's contact is known.
   *  @return how many links went out */
  @Transactional
  public int sendLinks(YouthGroup group, Language language, AccountId by, String base) {
    return (int) table.members(group).stream().filter(member -> member.minor() && member.agreed() == 0 && member.contact() != null && member.guardian() != null
        && guardians.of(member.person()).isEmpty()).filter(member -> sent(member, language, by, base)).count();
  }

  /** Gives a child's account its own contact; from then on they sign in by themselves.
   *  @return false when the contact has an account already */
  @Transactional
  public boolean handOver(YouthGroup group, long member, Contact contact, AccountId by) {
    YouthMember found = member(group, member);
    boolean guardians = contact.text().equals(found.contact());
    if (!found.entrusted() || guardians || !accounts.handOver(found.person(), contact)) return false;
    audit.note(by, "group.account-handed-over", "group", Long.toString(group.id()), null, Map.of("member", found.person().value()));
    return true;
  }

  /** A guardian told the organisation's people to stop: what holds within it ends.
   *  @throws NotFound for somebody who is no member */
  @Transactional
  public void endConsent(YouthGroup group, long member, AccountId by) {
    YouthMember found = member(group, member);
    guardians.withdrawWithin(found.person(), group.organization().value());
    audit.note(by, "guardian.consent-ended", "group", Long.toString(group.id()), null, Map.of("member", found.person().value()));
  }

  /** The groups to which this person belongs or is asked to. */
  public List<Belonging> of(AccountId person) {
    List<YouthTable.Belonging> rows = table.belongings(person);
    Map<OrganizationId, Organization> bodies = organizations.findAll(rows.stream().map(row -> new OrganizationId(row.organization())).distinct().toList());
    return rows.stream().map(row -> new Belonging(row.member(), row.group(), Optional.ofNullable(bodies.get(new OrganizationId(row.organization()))), row.waits())).toList();
  }

  /** A group that somebody belongs to, or is asked to.
   *  @param waits for their yes */
  public record Belonging(long member, String group, Optional<Organization> organization, boolean waits) {}

  /** Somebody says yes to belonging to a group.
   *  @throws NotFound for somebody else's membership */
  @Transactional
  public void accept(AccountId person, long member) {
    if (!table.accept(person, member)) throw new NotFound("membership " + member + " of " + person);
  }

  /** Somebody leaves a group, or does not want to belong to it.
   *  @throws NotFound for somebody else's membership */
  @Transactional
  public void leave(AccountId person, long member) {
    if (!table.leave(person, member)) throw new NotFound("membership " + member + " of " + person);
  }

  /** Somebody with an account of their own is asked, on the platform. */
  private int welcomed(YouthGroup group, Child child, AccountId person) {
    if (!child.code().isEmpty()) notices.leave(person, "group-asked", "guardians.notice.group.title", "guardians.notice.group.body", "/desk",
        "group-" + group.id() + "-" + person, group.name());
    return 1;
  }

  private YouthMember member(YouthGroup group, long member) {
    return table.members(group).stream().filter(one -> one.id() == member).findFirst()
        .orElseThrow(() -> new NotFound("member " + member + " of group " + group.id()));
  }

  private Optional<AccountId> person(Child child, CommuneCode commune, Language language) {
    if (!child.code().isEmpty()) return volunteers.byCode(child.code()).map(Volunteer::id);
    AccountId account = accounts.openEntrusted(child.name(), language);
    return volunteers.enrol(account, child.birthYear(), commune).map(Volunteer::id);
  }

  private boolean sent(YouthMember member, Language language, AccountId by, String base) {
    String name = member.guardian();
    String contact = member.contact();
    Optional<Volunteer> minor = volunteers.find(member.person());
    return name != null && contact != null && minor.isPresent()
        && guardians.ask(minor.get(), 1, name, Contact.of(contact), language, by, base) == Guardians.Asked.SENT;
  }

  private static @Nullable String text(@Nullable Contact contact) {
    return contact == null ? null : contact.text();
  }
}
