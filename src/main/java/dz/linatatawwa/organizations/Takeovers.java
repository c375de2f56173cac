package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileAccess;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.FileKind;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** "This organisation is mine", said of one that nobody runs here, with evidence; a supervisor decides, and who is believed becomes its owner. */
@Component
public class Takeovers implements FileAccess {

  /** The kind of matter that asks a supervisor whether to believe it. */
  public static final String MATTER = "organization-takeover";

  /** The purpose under which {@code files} keeps the evidence. */
  public static final String PURPOSE = "organization-takeover";

  /** Papers of evidence, at most. */
  public static final int MOST = 4;

  private static final Duration TIME_TO_DECIDE = Duration.ofDays(5);

  private final TakeoverTable table;
  private final OrganizationTable organizations;
  private final MemberTable members;
  private final Territories territories;
  private final Matters matters;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Takeovers(TakeoverTable table, OrganizationTable organizations, MemberTable members, Territories territories, Matters matters, Notices notices, Audit audit,
      Clock clock) {
    this.table = table;
    this.organizations = organizations;
    this.members = members;
    this.territories = territories;
    this.matters = matters;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether somebody may ask for this organisation: it was verified and nobody runs it here. */
  public boolean open(Organization organization) {
    return organization.state() == OrganizationState.VERIFIED && members.running(organization.id()).isEmpty();
  }

  /** Whether this person has asked and waits for the answer. */
  public boolean waits(AccountId person, OrganizationId id) {
    return table.waits(person, id);
  }

  /** Asks to become the owner.
   *  @param receiptNumber as on the person's receipt; the supervisor compares it
   *  @param words         who the person is in the organisation
   *  @param papers        the evidence, already kept
   *  @return false when somebody runs it by now, or this person has asked already */
  @Transactional
  public boolean ask(AccountId person, OrganizationId id, String receiptNumber, String words, List<FileId> papers) {
    Organization organization = organizations.lock(id).orElseThrow();
    if (!open(organization) || waits(person, id)) return false;
    long takeover = table.insert(person, id, receiptNumber, words, clock.instant());
    table.addPapers(takeover, papers);
    matters.open(MATTER, takeover, organization.whereabouts(), organization.profile().nameAr(), clock.instant().plus(TIME_TO_DECIDE));
    audit.note(person, "organization.takeover-asked", "organization", id.value(), null);
    return true;
  }

  /** What a supervisor decided becomes true in the same transaction; of several who asked, one is believed and the others are told. */
  @EventListener
  void decided(MatterDecided decision) {
    if (!decision.kind().equals(MATTER)) return;
    Takeover takeover = table.find(decision.subjectId()).orElseThrow();
    Organization organization = organizations.lock(takeover.organization()).orElseThrow();
    boolean accepted = decision.decision().equals("accepted") && members.running(organization.id()).isEmpty();
    boolean tooLate = !accepted && decision.decision().equals("accepted");
    answer(takeover, organization, accepted, decision.by(), tooLate ? "run-by-another" : decision.reasonCode() == null ? "other" : decision.reasonCode(),
        decision.reason() == null ? "" : decision.reason());
    if (!accepted) return;
    for (Takeover other : table.waiting(organization.id())) {
      answer(other, organization, false, decision.by(), "run-by-another", "");
      matters.withdraw(MATTER, other.id(), decision.by());
    }
  }

  private void answer(Takeover takeover, Organization organization, boolean accepted, AccountId by, String code, String words) {
    table.answer(takeover.id(), accepted ? "accepted" : "refused", clock.instant());
    String id = organization.id().toString();
    if (accepted) {
      if (members.role(takeover.person(), organization.id()).isPresent()) members.change(organization.id(), takeover.person(), Role.OWNER);
      else members.add(organization.id(), takeover.person(), Role.OWNER);
    }
    audit.note(by, accepted ? "organization.takeover-accepted" : "organization.takeover-refused", "organization", id, words.isEmpty() ? null : words,
        Map.of("person", takeover.person().value()));
    InWords why = told -> accepted ? "" : told.text("organizations.reason." + code);
    notices.tell(takeover.person(), "organization-membership", accepted ? "organizations.notice.takeoverAccepted.title" : "organizations.notice.takeoverRefused.title",
        accepted ? "organizations.notice.takeoverAccepted.body" : "organizations.notice.takeoverRefused.body",
        accepted ? "/organizations/" + id + "/desk" : "/organizations/" + id, null, Members.name(organization), why, words);
  }

  /** Who leaves asks for nothing any more. */
  @EventListener
  void left(AccountClosed closed) {
    for (Takeover one : table.of(closed.account())) {
      table.answer(one.id(), "withdrawn", clock.instant());
      matters.withdraw(MATTER, one.id(), closed.account());
    }
  }

  Optional<Takeover> find(long id) {
    return table.find(id);
  }

  List<FileId> papers(long id) {
    return table.papers(id);
  }

  /** Somebody's request. */
  record Takeover(long id, OrganizationId organization, AccountId person, String receiptNumber, String words) {}

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public Set<FileKind> accepts() {
    return EnumSet.allOf(FileKind.class);
  }

  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    return person != null && table.holder(file.id()).flatMap(organizations::find).filter(organization -> territories.covers(person, organization.whereabouts())).isPresent();
  }
}
