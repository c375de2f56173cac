package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterCase.Choice;
import dz.linatatawwa.supervision.MatterCase.Fact;
import dz.linatatawwa.supervision.MatterCase.Reason;
import dz.linatatawwa.supervision.MatterCase.Warning;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reported things in the supervisors' queue, and what a decision makes of them. */
@Component
class ConcernMatters implements MatterView {

  static final String KIND = "report";

  private static final int WORDS_SHOWN = 20;

  private final ConcernTable concerns;
  private final ReportTable reports;
  private final Things things;
  private final Suspending suspending;
  private final ReportNews news;
  private final Audit audit;
  private final Clock clock;

  ConcernMatters(ConcernTable concerns, ReportTable reports, Things things, Suspending suspending, ReportNews news, Audit audit, Clock clock) {
    this.concerns = concerns;
    this.reports = reports;
    this.things = things;
    this.suspending = suspending;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "reports.matter";
  }

  @Override
  public String objectKind() {
    return "concern";
  }

  /** Who answers for the thing, and who reported it. */
  @Override
  public boolean concerns(Matter matter, AccountId person) {
    return reports.reported(matter.subjectId(), person) || people(concern(matter)).contains(person);
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Concern concern = concern(matter);
    Optional<Reported> about = things.find(concern.thing());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("reports.case.kind"), words.text(things.nameKey(concern.thing()))));
    facts.add(new Fact(words.text("reports.case.count"), words.text("reports.count", concern.reports())));
    facts.add(new Fact(words.text("reports.case.reasons"), reasons(concern, words)));
    reports.worded(concern.id(), WORDS_SHOWN).forEach(report -> facts.add(new Fact(words.text("reports.case.said", words.text("reports.reason." + report.reason().code()),
        words.date(report.at()), words.text(report.account() ? "reports.case.account" : "reports.case.stranger")), report.words())));
    return new MatterCase(concern.title(), facts, List.of(), warnings(concern, about, words), about.filter(Reported::shown).map(Reported::address).orElse(null),
        choices(concern, words));
  }

  private String reasons(Concern concern, Words words) {
    return reports.reasons(concern.id()).entrySet().stream().map(entry -> words.text("reports.reason." + entry.getKey().code()) + " (" + words.number(entry.getValue()) + ")")
        .collect(Collectors.joining(" · "));
  }

  private static List<Warning> warnings(Concern concern, Optional<Reported> about, Words words) {
    List<Warning> warnings = new ArrayList<>();
    if (concern.urgent()) warnings.add(new Warning(words.text("reports.case.urgent"), null));
    if (about.filter(Reported::shown).isEmpty()) warnings.add(new Warning(words.text("reports.case.gone"), null));
    return warnings;
  }

  private static List<Choice> choices(Concern concern, Words words) {
    return endings(concern).map(ending -> new Choice(ending.code(), words.text("reports.ending." + ending.code()), ending.harsh(),
        ending.reasons().stream().map(code -> new Reason(code, words.text("reports.why." + code))).toList(), ending.harsh())).toList();
  }

  /** An organisation is not hidden but suspended; what has no owner that can be suspended is hidden at most. */
  private static Stream<Ending> endings(Concern concern) {
    boolean itself = Suspending.suspends(concern.thing());
    return Stream.of(Ending.values()).filter(ending -> switch (ending) {
      case LEFT, WARNED -> true;
      case WITHHELD, REMOVED -> !itself;
      case SUSPENDED -> itself || concern.owner() instanceof Thing owner && Suspending.suspends(owner);
    });
  }

  /** In the transaction of the decision. */
  @EventListener
  void decided(MatterDecided decision) {
    if (!decision.kind().equals(KIND)) return;
    Concern concern = concerns.lock(decision.subjectId());
    Ending ending = Ending.of(decision.decision()).orElseThrow();
    List<AccountId> people = people(concern);
    String code = decision.reasonCode() == null ? "other" : decision.reasonCode();
    String words = decision.reason() == null ? "" : decision.reason();
    boolean hides = ending == Ending.WITHHELD || ending == Ending.REMOVED || ending == Ending.SUSPENDED && !Suspending.suspends(concern.thing());
    boolean hidden = hides && things.withhold(concern.thing(), decision.by(), code, words);
    boolean suspended = ending == Ending.SUSPENDED && suspending.suspend(concern, decision.by(), code, words);
    concerns.decide(concern.id(), ending, decision, hidden, suspended, clock.instant());
    audit.note(decision.by(), "report." + ending.code(), concern.thing().kind(), concern.thing().id(), words.isEmpty() ? null : words,
        Map.of("concern", concern.id(), "code", code));
    news.decided(concern, ending, decision, people, reports.people(concern.id()));
  }

  private List<AccountId> people(Concern concern) {
    return things.find(concern.thing()).map(Reported::people).orElse(List.of());
  }

  private Concern concern(Matter matter) {
    return concerns.find(matter.subjectId()).orElseThrow();
  }
}
