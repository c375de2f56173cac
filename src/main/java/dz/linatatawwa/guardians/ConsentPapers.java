package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.files.FileAccess;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.FileKind;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.volunteers.GuardianPurpose;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Guardians' consent on paper: an organisation uploads what was signed, and it counts once another of its people has looked at it. It holds for what is done
 *  with that organisation. That somebody runs the organisation is the caller's to have checked (the desk does). */
@Service
public class ConsentPapers implements FileAccess {

  private static final String PURPOSE = "guardian-paper";
  private static final int PAGE = 20;

  private final PaperTable table;
  private final Guardians guardians;
  private final Volunteers volunteers;
  private final Organizations organizations;
  private final ObjectProvider<Files> files;
  private final Audit audit;
  private final Clock clock;

  ConsentPapers(PaperTable table, Guardians guardians, Volunteers volunteers, Organizations organizations, ObjectProvider<Files> files, Audit audit,
      Clock clock) {
    this.table = table;
    this.guardians = guardians;
    this.volunteers = volunteers;
    this.organizations = organizations;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /** Keeps a signed paper, which waits for a second person, or says why the file was refused.
   *  @param group number of the group whose sheet it is; null: one minor's
   *  @param lines whom it is about, each with the guardian who signed
   *  @return nothing when it is kept */
  @Transactional
  public Optional<Kept.Refused> bring(OrganizationId organization, @Nullable Long group, List<ConsentPaper.Line> lines, Set<GuardianPurpose> purposes,
      LocalDate signedOn, MultipartFile upload, AccountId by) {
    return files.getObject().keep(by, PURPOSE, upload, file -> keep(organization, group, lines, purposes, signedOn, file, by));
  }

  private void keep(OrganizationId organization, @Nullable Long group, List<ConsentPaper.Line> lines, Set<GuardianPurpose> purposes, LocalDate signedOn,
      FileId file, AccountId by) {
    long id = table.add(organization, group, file, purposes, signedOn, by, clock.instant());
    lines.forEach(line -> table.add(id, line));
    audit.note(by, "guardian.paper-brought", "guardian-paper", Long.toString(id), null, Map.of("people", lines.size(), "organization", organization.value()));
  }

  /** An organisation's papers, those that wait first. @param page from 1 */
  public Slice<ConsentPaper> of(OrganizationId organization, int page) {
    return new Slice<>(table.of(organization, PAGE, (page - 1) * PAGE), page, PAGE, table.count(organization, false));
  }

  /** How many papers wait for a second person. */
  public long waiting(OrganizationId organization) {
    return table.count(organization, true);
  }

  /** The paper, where it is this organisation's.
   *  @throws NotFound for another one's */
  public ConsentPaper own(OrganizationId organization, long id) {
    return table.find(organization, id).orElseThrow(() -> new NotFound("paper " + id + " of organisation " + organization));
  }

  /** A second person has looked: what was signed counts from now on. Guardians whose contact stands on it get a link by which they see and stop everything.
   *  @param base where links of ours begin
   *  @return false for whoever brought it, and where somebody has decided before */
  @Transactional
  public boolean accept(ConsentPaper paper, AccountId by, Language language, String base) {
    if (!paper.mayBeLookedAtBy(by) || !table.decide(paper.id(), true, null, by, clock.instant())) return false;
    for (ConsentPaper.Line line : paper.lines()) {
      volunteers.find(line.minor()).filter(volunteers::isMinor).ifPresent(minor -> guardians.onPaper(minor, line.guardian(),
          line.contact() == null ? null : Contact.of(line.contact()), paper.purposes(), paper.organization().value(), paper.broughtBy(), language, base));
    }
    audit.note(by, "guardian.paper-accepted", "guardian-paper", paper.id(), null);
    return true;
  }

  /** A second person has looked, and the paper does not say what it should.
   *  @param reason a line
   *  @return false for whoever brought it, and where somebody has decided before */
  @Transactional
  public boolean refuse(ConsentPaper paper, AccountId by, String reason) {
    if (!paper.mayBeLookedAtBy(by) || !table.decide(paper.id(), false, reason, by, clock.instant())) return false;
    audit.note(by, "guardian.paper-refused", "guardian-paper", paper.id(), null);
    return true;
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public Set<FileKind> accepts() {
    return EnumSet.allOf(FileKind.class);
  }

  @Override
  public boolean leavesWithOwner() {
    return false;
  }

  /** Whoever runs the organisation. */
  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    return person != null && table.organizationOf(file.id()).filter(id -> organizations.mayRun(person, new OrganizationId(id))).isPresent();
  }
}
