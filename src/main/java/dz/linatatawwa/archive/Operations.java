package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountClosing;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Past operations as their people tell them: kept as drafts, sent, looked at by a supervisor, changed, withdrawn. What is published waits again when it is changed. */
@Service("archiveOperations")
public class Operations {

  private final OperationTable table;
  private final OperationMatters matters;
  private final OperationPictures pictures;
  private final OperationPapers papers;
  private final ListedOperations shelf;
  private final PairTable pairs;
  private final Organizations organizations;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Operations(OperationTable table, OperationMatters matters, OperationPictures pictures, OperationPapers papers, ListedOperations shelf, PairTable pairs, Organizations organizations,
      Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.matters = matters;
    this.pictures = pictures;
    this.papers = papers;
    this.shelf = shelf;
    this.pairs = pairs;
    this.organizations = organizations;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What everybody may see; also one that was merged, which says into which. */
  public Optional<Operation> shown(OperationId id) {
    return table.find(id).filter(operation -> operation.state() == Operation.State.PUBLISHED || operation.state() == Operation.State.MERGED);
  }

  /** An operation, for those who may change it: who runs its organisation, or who entered it where it has none of ours.
   *  @throws NotFound for everybody else */
  public Operation own(AccountId person, OperationId id) {
    Operation operation = table.find(id).orElseThrow(() -> new NotFound("operation " + id));
    OrganizationId organization = operation.told().organization();
    boolean own = organization == null ? person.equals(operation.enteredBy()) && operation.source() != Operation.Source.IMPORT : organizations.mayRun(person, organization);
    if (!own) throw new NotFound("operation " + id + " is foreign to " + person);
    return operation;
  }

  /** Keeps what is told as a draft, or puts other words in the place of what was told; of what waits or is published a supervisor is asked (again).
   *  @param before null: a new one. Who may tell of the organisation is the caller's to check */
  @Transactional
  public Saved save(AccountId person, @Nullable OperationId before, Told told) {
    Optional<OperationRules.Fault> fault = OperationRules.fault(told.when(), told.people(), told.minutes(), told.reason(), clock.instant().atZone(Words.ZONE).toLocalDate());
    if (fault.isPresent()) return new Saved.Unfit(fault.get().field(), fault.get().key(), fault.get().arguments());
    if (before == null) return new Saved.Done(table.insert(told, Operation.Source.FORM, null, person, clock.instant()));
    Operation old = own(person, before);
    if (!old.living()) return new Saved.TooLate();
    table.change(before, told, clock.instant());
    asked(old);
    return new Saved.Done(before);
  }

  /** Sends a draft, or one that was refused and changed. @return false when it waits already or is over */
  @Transactional
  public boolean send(AccountId person, OperationId id) {
    Operation operation = own(person, id);
    if (operation.state() != Operation.State.DRAFT && operation.state() != Operation.State.REFUSED) return false;
    table.state(id, Operation.State.WAITING, null, null, clock.instant());
    matters.open(table.find(id).orElseThrow());
    return true;
  }

  /** Takes it away from the public and from the queue; it stays kept. @return false when it is over */
  @Transactional
  public boolean withdraw(AccountId person, OperationId id) {
    Operation operation = own(person, id);
    if (!operation.living()) return false;
    table.state(id, Operation.State.WITHDRAWN, null, null, clock.instant());
    matters.withdraw(id, person);
    unlist(operation);
    audit.note(person, "operation.withdrawn", "operation", id.value(), null);
    return true;
  }

  /** Takes a withdrawal back: it is a draft again. @return false when it was not withdrawn */
  @Transactional
  public boolean takeUp(AccountId person, OperationId id) {
    if (own(person, id).state() != Operation.State.WITHDRAWN) return false;
    table.state(id, Operation.State.DRAFT, null, null, clock.instant());
    return true;
  }

  /** Adds a picture; of a published operation a supervisor is asked again.
   *  @return why it was refused; nothing when it is kept */
  @Transactional
  public Optional<Kept.Refused> addPicture(AccountId person, OperationId id, MultipartFile upload, String alt) {
    return changed(person, id, () -> pictures.add(id, person, upload, alt));
  }

  /** Takes a picture away for good. */
  @Transactional
  public void removePicture(AccountId person, OperationId id, FileId file) {
    Operation operation = own(person, id);
    if (pictures.remove(id, file) && operation.state() == Operation.State.PUBLISHED) shelf.refresh(List.of(id.value()));
  }

  /** Adds a document, which only supervisors read; of a published operation one is asked whether it proves it.
   *  @return why it was refused; nothing when it is kept */
  @Transactional
  public Optional<Kept.Refused> addPaper(AccountId person, OperationId id, MultipartFile upload) {
    Operation operation = own(person, id);
    Optional<Kept.Refused> refused = papers.add(id, person, upload);
    if (refused.isEmpty() && (operation.state() == Operation.State.PUBLISHED || operation.state() == Operation.State.WAITING)) matters.open(operation);
    return refused;
  }

  /** Takes a document away for good; a grade that it gave is asked anew. */
  @Transactional
  public void removePaper(AccountId person, OperationId id, FileId file) {
    Operation operation = own(person, id);
    if (!papers.remove(id, file) || !operation.proved()) return;
    table.grade(id, false);
    if (operation.state() == Operation.State.PUBLISHED) shelf.refresh(List.of(id.value()));
  }

  private Optional<Kept.Refused> changed(AccountId person, OperationId id, Supplier<Optional<Kept.Refused>> change) {
    Operation operation = own(person, id);
    Optional<Kept.Refused> refused = change.get();
    if (refused.isEmpty()) asked(operation);
    return refused;
  }

  /** What was published is seen by nobody until a supervisor has looked at it again. */
  private void asked(Operation before) {
    if (before.state() != Operation.State.PUBLISHED && before.state() != Operation.State.WAITING) return;
    table.state(before.id(), Operation.State.WAITING, null, null, clock.instant());
    unlist(before);
    matters.open(table.find(before.id()).orElseThrow());
  }

  private void unlist(Operation before) {
    if (before.state() != Operation.State.PUBLISHED) return;
    shelf.refresh(List.of(before.id().value()));
    events.publishEvent(new PublicPagesChanged());
  }

  /** What an organisation tells of itself, the newest first. Who may look is the caller's to check. */
  public Slice<Operation> of(OrganizationId organization, int page) {
    return table.of(organization, page);
  }

  /** What somebody tells of groups that are none of ours. */
  public Slice<Operation> of(AccountId person, int page) {
    return table.of(person, page);
  }

  /** Takes the words, pictures and papers out of what the public never saw or sees no more. */
  private void empty(OperationId id) {
    pictures.of(id).forEach(picture -> pictures.remove(id, picture.file()));
    papers.of(id).forEach(paper -> papers.remove(id, paper.id()));
    table.empty(id);
  }

  /** Whoever wrote themselves down as the one who led has no name there any more. */
  @EventListener
  @Transactional
  void leaving(AccountClosing closing) {
    if (table.leads(closing.account(), closing.name()) > 0) events.publishEvent(new PublicPagesChanged());
  }

  @EventListener
  @Transactional
  void left(AccountClosed closed) {
    table.waitingOf(closed.account()).forEach(id -> matters.withdraw(id, closed.account()));
    table.unseenOf(closed.account()).forEach(this::empty);
    table.left(closed.account(), clock.instant());
    pairs.left(closed.account());
  }
}
