package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterCase.Choice;
import dz.linatatawwa.supervision.MatterCase.Fact;
import dz.linatatawwa.supervision.MatterCase.Reason;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.supervision.Reported;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** "We have mended it": a supervisor looks again, and shows the thing or keeps it hidden. */
@Component
class MendedMatters implements MatterView {

  static final String KIND = "report-mended";

  private static final String RELEASED = "released";
  private static final String KEPT = "kept";

  private final ConcernTable concerns;
  private final Things things;
  private final ReportNews news;
  private final Audit audit;
  private final Clock clock;

  MendedMatters(ConcernTable concerns, Things things, ReportNews news, Audit audit, Clock clock) {
    this.concerns = concerns;
    this.things = things;
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
    return "reports.matter.mended";
  }

  @Override
  public String objectKind() {
    return "concern";
  }

  @Override
  public boolean concerns(Matter matter, AccountId person) {
    return people(concern(matter)).contains(person);
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Concern concern = concern(matter);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("reports.case.kind"), words.text(things.nameKey(concern.thing()))));
    Concern.Decision decision = concern.decision();
    if (decision != null) {
      facts.add(new Fact(words.text("reports.case.decided"), words.text("reports.ending." + decision.ending().code()) + " · " + words.date(decision.at())));
      if (decision.code() != null) facts.add(new Fact(words.text("reports.case.why"), words.text("reports.why." + decision.code())));
      if (!decision.words().isEmpty()) facts.add(new Fact(words.text("reports.case.words"), decision.words()));
    }
    Concern.Mended mended = concern.mended();
    if (mended != null) facts.add(new Fact(words.text("reports.case.mended"), mended.words()));
    String page = things.find(concern.thing()).map(Reported::address).orElse(null);
    return new MatterCase(concern.title(), facts, List.of(), List.of(), page, List.of(choice(RELEASED, false, words, "mended", "not-needed"),
        choice(KEPT, true, words, "not-mended", "not-enough", "other")));
  }

  private static Choice choice(String code, boolean harsh, Words words, String... reasons) {
    return new Choice(code, words.text("reports.choice." + code), harsh,
        Stream.of(reasons).map(reason -> new Reason(reason, words.text("reports.again." + reason))).toList(), harsh);
  }

  /** In the transaction of the decision. */
  @EventListener
  void decided(MatterDecided decision) {
    if (!decision.kind().equals(KIND)) return;
    Concern concern = concerns.lock(decision.subjectId());
    boolean shown = decision.decision().equals(RELEASED);
    String words = decision.reason() == null ? "" : decision.reason();
    if (shown) {
      things.release(concern.thing(), decision.by(), words);
      concerns.released(concern.id(), decision.by(), clock.instant());
    } else {
      concerns.notMended(concern.id());
    }
    audit.note(decision.by(), "report." + decision.decision(), concern.thing().kind(), concern.thing().id(), decision.reason(), Map.of("concern", concern.id()));
    news.after(concern, decision.decision(), people(concern), words);
  }

  private List<AccountId> people(Concern concern) {
    return things.find(concern.thing()).map(Reported::people).orElse(List.of());
  }

  private Concern concern(Matter matter) {
    return concerns.find(matter.subjectId()).orElseThrow();
  }
}
