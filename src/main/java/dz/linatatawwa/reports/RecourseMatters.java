package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Contestable;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterCase.Choice;
import dz.linatatawwa.supervision.MatterCase.Fact;
import dz.linatatawwa.supervision.MatterCase.Reason;
import dz.linatatawwa.supervision.MatterCase.Warning;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.supervision.Ruling;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Recourses in the queue: anybody in power but who decided and those concerned settles them, and a reversal takes back what was done. */
@Component
class RecourseMatters implements MatterView {

  static final String KIND = "recourse";

  private static final String UPHELD = "upheld";
  private static final String REVERSED = "reversed";

  private final RecourseTable table;
  private final Recourses recourses;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  RecourseMatters(RecourseTable table, Recourses recourses, Notices notices, Audit audit, Clock clock) {
    this.table = table;
    this.recourses = recourses;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "reports.matter.recourse";
  }

  @Override
  public String objectKind() {
    return KIND;
  }

  @Override
  public boolean concerns(Matter matter, AccountId person) {
    Recourse recourse = recourse(matter.subjectId());
    return recourse.ruledBy().equals(person) || recourse.askedBy().equals(person) || ruling(recourse).filter(found -> found.concerned().contains(person)).isPresent();
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Recourse recourse = recourse(matter.subjectId());
    Optional<Ruling> ruling = ruling(recourse);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("reports.recourse.against"), words.text(recourses.nameKey(recourse.kind())) + " · " + words.date(recourse.ruledAt())));
    ruling.ifPresent(found -> facts.add(new Fact(words.text("reports.case.decided"), found.said().apply(words))));
    ruling.filter(found -> !found.words().isEmpty()).ifPresent(found -> facts.add(new Fact(words.text("reports.case.words"), found.words())));
    facts.add(new Fact(words.text("reports.recourse.words"), recourse.words()));
    facts.add(new Fact(words.text("reports.recourse.asked"), words.date(recourse.askedAt())));
    List<Warning> warnings = new ArrayList<>(List.of(new Warning(words.text("reports.recourse.other"), null)));
    if (ruling.isEmpty()) warnings.add(new Warning(words.text("reports.recourse.over"), null));
    return new MatterCase(recourse.title(), facts, List.of(), warnings, null, List.of(choice(UPHELD, true, words, "stands", "nothing-new"),
        choice(REVERSED, false, words, "facts-wrong", "too-harsh", "mended", "procedure")));
  }

  private static Choice choice(String code, boolean harsh, Words words, String... reasons) {
    return new Choice(code, words.text("reports.choice." + code), harsh,
        Stream.of(reasons).map(reason -> new Reason(reason, words.text("reports.settled." + reason))).toList(), true);
  }

  /** In the transaction of the decision. */
  @EventListener
  void decided(MatterDecided decision) {
    if (!decision.kind().equals(KIND)) return;
    Recourse recourse = recourse(decision.subjectId());
    boolean reversed = decision.decision().equals(REVERSED);
    String words = decision.reason() == null ? "" : decision.reason();
    Optional<Ruling> ruling = ruling(recourse);
    boolean undone = reversed && ruling.isPresent()
        && recourses.kind(recourse.kind()).filter(kind -> kind.reverse(recourse.ruling(), decision.by(), words)).isPresent();
    table.settle(recourse.id(), decision, undone, clock.instant());
    audit.note(decision.by(), "recourse." + decision.decision(), KIND, Long.toString(recourse.id()), decision.reason(),
        Map.of("ruling", recourse.kind(), "number", recourse.ruling(), "undone", undone));
    tell(recourse, decision, ruling.map(Ruling::address).orElse("/desk"), ruling.map(Ruling::concerned).filter(people -> !people.isEmpty()).orElse(List.of(recourse.askedBy())), words);
  }

  /** @param link a page that all of those concerned see, whatever became of the decision */
  private void tell(Recourse recourse, MatterDecided decision, String link, List<AccountId> people, String words) {
    InWords kind = told -> told.text(recourses.nameKey(recourse.kind()));
    InWords why = told -> decision.reasonCode() == null ? "" : told.text("reports.settled." + decision.reasonCode());
    notices.tellAll(people, "recourse", "reports.notice." + decision.decision() + ".title", "reports.notice." + decision.decision() + ".body",
        link, "recourse-" + recourse.id(), recourse.title(), kind, why, words);
  }

  /** The decision that was contested, if it is the one that stands. */
  private Optional<Ruling> ruling(Recourse recourse) {
    return recourses.kind(recourse.kind()).flatMap((Contestable kind) -> kind.ruling(recourse.ruling())).filter(found -> found.at().equals(recourse.ruledAt()));
  }

  private Recourse recourse(long id) {
    return table.find(id).orElseThrow();
  }
}
