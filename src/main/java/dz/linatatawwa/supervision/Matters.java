package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases that wait for a supervisor: opened by the room they belong to, decided here, told as {@link MatterDecided}. */
@Component
public class Matters {

  private final MatterTable table;
  private final Territories territories;
  private final Audit audit;
  private final ObjectProvider<MatterView> views;
  private final Dictionary dictionary;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Matters(MatterTable table, Territories territories, Audit audit, ObjectProvider<MatterView> views, Dictionary dictionary,
      ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.territories = territories;
    this.audit = audit;
    this.views = views;
    this.dictionary = dictionary;
    this.events = events;
    this.clock = clock;
  }

  /** Asks for a decision. While one waits for the same subject, that one is brought up to date, its clock at most made shorter, and no second is opened.
   *  @param kind    a {@link MatterView} answers for it
   *  @param wilaya  whose supervisors are asked; null: the nation's
   *  @param summary a name, as people wrote it; shown in the queue
   *  @param due     until when it should be decided */
  @Transactional
  public MatterId open(String kind, long subjectId, @Nullable WilayaCode wilaya, String summary, Instant due) {
    return table.open(kind, subjectId, wilaya, summary, clock.instant(), due);
  }

  /** One of many decisions that are asked for at once.
   *  @param wilaya whose supervisors are asked; null: the nation's */
  public record Asked(long subjectId, @Nullable WilayaCode wilaya, String summary) {}

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
    return table.page(territories.of(supervisor), supervisor, filter, clock.instant(), page);
  }

  /** How many wait in a supervisor's territory, and how many of them too long. */
  public Load load(AccountId supervisor) {
    return table.load(territories.of(supervisor), clock.instant());
  }

  /** What waits.
   *  @param overdue how many of them longer than they should */
  public record Load(long waiting, long overdue) {}

  /** A matter, for a supervisor whose territory it is.
   *  @throws NotFound where it does not exist or belongs to somebody else */
  public Matter look(AccountId supervisor, MatterId id) {
    Matter matter = table.find(id).orElseThrow(() -> new NotFound("matter " + id));
    if (!territories.covers(supervisor, matter.wilaya())) throw new NotFound("matter " + id + " is foreign to " + supervisor);
    return matter;
  }

  /** Says that this supervisor works on it; one who claims later takes over. */
  @Transactional
  public void claim(AccountId supervisor, MatterId id) {
    if (!look(supervisor, id).open()) return;
    table.claim(id, supervisor);
    audit.note(supervisor, "matter.claimed", "matter", id.value(), null);
  }

  /** Gives a claim back. */
  @Transactional
  public void release(AccountId supervisor, MatterId id) {
    look(supervisor, id);
    if (table.release(id, supervisor)) audit.note(supervisor, "matter.released", "matter", id.value(), null);
  }

  /** Decides, once: of two supervisors at once one wins, the other learns what was decided. */
  @Transactional
  public Decided decide(AccountId supervisor, MatterId id, Decision decision) {
    look(supervisor, id);
    Matter matter = table.lock(id);
    if (!matter.open()) return new Decided.Already(matter);
    MatterView view = view(matter);
    if (view.concerns(matter, supervisor)) return new Decided.Partial();
    Decided.Unfit fault = fault(view.show(matter, dictionary.in(Language.AR)).choices(), decision);
    if (fault != null) return fault;
    table.decide(id, decision, supervisor, clock.instant());
    audit.note(supervisor, "matter.decided", "matter", Long.toString(id.value()), decision.reason(),
        Map.of("kind", matter.kind(), "subject", matter.subjectId(), "decision", decision.decision(),
            "code", decision.reasonCode() == null ? "" : decision.reasonCode()));
    events.publishEvent(new MatterDecided(id, matter.kind(), matter.subjectId(), decision.decision(), decision.reasonCode(),
        decision.reason(), supervisor));
    return new Decided.Done(table.find(id).orElseThrow());
  }

  /** What the room of a matter shows of it. */
  public MatterView view(Matter matter) {
    return views.stream().filter(view -> view.kind().equals(matter.kind())).findFirst()
        .orElseThrow(() -> new IllegalStateException("no room answers for matters of kind " + matter.kind()));
  }

  /** Every kind of matter that some room answers for. */
  public List<MatterView> kinds() {
    return views.stream().toList();
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
