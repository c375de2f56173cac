package dz.linatatawwa.programmes;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.volunteers.Guardian;
import dz.linatatawwa.volunteers.GuardianConsentWithdrawn;
import dz.linatatawwa.volunteers.GuardianPurpose;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members' own side of programmes: joining with consent, changing what is shown, leaving in one tap; and the guardian's word for a minor. */
@Component
public class ProgrammeMembers {

  private final MembershipTable table;
  private final ProgrammeTable programmes;
  private final Partners partners;
  private final Accounts accounts;
  private final Volunteers volunteers;
  private final Guardians guardians;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  ProgrammeMembers(MembershipTable table, ProgrammeTable programmes, Partners partners, Accounts accounts, Volunteers volunteers, Guardians guardians,
      Notices notices, Audit audit, Clock clock) {
    this.table = table;
    this.programmes = programmes;
    this.partners = partners;
    this.accounts = accounts;
    this.volunteers = volunteers;
    this.guardians = guardians;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** This person's memberships, the newest first. */
  public List<Membership> of(AccountId person) {
    return table.of(person);
  }

  /** This person's part in a programme. */
  public Optional<Membership> of(AccountId person, ProgrammeId programme) {
    return table.of(person, programme);
  }

  /** Open programmes to which this person was invited and has not answered. */
  public List<Programme> invitations(AccountId person) {
    List<ProgrammeId> ids = invited(person).stream().map(MembershipTable.Invited::programme).filter(id -> table.of(person, id).isEmpty()).distinct().toList();
    return List.copyOf(programmes.findAll(ids).values());
  }

  /** Whether this person was invited to a programme. */
  public boolean isInvited(AccountId person, ProgrammeId programme) {
    return invited(person).stream().anyMatch(one -> one.programme().equals(programme));
  }

  /** Joins with consent to exactly this. Nobody is enrolled by anybody else.
   *  @param cohort    as chosen; null: the one of the invitation, or none
   *  @param reference their number at the institution; null: the one of the invitation, or none
   *  @param links     where links of ours begin: {@code https://…} */
  @Transactional
  public JoinedProgramme join(AccountId person, Programme programme, @Nullable Long cohort, @Nullable String reference, Shown shown, String links) {
    Optional<Volunteer> volunteer = volunteers.find(person);
    if (volunteer.isEmpty()) return new JoinedProgramme.Refused("programmes.refusal.notAVolunteer");
    boolean minor = volunteers.isMinor(volunteer.get());
    Optional<Guardian> guardian = guardians.of(person).stream().filter(one -> one.contact() != null).findFirst();
    if (minor && (guardian.isEmpty() || !volunteers.mayTakePart(volunteer.get()))) return new JoinedProgramme.GuardianNeeded();
    List<MembershipTable.Invited> invited = invited(person).stream().filter(one -> one.programme().equals(programme.id())).toList();
    Long group = cohort != null ? cohort : invited.stream().map(MembershipTable.Invited::cohort).filter(Objects::nonNull).findFirst().orElse(null);
    String number = reference != null ? reference : invited.stream().map(MembershipTable.Invited::reference).filter(Objects::nonNull).findFirst().orElse(null);
    UUID token = UUID.randomUUID();
    Optional<Long> made = table.insert(programme.id(), person, group, number, minor ? hash(token) : null, partners.today(), clock.instant());
    if (made.isEmpty()) return new JoinedProgramme.Refused(table.of(person, programme.id()).isPresent() ? "programmes.refusal.member" : "programmes.refusal.closed");
    table.consent(made.get(), shown, clock.instant());
    invited.forEach(one -> table.answered(one.id(), clock.instant()));
    if (!minor) return new JoinedProgramme.Done();
    if (guardians.agreed(person, GuardianPurpose.SCHOOL_DATA, List.of()) > 0) {
      guardianAgrees(token);
      return new JoinedProgramme.Done();
    }
    ask(volunteer.get(), guardian.get(), programme, shown, links + "/programmes/guardian/" + token);
    return new JoinedProgramme.GuardianAsked();
  }

  /** Shows more or less from now on. For a minor, more than before asks for the guardian's word anew: they leave and join again.
   *  @return false when that is needed */
  @Transactional
  public boolean show(AccountId person, ProgrammeId programme, Shown shown) {
    Membership membership = own(person, programme);
    boolean more = shown.name() && !membership.shown().name() || shown.minutes() && !membership.shown().minutes();
    if (more && volunteers.find(person).filter(volunteers::isMinor).isPresent()) return false;
    if (!shown.equals(membership.shown())) table.consent(membership.id(), shown, clock.instant());
    return true;
  }

  /** Leaves: from this moment the institution sees nothing. */
  @Transactional
  public void leave(AccountId person, ProgrammeId programme) {
    table.leave(own(person, programme).id(), "member", clock.instant());
  }

  /** Says no to an invitation. */
  @Transactional
  public void decline(AccountId person, ProgrammeId programme) {
    invited(person).stream().filter(one -> one.programme().equals(programme)).forEach(one -> table.answered(one.id(), clock.instant()));
  }

  /** The membership of a guardian's link. */
  public Optional<Membership> byGuardian(UUID token) {
    return table.byGuardian(hash(token));
  }

  /** The guardian agrees to what the link shows.
   *  @return false when they did before, or the minor has left */
  @Transactional
  public boolean guardianAgrees(UUID token) {
    Optional<Membership> membership = byGuardian(token);
    boolean given = table.guardianGives(hash(token), clock.instant());
    if (given) membership.ifPresent(one -> {
      audit.note(null, "programme.guardian-agreed", "programme", one.programme().toString(), null, Map.of("member", one.volunteer().value()));
      tell(one, "agreed");
    });
    return given;
  }

  /** The guardian says no, or takes their word back: at once nothing is seen any more. */
  @Transactional
  public boolean guardianRefuses(UUID token) {
    Optional<Membership> membership = byGuardian(token);
    boolean left = membership.isPresent() && table.leave(membership.get().id(), "guardian", clock.instant());
    if (left) membership.ifPresent(one -> tell(one, "refused"));
    return left;
  }

  /** Without the guardian's consent to take part there is none to be followed either. Whoever came of age goes on by their own consent. */
  @EventListener
  void withdrawn(GuardianConsentWithdrawn withdrawn) {
    if (withdrawn.ofAge()) return;
    boolean ends = withdrawn.isAbout(GuardianPurpose.SCHOOL_DATA)
        || withdrawn.endsTakingPart() && guardians.agreed(withdrawn.minor(), GuardianPurpose.TAKE_PART, List.of()) == 0;
    if (!ends) return;
    table.of(withdrawn.minor()).forEach(one -> table.leave(one.id(), "guardian", clock.instant()));
  }

  @EventListener
  void left(AccountClosed closed) {
    table.of(closed.account()).forEach(one -> table.leave(one.id(), "member", clock.instant()));
  }

  private void ask(Volunteer minor, Guardian guardian, Programme programme, Shown shown, String link) {
    Partner partner = partners.find(programme.partner()).orElseThrow();
    InWords seen = words -> words.text(shown.minutes() ? "programmes.seen.minutes" : shown.name() ? "programmes.seen.name" : "programmes.seen.number");
    notices.send(Objects.requireNonNull(guardian.contact()), accounts.find(minor.id()).map(Account::language).orElseThrow(), "programme-guardian",
        "programmes.message.guardian.title", "programmes.message.guardian.body", minor.name(), partner.names(), programme.names(), seen, link);
  }

  private void tell(Membership membership, String what) {
    Programme programme = programmes.find(membership.programme()).orElseThrow();
    notices.tell(membership.volunteer(), "programme-guardian", "programmes.notice." + what + ".title", "programmes.notice." + what + ".body", "/programmes", null,
        programme.names());
  }

  private List<MembershipTable.Invited> invited(AccountId person) {
    return accounts.find(person).map(account -> table.invitations(person, account.email(), account.phone())).orElse(List.of());
  }

  private Membership own(AccountId person, ProgrammeId programme) {
    return table.of(person, programme).orElseThrow(() -> new NotFound("membership of " + person + " in programme " + programme));
  }

  private static byte[] hash(UUID token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
