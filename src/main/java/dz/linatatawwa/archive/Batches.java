package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.imports.Import;
import dz.linatatawwa.imports.Imports;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tables of operations: decided as a whole, then published in portions in the background, gone on with after a stop. */
@Component
class Batches {

  static final String KIND = "archive-import";
  static final String PUBLISHED = "published";
  static final String REFUSED = "refused";

  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
  private static final Duration TIME_TO_DECIDE = Duration.ofDays(14);
  private static final int PORTION = 1_000;

  private final JdbcClient db;
  private final Matters matters;
  private final Imports imports;
  private final Organizations organizations;
  private final ListedOperations shelf;
  private final Twins twins;
  private final Notices notices;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Batches(JdbcClient db, Matters matters, Imports imports, Organizations organizations, ListedOperations shelf, Twins twins, Notices notices, TransactionTemplate transaction,
      ApplicationEventPublisher events, Clock clock) {
    this.db = db;
    this.matters = matters;
    this.imports = imports;
    this.organizations = organizations;
    this.shelf = shelf;
    this.twins = twins;
    this.notices = notices;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /** How far a batch has come. */
  record Batch(long importId, String state, long rows, long done) {}

  Optional<Batch> find(long importId) {
    return db.sql("select import_id, state, rows, done from archive.batch where import_id = :id").param("id", importId)
        .query((row, n) -> new Batch(row.getLong("import_id"), row.getString("state"), row.getLong("rows"), row.getLong("done"))).optional();
  }

  /** Asks for a decision about all of an import. */
  void ask(Import of) {
    if (of.counts().stored() == 0) return;
    db.sql("insert into archive.batch (import_id, state, rows) values (:id, 'waiting', :rows) on conflict (import_id) do nothing")
        .param("id", of.id()).param("rows", of.counts().stored()).update();
    matters.open(KIND, of.id(), where(of), of.fileName(), clock.instant().plus(TIME_TO_DECIDE));
  }

  /** Of an organisation of one wilaya its supervisors decide, else those of the nation. */
  private Whereabouts where(Import of) {
    return of.organization() == null ? Whereabouts.in(null) : organizations.find(of.organization()).map(Organization::whereabouts).orElse(Whereabouts.in(null));
  }

  /** The import is taken back: nobody need decide any more. */
  void drop(Import of) {
    db.sql("update archive.batch set state = 'undone' where import_id = :id and state <> 'undone'").param("id", of.id()).update();
    matters.waiting(KIND, of.id()).ifPresent(matter -> {
      if (of.madeBy() != null) matters.withdraw(KIND, of.id(), new AccountId(of.madeBy()));
    });
  }

  /** Some of it, from its whole length. */
  List<OperationId> sample(long importId, int most) {
    return db.sql("""
        select s.id from (
          select min(id) as low, max(id) as high from archive.operation where import_id = :import) b
        cross join generate_series(0, :most - 1) as n
        cross join lateral (
          select o.id from archive.operation o where o.import_id = :import and o.id >= b.low + (b.high - b.low) * n / :most order by o.id limit 1) s
        group by s.id order by s.id
        """).param("import", importId).param("most", most).query(Long.class).list().stream().map(OperationId::new).toList();
  }

  /** In the transaction of the decision; the work begins when it is done. */
  @EventListener
  void decided(MatterDecided decided) {
    if (!decided.kind().equals(KIND)) return;
    boolean publish = decided.decision().equals(PUBLISHED);
    db.sql("update archive.batch set state = :state, decided_by = :by, decided_at = :now where import_id = :id and state = 'waiting'")
        .param("state", publish ? "publishing" : "refusing").param("by", decided.by().value()).param("now", OperationTable.at(clock.instant()))
        .param("id", decided.subjectId()).update();
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        start(decided.subjectId());
      }
    });
  }

  void start(long importId) {
    Thread.ofVirtual().name("archive import " + importId).start(() -> run(importId));
  }

  /** Goes on with what a stop of the platform interrupted. */
  void resume() {
    db.sql("select import_id from archive.batch where state in ('publishing', 'refusing')").query(Long.class).list().forEach(this::start);
  }

  /** Does all that is left of a decision and waits for it. */
  void run(long importId) {
    try {
      boolean more = true;
      while (more) more = Boolean.TRUE.equals(transaction.execute(status -> next(importId)));
      events.publishEvent(new PublicPagesChanged());
    } catch (RuntimeException e) {
      LOG.error("archive import {} stopped; it goes on at the next start", importId, e);
    }
  }

  private boolean next(long importId) {
    record Place(String state, long upto) {}
    Place place = db.sql("select state, upto from archive.batch where import_id = :id and state in ('publishing', 'refusing') for update").param("id", importId)
        .query((row, n) -> new Place(row.getString("state"), row.getLong("upto"))).optional().orElse(null);
    if (place == null) return false;
    List<Long> ids = db.sql("""
        select id from archive.operation where import_id = :import and id > :upto order by id limit :most
        """).param("import", importId).param("upto", place.upto).param("most", PORTION).query((row, n) -> row.getLong("id")).list();
    boolean publish = place.state.equals("publishing");
    if (ids.isEmpty()) return over(importId, publish);
    db.sql("update archive.operation set state = :state, state_since = :now where id = any(:ids) and state = 'waiting'")
        .param("state", publish ? "published" : "refused").param("now", OperationTable.at(clock.instant())).param("ids", ids.toArray(Long[]::new)).update();
    if (publish) {
      shelf.refresh(ids);
      twins.lookAround(ids);
    }
    db.sql("update archive.batch set done = done + :number, upto = :upto where import_id = :id").param("number", ids.size()).param("upto", ids.getLast())
        .param("id", importId).update();
    return true;
  }

  private boolean over(long importId, boolean publish) {
    db.sql("update archive.batch set state = :state where import_id = :id").param("state", publish ? PUBLISHED : REFUSED).param("id", importId).update();
    Import of = imports.find(importId).orElseThrow();
    if (of.madeBy() != null) {
      String what = publish ? "published" : "refused";
      notices.tell(new AccountId(of.madeBy()), "archive-import", "archive.notice.import." + what, "archive.notice.import.body", "/imports/" + importId,
          "archive-import:" + importId, of.fileName(), of.counts().stored());
    }
    return false;
  }
}
