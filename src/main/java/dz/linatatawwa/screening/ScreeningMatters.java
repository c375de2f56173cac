package dz.linatatawwa.screening;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.Withholding;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterCase.Choice;
import dz.linatatawwa.supervision.MatterCase.Fact;
import dz.linatatawwa.supervision.MatterCase.Reason;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What rules hold, in the queue of its place: a supervisor shows it or sends it back to be mended. */
@Component
class ScreeningMatters implements MatterView {

  static final String KIND = "opportunity-screening";

  private static final Duration TIME_TO_LOOK = Duration.ofDays(2);
  private static final String SHOWN = "shown";
  private static final String SENT_BACK = "sent-back";

  private final HoldTable holds;
  private final Opportunities opportunities;
  private final Organizations organizations;
  private final Withholding withholding;
  private final Matters matters;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  ScreeningMatters(HoldTable holds, Opportunities opportunities, Organizations organizations, Withholding withholding, Matters matters, Notices notices, Audit audit,
      Clock clock) {
    this.holds = holds;
    this.opportunities = opportunities;
    this.organizations = organizations;
    this.withholding = withholding;
    this.matters = matters;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  void open(long hold, Offer offer, List<Hit> hits) {
    matters.open(KIND, hold, Whereabouts.in(offer.wilaya()), offer.title(), clock.instant().plus(TIME_TO_LOOK));
    audit.note(null, "opportunity.held", "opportunity", offer.id().toString(), null,
        Map.of("rules", hits.stream().map(hit -> hit.rule() + "." + hit.version()).collect(Collectors.joining(" "))));
    notices.tellAll(organizations.coordinators(offer.organization()), "opportunity-held", "screening.notice.held.title", "screening.notice.held.body",
        "/organizations/" + offer.organization() + "/desk/opportunities/" + offer.id(), "held-" + hold, offer.title(),
        hits.stream().map(Hit::title).collect(Collectors.joining(" · ")));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "screening.matter";
  }

  @Override
  public String objectKind() {
    return "hold";
  }

  @Override
  public boolean concerns(Matter matter, AccountId person) {
    return organizations.mayRead(person, opportunity(holds.find(matter.subjectId())).organization());
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Hold hold = holds.find(matter.subjectId());
    Opportunity it = opportunity(hold);
    List<Fact> facts = new ArrayList<>();
    for (Hit hit : hold.hits()) {
      facts.add(new Fact(words.text("screening.case.rule", hit.rule(), hit.version()), hit.found().isEmpty() ? hit.title() : hit.title() + " — " + hit.found()));
    }
    organizations.find(it.organization()).ifPresent(body -> facts.add(new Fact(words.text("screening.case.organization"), body.name(words.language()))));
    facts.add(new Fact(words.text("screening.case.age"), words.number(it.minAge())));
    facts.add(new Fact(words.text("screening.case.shifts"), opportunities.shifts(it.id()).stream().filter(shift -> shift.endsAt().isAfter(clock.instant())).limit(10)
        .map(shift -> words.date(shift.startsAt()) + " " + words.times(shift.startsAt(), shift.endsAt())).collect(Collectors.joining("\n"))));
    facts.add(new Fact(words.text("screening.case.text"), Stream.of(it.summary(), it.description(), it.bring(), it.access()).filter(part -> !part.isBlank())
        .collect(Collectors.joining("\n\n"))));
    return new MatterCase(it.title(), facts.stream().filter(fact -> !fact.value().isBlank()).toList(), List.of(), List.of(), null, choices(words));
  }

  private static List<Choice> choices(Words words) {
    return List.of(new Choice(SHOWN, words.text("screening.choice.shown"), false, reasons(words, "in-order", "cleared-up"), false),
        new Choice(SENT_BACK, words.text("screening.choice.sentBack"), true, reasons(words, "asks-for-money", "minors", "unsafe", "unclear", "other"), true));
  }

  private static List<Reason> reasons(Words words, String... codes) {
    return Stream.of(codes).map(code -> new Reason(code, words.text("screening.reason." + code))).toList();
  }

  /** In the transaction of the decision. What somebody has a place in already cannot become a draft again: it stays out of sight until it is mended. */
  @EventListener
  void decided(MatterDecided decision) {
    if (!decision.kind().equals(KIND)) return;
    Hold hold = holds.find(decision.subjectId());
    Opportunity it = opportunity(hold);
    boolean shown = decision.decision().equals(SHOWN);
    if (shown) withholding.release(it.id(), Withholding.For.SCREENING);
    else withholding.sendBack(it.id());
    holds.decide(hold.id(), decision, clock.instant());
    audit.note(decision.by(), "opportunity." + (shown ? "passed" : "sent-back"), "opportunity", it.id().toString(), decision.reason(), Map.of("hold", hold.id()));
    tell(it, shown ? "shown" : "sentBack", decision);
  }

  private void tell(Opportunity it, String what, MatterDecided decision) {
    InWords why = words -> decision.reasonCode() == null ? "" : words.text("screening.reason." + decision.reasonCode());
    notices.tellAll(organizations.coordinators(it.organization()), "opportunity-held", "screening.notice." + what + ".title", "screening.notice." + what + ".body",
        "/organizations/" + it.organization() + "/desk/opportunities/" + it.id(), "looked-" + decision.matter().value(), it.title(), why,
        decision.reason() == null ? "" : decision.reason());
  }

  private Opportunity opportunity(Hold hold) {
    return opportunities.find(hold.opportunity()).orElseThrow();
  }
}
