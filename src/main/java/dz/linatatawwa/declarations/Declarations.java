package dz.linatatawwa.declarations;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.DeclaredWork;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.hours.Outcome;
import dz.linatatawwa.hours.Why;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Work outside the platform: declared with a witness or a document, standing apart in the ledger with grade E, raised to D by a document. */
@Service
public class Declarations {

  private final DeclarationTable table;
  private final DeclarationSettings settings;
  private final DeclarationMatters matters;
  private final Witnesses witnesses;
  private final DeclarationNews news;
  private final HourLedger ledger;
  private final Volunteers volunteers;
  private final Organizations organizations;
  private final Taxonomy taxonomy;
  private final Clock clock;

  Declarations(DeclarationTable table, DeclarationSettings settings, DeclarationMatters matters, Witnesses witnesses, DeclarationNews news,
      HourLedger ledger, Volunteers volunteers, Organizations organizations, Taxonomy taxonomy, Clock clock) {
    this.table = table;
    this.settings = settings;
    this.matters = matters;
    this.witnesses = witnesses;
    this.news = news;
    this.ledger = ledger;
    this.volunteers = volunteers;
    this.organizations = organizations;
    this.taxonomy = taxonomy;
    this.clock = clock;
  }

  /** Declares, or puts other words in the place of a declaration that nobody has decided.
   *  @param before   the declaration to change; null: a new one
   *  @param document null where a witness speaks, or the one handed in before stays
   *  @param links    where links of ours begin: {@code https://…} */
  @Transactional
  public Saved save(AccountId person, @Nullable DeclarationId before, Work work, @Nullable FileId document, String links) {
    Volunteer volunteer = volunteers.find(person).orElseThrow(() -> new NotFound("volunteer " + person));
    Declaration old = before == null ? null : own(person, before);
    if (old != null && !old.living()) return new Saved.TooLate();
    boolean documented = document != null || (old != null && old.document() != null);
    Optional<DeclarationRules.Fault> fault = settings.rules().fault(work, volunteer.birthYear(),
        table.mostOfAMonth(person, work.first(), work.last(), before), witnesses.own(person, work.witness()), documented, clock.instant());
    if (fault.isPresent()) return new Saved.Unfit(fault.get().field(), fault.get().key(), fault.get().limit());
    if (work.witness() != null && witnesses.tooMany(person)) return new Saved.Unfit("contact", "declarations.problem.tooOften", 0);
    if (old != null) takeBack(old, person);
    Optional<Why> clash = ledger.mayDeclare(declared(person, work, null));
    if (clash.isPresent()) {
      org.springframework.transaction.interceptor.TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return new Saved.Clash(clash.get());
    }
    DeclarationId id = before;
    if (id == null) id = table.insert(person, work, document, clock.instant());
    else table.change(id, work, document, clock.instant());
    begin(id, links);
    return new Saved.Done(id);
  }

  private void begin(DeclarationId id, String links) {
    Declaration declaration = table.find(id).orElseThrow();
    if (declaration.work().witness() != null) witnesses.ask(declaration, links);
    if (declaration.organizationName() != null) news.organizationAsked(declaration);
    if (declaration.document() != null) {
      write(declaration, null);
      matters.open(table.find(id).orElseThrow());
    }
  }

  /** A document for a declaration that has none, or a better one: a supervisor is asked.
   *  @return false when it was decided */
  @Transactional
  public boolean handIn(AccountId person, DeclarationId id, FileId document) {
    Declaration declaration = own(person, id);
    if (!declaration.living()) return false;
    table.handIn(id, document);
    if (declaration.is("waiting")) write(declaration, null);
    matters.open(table.find(id).orElseThrow());
    return true;
  }

  /** Its author takes it back, with what stands of it in the ledger. */
  @Transactional
  public boolean withdraw(AccountId person, DeclarationId id) {
    Declaration declaration = own(person, id);
    if (!declaration.living()) return false;
    takeBack(declaration, person);
    table.ends(id, "withdrawn", null, null, null, clock.instant());
    return true;
  }

  private void takeBack(Declaration declaration, AccountId by) {
    if (!declaration.claims().isEmpty()) ledger.retract(declaration.claims(), by, news.taken(declaration));
    matters.withdraw(declaration, by);
  }

  /** What a witness's link shows; nothing for a link that is not, or no longer, good. */
  public Optional<Declaration> forWitness(UUID token) {
    return table.byToken(Witnesses.hash(token)).flatMap(table::find).filter(declaration -> !declaration.is("withdrawn"));
  }

  /** The witness says yes or no, once.
   *  @return false when they said it before, or it is over */
  @Transactional
  public boolean witness(UUID token, boolean affirms) {
    DeclarationId id = table.byToken(Witnesses.hash(token)).orElseThrow(() -> new NotFound("witness"));
    Declaration declaration = table.lock(id).orElseThrow();
    if (!declaration.living() || declaration.witness() != null) return false;
    table.witnessSaid(id, affirms ? "affirmed" : "denied", clock.instant());
    if (affirms) write(declaration, null);
    else if (declaration.is("waiting")) refuse(declaration, "witness");
    else news.told(declaration, "doubted");
    return true;
  }

  /** The named organisation says yes or no, once.
   *  @throws NotFound for whoever does not run it, and for the author */
  @Transactional
  public boolean organization(AccountId person, DeclarationId id, boolean affirms) {
    Declaration declaration = table.lock(id).orElseThrow(() -> new NotFound("declaration " + id));
    OrganizationId organization = declaration.work().organization();
    if (organization == null || declaration.volunteer().equals(person) || !organizations.mayRun(person, organization)) {
      throw new NotFound("declaration " + id + " is not " + person + "'s to affirm");
    }
    if (!declaration.living() || declaration.organization() != null) return false;
    table.organizationSaid(id, affirms ? "affirmed" : "denied", person, clock.instant());
    if (affirms) {
      write(declaration, organization);
      return true;
    }
    if (!declaration.claims().isEmpty()) ledger.retract(declaration.claims(), person, news.denied(declaration));
    matters.withdraw(declaration, person);
    refuse(declaration, "organization");
    return true;
  }

  /** Where nothing stands yet, it stands now with grade E; where the time is taken meanwhile, the declaration ends. */
  private void write(Declaration declaration, @Nullable OrganizationId organization) {
    if (!declaration.is("waiting")) return;
    switch (ledger.declare(declared(declaration.volunteer(), declaration.work(), organization))) {
      case Outcome.Written(List<ClaimId> claims) -> table.stands(declaration.id(), "declared", claims, null, clock.instant());
      case Outcome.Left(Why why) -> refuse(declaration, "ledger");
    }
  }

  private void refuse(Declaration declaration, String by) {
    table.ends(declaration.id(), "refused", by, by, null, clock.instant());
    news.told(table.find(declaration.id()).orElseThrow(), "refused");
  }

  private DeclaredWork declared(AccountId person, Work work, @Nullable OrganizationId organization) {
    String field = taxonomy.activity(work.activity()).orElseThrow(() -> new IllegalArgumentException("no activity " + work.activity())).field();
    return new DeclaredWork(person, work.title(), work.spans(), field, work.activity(), work.commune(), organization,
        work.reason().isEmpty() ? null : work.reason(), work.free());
  }

  /** A person's own declaration.
   *  @throws NotFound for everybody else's */
  public Declaration own(AccountId person, DeclarationId id) {
    return table.find(id).filter(declaration -> declaration.volunteer().equals(person))
        .orElseThrow(() -> new NotFound("declaration " + id + " is foreign to " + person));
  }

  /** A person's declarations, the newest work first. */
  public Slice<Declaration> of(AccountId person, int page) {
    return table.of(person, page);
  }

  /** Declarations that name an organisation. Who may look is the caller's to check. */
  public Slice<Declaration> of(OrganizationId organization, int page) {
    return table.of(organization, page);
  }

  @EventListener
  void left(AccountClosed closed) {
    table.forget(closed.account());
  }
}
