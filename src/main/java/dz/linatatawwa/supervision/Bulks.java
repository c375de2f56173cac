package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One decision on many matters: looked at before, each decided by itself in a transaction of its own, taken back for a quarter of an hour where the room of the
 *  matters can. Whatever stops it, what was decided stands with its answer and the rest can be gone on with. */
@Component
public class Bulks {

  private static final Logger LOG = LoggerFactory.getLogger(Bulks.class);

  private final BulkTable table;
  private final Matters matters;
  private final MatterTable matterTable;
  private final MatterViews views;
  private final Territories territories;
  private final Audit audit;
  private final TransactionTemplate inTransaction;
  private final Clock clock;

  Bulks(BulkTable table, Matters matters, MatterTable matterTable, MatterViews views, Territories territories, Audit audit, PlatformTransactionManager transactions, Clock clock) {
    this.table = table;
    this.matters = matters;
    this.matterTable = matterTable;
    this.views = views;
    this.territories = territories;
    this.audit = audit;
    this.inTransaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** One matter as the preview shows it.
   *  @param without why it will be left out, as a message key; null: it is part of it
   *  @param opened  whether the supervisor has opened it */
  public record Previewed(Matter matter, @Nullable String without, boolean opened) {}

  /** What a decision would touch: those of the numbers that are the supervisor's to see, at most {@link Bulk#MOST}. */
  public List<Previewed> preview(AccountId supervisor, List<Long> ids) {
    List<Matter> found = matterTable.findAll(ids.stream().distinct().limit(Bulk.MOST).toList()).stream()
        .filter(matter -> territories.covers(supervisor, matter.where())).toList();
    Set<Long> opened = Set.copyOf(matterTable.openedBy(supervisor, found.stream().map(matter -> matter.id().value()).toList()));
    return found.stream().map(matter -> new Previewed(matter, without(supervisor, matter), opened.contains(matter.id().value()))).toList();
  }

  private @Nullable String without(AccountId supervisor, Matter matter) {
    if (!matter.open()) return "supervision.bulk.without.decided";
    MatterView view = views.of(matter);
    if (view.concerns(matter, supervisor)) return "supervision.bulk.without.side";
    return single(view, matter);
  }

  /** Why this kind of matter is decided one by one, as a message key; null: it is not. */
  private static @Nullable String single(MatterView view, Matter matter) {
    if (view.page(matter) != null) return "supervision.bulk.without.page";
    return view.person(matter) != null ? "supervision.bulk.without.person" : null;
  }

  /** Keeps what is asked for, then decides matter by matter.
   *  @param ids of matters of one kind, none of them left out by the preview
   *  @return the number of the whole */
  public long decide(AccountId supervisor, List<Long> ids, Decision decision) {
    List<Previewed> previewed = preview(supervisor, ids);
    List<Long> matters = previewed.stream().filter(one -> one.without() == null || Objects.equals(one.without(), "supervision.bulk.without.decided")).map(one -> one.matter().id().value()).toList();
    String kind = previewed.stream().filter(one -> one.without() == null).map(one -> one.matter().kind()).findFirst().orElseThrow(() -> new NotFound("nothing to decide in bulk"));
    long id = Objects.requireNonNull(inTransaction.execute(status -> {
      long bulk = table.add(kind, decision, matters, supervisor, clock.instant());
      audit.note(supervisor, "bulk.decided", "bulk", Long.toString(bulk), decision.reason(),
          Map.of("kind", kind, "decision", decision.decision(), "number", matters.size(), "matters", matters.stream().map(String::valueOf).collect(Collectors.joining(" "))));
      return bulk;
    }));
    goOn(supervisor, id);
    return id;
  }

  /** Decides what has no answer yet. */
  public void goOn(AccountId supervisor, long id) {
    Bulk bulk = of(supervisor, id);
    for (Bulk.Part part : bulk.parts()) {
      if (part.answer() == Bulk.Answer.WAITS) decide(supervisor, bulk, part.matter());
    }
  }

  private void decide(AccountId supervisor, Bulk bulk, MatterId matter) {
    try {
      inTransaction.executeWithoutResult(status -> {
        if (table.lock(bulk.id(), matter, Bulk.Answer.WAITS)) table.answer(bulk.id(), matter, answer(supervisor, bulk, matter));
      });
    } catch (NotFound e) {
      inTransaction.executeWithoutResult(status -> table.answer(bulk.id(), matter, Bulk.Answer.FOREIGN));
    } catch (RuntimeException e) {
      LOG.warn("matter {} of bulk {} could not be decided: {}", matter.value(), bulk.id(), e.toString());
      inTransaction.executeWithoutResult(status -> table.answer(bulk.id(), matter, Bulk.Answer.FAILED));
    }
  }

  private Bulk.Answer answer(AccountId supervisor, Bulk bulk, MatterId id) {
    Matter matter = matters.look(supervisor, id);
    if (!matter.kind().equals(bulk.kind()) || single(views.of(matter), matter) != null) return Bulk.Answer.UNFIT;
    return switch (matters.decide(supervisor, id, bulk.decision(), bulk.id())) {
      case Decided.Done done -> Bulk.Answer.DONE;
      case Decided.Already already -> Bulk.Answer.ALREADY;
      case Decided.Partial partial -> Bulk.Answer.PARTIAL;
      case Decided.Unfit unfit -> Bulk.Answer.UNFIT;
    };
  }

  /** Takes back what can be taken back, by who decided it, within {@link Bulk#UNDO}.
   *  @return false when the time is over */
  public boolean undo(AccountId supervisor, long id) {
    Bulk bulk = of(supervisor, id);
    if (!bulk.undoable(clock.instant())) return false;
    inTransaction.executeWithoutResult(status -> {
      table.undone(id, clock.instant());
      audit.note(supervisor, "bulk.taken-back", "bulk", id, null);
    });
    for (Bulk.Part part : bulk.parts()) {
      if (part.answer() == Bulk.Answer.DONE) undo(supervisor, bulk, part.matter());
    }
    return true;
  }

  private void undo(AccountId supervisor, Bulk bulk, MatterId id) {
    try {
      inTransaction.executeWithoutResult(status -> {
        if (!table.lock(bulk.id(), id, Bulk.Answer.DONE)) return;
        String stays = takenBack(supervisor, bulk, id);
        table.undone(bulk.id(), id, stays, clock.instant());
      });
    } catch (RuntimeException e) {
      LOG.warn("matter {} of bulk {} could not be taken back: {}", id.value(), bulk.id(), e.toString());
      String why = e instanceof NotFound ? "supervision.undo.foreign" : "supervision.undo.failed";
      inTransaction.executeWithoutResult(status -> table.undone(bulk.id(), id, why, clock.instant()));
    }
  }

  /** @return why it stays, as a message key; null: it was taken back */
  private @Nullable String takenBack(AccountId supervisor, Bulk bulk, MatterId id) {
    Matter matter = matters.locked(supervisor, id);
    Matter.Verdict verdict = matter.verdict();
    if (verdict == null || !verdict.by().equals(supervisor) || verdict.at().isBefore(bulk.at())) return "supervision.undo.changed";
    if (matterTable.waiting(matter.kind(), matter.subjectId()).isPresent()) return "supervision.undo.again";
    MatterView view = views.of(matter);
    String stays = view.stays(matter);
    if (stays != null) return stays;
    view.takeBack(matter, supervisor);
    matterTable.reopen(id, supervisor);
    audit.note(supervisor, "matter.taken-back", "matter", Long.toString(id.value()), null, Map.of("bulk", bulk.id()));
    return null;
  }

  /** A whole, for who made it.
   *  @throws NotFound for everybody else */
  public Bulk of(AccountId supervisor, long id) {
    return table.find(id).filter(bulk -> bulk.by().equals(supervisor)).orElseThrow(() -> new NotFound("bulk " + id + " is not " + supervisor + "'s"));
  }

  /** The newest of somebody, without their parts; at most 20. */
  public List<Bulk> newest(AccountId supervisor) {
    return table.newest(supervisor);
  }
}
