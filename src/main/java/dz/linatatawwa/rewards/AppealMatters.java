package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.MatterView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Appeals in the supervisors' queue, and what a decision makes of the benefit. */
@Component
class AppealMatters implements MatterView {

  static final String KIND = "benefit-appeal";

  private static final String GRANTED = "granted";
  private static final String RELEASED = "released";
  private static final String REFUSED = "refused";

  private final AppealTable table;
  private final BenefitTable benefits;
  private final GrantingTable grantings;
  private final QuotaTable places;
  private final Grants grants;
  private final RewardNews news;
  private final Partners partners;
  private final Accounts accounts;
  private final Audit audit;
  private final Clock clock;

  AppealMatters(AppealTable table, BenefitTable benefits, GrantingTable grantings, QuotaTable places, Grants grants, RewardNews news, Partners partners,
      Accounts accounts, Audit audit, Clock clock) {
    this.table = table;
    this.benefits = benefits;
    this.grantings = grantings;
    this.places = places;
    this.grants = grants;
    this.news = news;
    this.partners = partners;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "rewards.matter.appeal";
  }

  @Override
  public String objectKind() {
    return KIND;
  }

  /** Who appeals, and the partner's people. */
  @Override
  public boolean concerns(Matter matter, AccountId person) {
    Appeal appeal = appeal(matter.subjectId());
    return appeal.volunteer().equals(person) || partners.role(person, benefit(appeal).partner()).isPresent();
  }

  @Override
  public @Nullable AccountId person(Matter matter) {
    return appeal(matter.subjectId()).volunteer();
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Appeal appeal = appeal(matter.subjectId());
    Benefit benefit = benefit(appeal);
    List<MatterCase.Fact> facts = new ArrayList<>();
    facts.add(new MatterCase.Fact(words.text("rewards.case.who"), accounts.names(List.of(appeal.volunteer())).getOrDefault(appeal.volunteer(), "")));
    facts.add(new MatterCase.Fact(words.text("rewards.case.partner"), benefit.partnerName().in(words.language())));
    facts.add(new MatterCase.Fact(words.text("rewards.case.why"), words.text("rewards.reason." + appeal.reason())));
    facts.add(new MatterCase.Fact(words.text("rewards.case.words"), appeal.words()));
    facts.add(new MatterCase.Fact(words.text("rewards.case.places"), words.text("rewards.places", benefit.granted(), benefit.quota())));
    List<MatterCase.Warning> warnings = appeal.granting() != null || givable(benefit) ? List.of()
        : List.of(new MatterCase.Warning(words.text("rewards.case.notGivable"), null));
    return new MatterCase(benefit.name().in(words.language()), facts, List.of(), warnings, "/benefits/" + benefit.id(), choices(appeal, benefit, words));
  }

  /** A decision gives one out of what the agreement still promises, also where the benefit itself has no place left. */
  private boolean givable(Benefit benefit) {
    boolean offered = benefit.is(BenefitState.OPEN) || benefit.is(BenefitState.CLOSED);
    return offered && benefit.covered() && !benefit.useUntil().isBefore(grants.today()) && benefit.agreement() != null
        && places.promised(benefit.agreement());
  }

  private List<MatterCase.Choice> choices(Appeal appeal, Benefit benefit, Words words) {
    MatterCase.Choice refuse = new MatterCase.Choice(REFUSED, words.text("rewards.choice.refused"), true,
        reasons(words, "rule-stands", "none-left", "hours-not-proved", "other"), true);
    if (appeal.granting() != null) return List.of(choice(RELEASED, words, "hours-proved", "no-fault", "other"), refuse);
    return givable(benefit) ? List.of(choice(GRANTED, words, "platform-fault", "hours-late", "hardship", "other"), refuse) : List.of(refuse);
  }

  private static MatterCase.Choice choice(String code, Words words, String... reasons) {
    return new MatterCase.Choice(code, words.text("rewards.choice." + code), false, reasons(words, reasons), true);
  }

  private static List<MatterCase.Reason> reasons(Words words, String... codes) {
    return Stream.of(codes).map(code -> new MatterCase.Reason(code, words.text("rewards.decision." + code))).toList();
  }

  /** In the transaction of the decision. */
  @EventListener
  void decided(MatterDecided decided) {
    if (!decided.kind().equals(KIND)) return;
    Appeal appeal = appeal(decided.subjectId());
    grantings.lockVolunteer(appeal.volunteer());
    switch (decided.decision()) {
      case GRANTED -> grant(appeal);
      case RELEASED -> release(appeal, decided.reason());
      default -> refuse(appeal, decided);
    }
    table.decided(appeal.id(), decided.decision(), decided, clock.instant());
    audit.note(decided.by(), "benefit.appeal." + decided.decision(), KIND, appeal.id(), decided.reason());
  }

  private void grant(Appeal appeal) {
    if (grantings.standing(appeal.volunteer(), appeal.benefit()).isPresent()) return;
    GrantingId id = grants.give(benefit(appeal), appeal.volunteer(), "decision", true)
        .orElseThrow(() -> new IllegalStateException("appeal " + appeal.id() + ": nothing is left of what the agreement promises"));
    news.granted(grantings.find(id).orElseThrow());
  }

  private void release(Appeal appeal, @org.jspecify.annotations.Nullable String why) {
    Granting granting = grantings.lock(held(appeal));
    if (!granting.is(GrantingState.HELD)) return;
    grantings.move(granting.id(), GrantingState.GRANTED, clock.instant());
    news.changed(granting, "released", why);
  }

  private void refuse(Appeal appeal, MatterDecided decided) {
    if (appeal.granting() == null) {
      news.refused(appeal, benefit(appeal).name(), decided.reasonCode(), decided.reason());
      return;
    }
    Granting granting = grantings.lock(held(appeal));
    if (!granting.is(GrantingState.HELD)) return;
    grants.end(granting, GrantingState.WITHDRAWN);
    news.changed(granting, "withdrawn", decided.reason());
  }

  private static GrantingId held(Appeal appeal) {
    GrantingId id = appeal.granting();
    if (id == null) throw new IllegalStateException("appeal " + appeal.id() + " is not about a hold");
    return id;
  }

  private Appeal appeal(long id) {
    return table.find(id).orElseThrow();
  }

  private Benefit benefit(Appeal appeal) {
    return benefits.find(appeal.benefit(), grants.today()).orElseThrow();
  }
}
