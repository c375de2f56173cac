package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases that wait for a supervisor: opened by the room they belong to, decided here, told as {@link MatterDecided}. */
@Component
public class Matters {

  private final MatterTable table;
  private final MatterQueue queue;
  private final Territories territories;
  private final Audit audit;
  private final MatterViews views;
  private final Dictionary dictionary;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Matters(MatterTable table, MatterQueue queue, Territories territories, Audit audit, MatterViews views, Dictionary dictionary,
      ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.queue = queue;
    this.territories = territories;
    this.audit = audit;
    this.views = views;
    this.dictionary = dictionary;
    this.events = events;
    this.clock = clock;
  }

  /** Asks for a decision. While one waits for the same subject, that one is brought up to date, its clock at most made shorter, and no second is opened.
   *  @param kind    a {@link MatterView} answers for it
   *  @param where   whose supervisors and deputies are asked
   *  @param summary a name, as people wrote it; shown in the queue
   *  @param due     until when it should be decided */
  @Transactional
  public MatterId open(String kind, long subjectId, Whereabouts where, String summary, Instant due) {
    return table.open(kind, subjectId, where, summary, clock.instant(), due);
  }

  /** One of many decisions that are asked for at once. */
  public record Asked(long subjectId, Whereabouts where, String summary) {}

  /** Asks for many decisions of one kind at once; subjects for which one waits already are left as they are. */
  @Transactional
  public void openAll(String kind, List<Asked> asked, Instant due) {
    table.openAll(kind, asked, clock.instant(), due);
  }

  /** Takes the undecided matters of many subjects back, as {@link #withdraw} does one. */
  @Transactional
  public void withdrawAll(String kind, List<Long> subjects, AccountId by) {
    table.withdrawAll(kind, subjects, by, clock.instant());
  }

  /** The matter that waits for this subject, if one does. */
  public Optional<Matter> waiting(String kind, long subjectId) {
    return table.waiting(kind, subjectId);
  }

  /** Holds the matter that waits for this subject until the transaction ends, so that nobody decides it meanwhile.
   *  @return false when none waits (any more) */
  @Transactional
  public boolean hold(String kind, long subjectId) {
    return table.hold(kind, subjectId);
  }

  /** Takes an undecided matter back, because its cause is gone: its decision is {@code withdrawn} and no event is published. */
  @Transactional
  public void withdraw(String kind, long subjectId, AccountId by) {
    table.waiting(kind, subjectId).ifPresent(matter -> {
      table.decide(matter.id(), new Decision("withdrawn", null, null), by, clock.instant());
      audit.note(by, "matter.withdrawn", "matter", matter.id().value(), null);
    });
  }

  /** The matters of a supervisor's territory, the oldest clock first; those decided, newest first. */
  public Slice<Matter> queue(AccountId supervisor, MatterFilter filter, int page) {
    return queue.page(territories.of(supervisor), supervisor, filter, clock.instant(), page);
  }

  /** How many wait in a supervisor's territory, and how many of them too long. */
  public Load load(AccountId supervisor) {
    return queue.load(territories.of(supervisor), supervisor, clock.instant());
  }

  /** What waits.
   *  @param overdue how many of them longer than they should
   *  @param mine    how many of them the supervisor has in hand */
  public record Load(long waiting, long overdue, long mine) {}

  /** A matter, for a supervisor whose territory it is.
   *  @throws NotFound where it does not exist or belongs to somebody else */
  public Matter look(AccountId supervisor, MatterId id) {
    Matter matter = table.find(id).orElseThrow(() -> new NotFound("matter " + id));
    if (!territories.covers(supervisor, matter.where())) throw new NotFound("matter " + id + " is foreign to " + supervisor);
    return matter;
  }

  /** Notes that somebody has opened it: a decision without that is seen. */
  @Transactional
  public void opened(AccountId supervisor, Matter matter) {
    if (matter.open()) table.opened(matter.id(), supervisor, clock.instant());
  }

  /** Decides, once: of two supervisors at once one wins, the other learns what was decided; of a decision and the end of its power at once, one comes first. */
  @Transactional
  public Decided decide(AccountId supervisor, MatterId id, Decision decision) {
    return decide(supervisor, id, decision, null);
  }

  /** As one of many. @param bulk the number of the whole, for the audit log; null: by itself */
  @Transactional
  Decided decide(AccountId supervisor, MatterId id, Decision decision, @Nullable Long bulk) {
    Matter matter = locked(supervisor, id);
    if (!matter.open()) return new Decided.Already(matter);
    MatterView view = views.of(matter);
    if (view.concerns(matter, supervisor)) return new Decided.Partial();
    Decided.Unfit fault = fault(matter, decision);
    if (fault != null) return fault;
    Instant now = clock.instant();
    // What is decided on a page of its own room was looked at there; nobody timed when.
    if (view.page(matter) != null) table.opened(id, supervisor, now);
    table.decide(id, decision, supervisor, now);
    Map<String, Object> details = new HashMap<>(Map.of("kind", matter.kind(), "subject", matter.subjectId(), "decision", decision.decision(),
        "code", decision.reasonCode() == null ? "" : decision.reasonCode()));
    if (bulk != null) details.put("bulk", bulk);
    audit.note(supervisor, "matter.decided", "matter", Long.toString(id.value()), decision.reason(), details);
    events.publishEvent(new MatterDecided(id, matter.kind(), matter.subjectId(), decision.decision(), decision.reasonCode(),
        decision.reason(), supervisor));
    return new Decided.Done(table.find(id).orElseThrow());
  }

  /** The matter as nobody else changes it until the transaction is over, for somebody whose power over it nobody takes away until then.
   *  @throws NotFound where it does not exist, belongs to somebody else, or the power has ended */
  Matter locked(AccountId supervisor, MatterId id) {
    Matter found = table.find(id).orElseThrow(() -> new NotFound("matter " + id));
    if (!territories.hold(supervisor, found.where())) throw new NotFound("matter " + id + " is foreign to " + supervisor);
    Matter matter = table.lock(id);
    if (!matter.where().equals(found.where()) && !territories.hold(supervisor, matter.where())) throw new NotFound("matter " + id + " went elsewhere");
    return matter;
  }

  /** The matter with this number, for the rows of somebody who may see it. */
  public Optional<Matter> find(MatterId id) {
    return table.find(id);
  }

  /** What does not fit in a decision of a matter; null: it fits. */
  public Decided.@Nullable Unfit fault(Matter matter, Decision decision) {
    return fault(views.of(matter).show(matter, dictionary.in(Language.AR)).choices(), decision);
  }

  /** What the room of a matter shows of it. */
  public MatterView view(Matter matter) {
    return views.of(matter);
  }

  /** Every kind of matter that some room answers for. */
  public List<MatterView> kinds() {
    return views.all();
  }

  private static Decided.@Nullable Unfit fault(List<MatterCase.Choice> choices, Decision decision) {
    MatterCase.Choice choice = choices.stream().filter(c -> c.code().equals(decision.decision())).findFirst().orElse(null);
    if (choice == null) return new Decided.Unfit("decision", "supervision.problem.choose");
    String code = decision.reasonCode();
    if (!choice.reasons().isEmpty() && choice.reasons().stream().noneMatch(reason -> reason.code().equals(code))) {
      return new Decided.Unfit("reasonCode", "supervision.problem.reasonCode");
    }
    String words = decision.reason();
    if (choice.wordsNeeded() && (words == null || words.length() < 10)) return new Decided.Unfit("reason", "supervision.problem.words");
    return null;
  }
}
