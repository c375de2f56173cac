package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.volunteers.Volunteers;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Certificates of an organisation's hours for many people at once: begun, made in small steps that each stand for themselves, handed over. Who may
 *  is the caller's to check: whoever runs the organisation. */
@Service
public class CertificateBatches {

  /** How many pages of one document are made at once. */
  public static final int TOGETHER = 200;

  private static final int STEP = 20;

  private final BatchTable table;
  private final CertificateTable certificates;
  private final CountedLines lines;
  private final Certificates issuing;
  private final CertificateSubjects subjects;
  private final CertificatePapers papers;
  private final Accounts accounts;
  private final Volunteers volunteers;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  CertificateBatches(BatchTable table, CertificateTable certificates, CountedLines lines, Certificates issuing, CertificateSubjects subjects, CertificatePapers papers,
      Accounts accounts, Volunteers volunteers, Notices notices, Audit audit, Clock clock) {
    this.table = table;
    this.certificates = certificates;
    this.lines = lines;
    this.issuing = issuing;
    this.subjects = subjects;
    this.papers = papers;
    this.accounts = accounts;
    this.volunteers = volunteers;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Puts everybody on a list who has so much with this organisation; the work goes on in the background.
   *  @param scope   within the organisation: a campaign, an opportunity, or all
   *  @param atLeast minutes in the grades that count, from 1
   *  @return nothing when there is nobody */
  @Transactional
  public Optional<Long> begin(OrganizationId organization, Scope scope, Span span, int atLeast, AccountId by) {
    Scope within = new Scope(organization, scope.campaign(), scope.opportunity());
    Optional<Long> begun = table.insert(organization, within, subjects.of(within), span, atLeast, by, clock.instant());
    begun.ifPresent(id -> audit.note(by, "certificates.batch", "organization", organization.toString(), null, Map.of("batch", id)));
    return begun;
  }

  /** Makes the next few certificates of a batch and tells their owners, in one transaction.
   *  @return whether there may be more to do */
  @Transactional
  public boolean step(long id) {
    CertificateBatch batch = table.hold(id).orElse(null);
    if (batch == null) return false;
    List<AccountId> people = table.waiting(id, STEP);
    Set<AccountId> minors = volunteers.minors(people);
    int made = (int) people.stream().filter(person -> made(batch, person, minors.contains(person))).count();
    table.count(id, made, people.size() - made);
    if (people.size() == STEP) return true;
    table.move(batch.organization(), id, CertificateBatch.State.RUNNING, CertificateBatch.State.DONE, clock.instant());
    return false;
  }

  private boolean made(CertificateBatch batch, AccountId person, boolean minor) {
    boolean here = accounts.find(person).isPresent() && volunteers.find(person).isPresent();
    Issued issued = here ? issuing.issue(person, new Asked(Kind.HOURS, batch.scope(), batch.asked()), batch.by()) : new Issued.NoHours();
    if (!(issued instanceof Issued.Done(Certificate certificate, boolean anew)) || certificate.minutes().counted() == 0) {
      table.done(batch.id(), person, null);
      return false;
    }
    table.done(batch.id(), person, certificate.id());
    tell(person, minor, certificate, batch.subject());
    return true;
  }

  /** What others have made for a minor stays on the platform. */
  private void tell(AccountId person, boolean minor, Certificate certificate, LocalName subject) {
    String link = "/certificates/" + certificate.number();
    String once = "certificate-issued:" + certificate.number();
    if (minor) notices.leave(person, "certificate-issued", "certificates.notice.issued.title", "certificates.notice.issued.body", link, once, subject);
    else notices.tell(person, "certificate-issued", "certificates.notice.issued.title", "certificates.notice.issued.body", link, once, subject);
  }

  /** Campaigns and opportunities in which people have hours with an organisation. */
  public List<Choice> choices(OrganizationId organization) {
    return lines.choices(organization);
  }

  /** A batch of an organisation.
   *  @throws NotFound for any other */
  public CertificateBatch find(OrganizationId organization, long id) {
    return table.find(organization, id).orElseThrow(() -> new NotFound("batch " + id + " of " + organization));
  }

  /** An organisation's batches, the newest first. */
  public Slice<CertificateBatch> of(OrganizationId organization, int page) {
    return table.of(organization, page);
  }

  /** What was made, with whose it is, by number of the person. */
  public Slice<BatchLine> lines(CertificateBatch batch, int page) {
    List<Certificate> made = certificates.ofBatch(batch.id(), BatchTable.PAGE, (page - 1) * BatchTable.PAGE);
    Map<AccountId, String> names = accounts.names(made.stream().map(Certificate::person).filter(Objects::nonNull).toList());
    return new Slice<>(made.stream().map(one -> new BatchLine(names.getOrDefault(one.person(), "—"), one)).toList(), page, BatchTable.PAGE, batch.made());
  }

  /** Stops a batch that runs; what was made stays. */
  @Transactional
  public boolean stop(OrganizationId organization, long id, AccountId by) {
    boolean stopped = table.move(organization, id, CertificateBatch.State.RUNNING, CertificateBatch.State.STOPPED, clock.instant());
    if (stopped) audit.note(by, "certificates.batch.stopped", "organization", organization.toString(), null, Map.of("batch", id));
    return stopped;
  }

  /** Lets a stopped batch go on. */
  @Transactional
  public boolean goOn(OrganizationId organization, long id) {
    return table.move(organization, id, CertificateBatch.State.STOPPED, CertificateBatch.State.RUNNING, clock.instant());
  }

  /** Everything that was made as one document of pages.
   *  @param part from 1; each holds {@link #TOGETHER} pages */
  public byte[] together(CertificateBatch batch, int part, AccountId by, Language language, String title, String site) {
    List<Certificate> made = printable(certificates.ofBatch(batch.id(), TOGETHER, (part - 1) * TOGETHER));
    if (made.isEmpty()) throw new NotFound("part " + part + " of batch " + batch.id());
    handedOver(batch, by);
    return papers.together(made, languages(made), language, title, site);
  }

  /** Everything that was made, each a PDF of its own in its owner's language; file names hold numbers and no names. */
  public void zip(CertificateBatch batch, AccountId by, String site, OutputStream out) throws IOException {
    handedOver(batch, by);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      int number = 0;
      for (int from = 0; from < batch.made(); from += TOGETHER) {
        List<Certificate> made = printable(certificates.ofBatch(batch.id(), TOGETHER, from));
        List<Language> languages = languages(made);
        for (int i = 0; i < made.size(); i++) {
          zip.putNextEntry(new ZipEntry("%04d-%s.pdf".formatted(++number, made.get(i).number())));
          zip.write(papers.pdf(made.get(i), languages.get(i), site));
          zip.closeEntry();
        }
      }
    }
  }

  private void handedOver(CertificateBatch batch, AccountId by) {
    audit.note(by, "certificates.batch.downloaded", "organization", batch.organization().toString(), null, Map.of("batch", batch.id()));
  }

  private static List<Certificate> printable(List<Certificate> made) {
    return made.stream().filter(one -> one.printable() && one.state() != Certificate.State.REVOKED).toList();
  }

  /** Each in the language in which the platform writes to its owner. */
  private List<Language> languages(List<Certificate> made) {
    Map<AccountId, Account> known = accounts.findAll(made.stream().map(Certificate::person).filter(Objects::nonNull).collect(Collectors.toSet()));
    return made.stream().map(one -> {
      Account owner = known.get(one.person());
      return owner == null || owner.language() == Language.KAB ? Language.AR : owner.language();
    }).toList();
  }
}
