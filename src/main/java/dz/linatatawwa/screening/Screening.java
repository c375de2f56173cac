package dz.linatatawwa.screening;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.OpportunityShown;
import dz.linatatawwa.opportunities.Withholding;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Settings;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Territory;
import dz.linatatawwa.volunteers.VolunteerSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The face of the room: rules of a fixed vocabulary, what they would touch today, and what they hold. */
@Service
public class Screening {

  /** Rules that hold at one time, at most. */
  public static final int MOST = 200;

  private static final int SHOWN = 50;

  private final RuleTable rules;
  private final OfferTable offers;
  private final HoldTable holds;
  private final ScreeningMatters matters;
  private final Withholding withholding;
  private final Territories territories;
  private final Settings settings;
  private final Audit audit;
  private final Clock clock;

  Screening(RuleTable rules, OfferTable offers, HoldTable holds, ScreeningMatters matters, Withholding withholding, Territories territories, Settings settings,
      Audit audit, Clock clock) {
    this.rules = rules;
    this.offers = offers;
    this.holds = holds;
    this.matters = matters;
    this.withholding = withholding;
    this.territories = territories;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether somebody may write rules for a place: its supervisors, those of the nation and administrators.
   *  @param wilaya null: the whole nation */
  public boolean may(SignedIn me, @Nullable WilayaCode wilaya) {
    return me.administrator() || territories.covers(me.id(), wilaya);
  }

  /** The rules that hold in somebody's territory, or did, twenty a page.
   *  @throws NotFound for who has none and is no administrator */
  public Slice<ScreeningRule> rules(SignedIn me, boolean over, int page) {
    Territory territory = territories.of(me.id());
    if (territory.none() && !me.administrator()) throw new NotFound("rules are not for " + me.id());
    return rules.page(territory, me.administrator(), over, today(), page);
  }

  /** A rule that holds in somebody's territory: they may read it, and change it where {@link #may} says so.
   *  @throws NotFound for everybody else */
  public ScreeningRule look(SignedIn me, long id) {
    ScreeningRule rule = rules.find(id).orElseThrow(() -> new NotFound("rule " + id));
    boolean national = rule.wilaya() == null && !territories.of(me.id()).none();
    if (!national && !may(me, rule.wilaya())) throw new NotFound("rule " + id + " is foreign to " + me.id());
    return rule;
  }

  /** Every version of a rule, the newest first. */
  public List<ScreeningRule> versions(ScreeningRule rule) {
    return rules.versions(rule.id());
  }

  /** What it held, the newest first; at most fifty. */
  public List<Screened> heldBy(ScreeningRule rule) {
    return holds.heldBy(rule.id());
  }

  /** What a rule of these conditions would touch of everything that visitors find now. Nothing is held. */
  @Transactional(readOnly = true)
  public Touched preview(@Nullable WilayaCode wilaya, Conditions conditions) {
    int majority = settings.get(VolunteerSettings.MAJORITY);
    int[] counts = new int[2];
    List<Touched.Found> first = new ArrayList<>();
    offers.found(wilaya, clock.instant(), offer -> {
      counts[0]++;
      conditions.find(offer, majority, clock.instant()).ifPresent(found -> {
        if (counts[1]++ < SHOWN) first.add(new Touched.Found(offer, found));
      });
    });
    return new Touched(counts[0], counts[1], first);
  }

  /** Writes a new rule, which holds from now on for what is published or changed.
   *  @return its number; 0 when there are as many as there may be */
  @Transactional
  public long write(SignedIn me, Draft draft) {
    if (!may(me, draft.wilaya())) throw new NotFound("no rule of " + me.id() + " there");
    if (rules.holding(today()).size() >= MOST) return 0;
    long id = rules.insert(draft, me.id(), clock.instant());
    audit.note(me.id(), "rule.written", "screening-rule", Long.toString(id), draft.title(), Map.of("version", 1));
    return id;
  }

  /** Puts another version in the place of the one that holds; the place stays.
   *  @return false when the rule is over */
  @Transactional
  public boolean change(SignedIn me, long id, Draft draft) {
    ScreeningRule before = own(me, id);
    if (!before.holdsOn(today())) return false;
    rules.change(id, draft, me.id(), clock.instant());
    audit.note(me.id(), "rule.written", "screening-rule", Long.toString(id), draft.title(), Map.of("version", before.version() + 1));
    return true;
  }

  /** Ends a rule now; what it holds still waits for a look.
   *  @return false when it was over */
  @Transactional
  public boolean end(SignedIn me, long id) {
    own(me, id);
    if (!rules.end(id, me.id(), clock.instant())) return false;
    audit.note(me.id(), "rule.ended", "screening-rule", id, null);
    return true;
  }

  private ScreeningRule own(SignedIn me, long id) {
    ScreeningRule rule = look(me, id);
    if (!may(me, rule.wilaya())) throw new NotFound("rule " + id + " is not " + me.id() + "'s to change");
    return rule;
  }

  /** In the transaction that publishes or changes: what a rule touches waits; what waits and is touched no more is shown. What a supervisor has seen and let
   *  pass is not held again for the same. */
  @EventListener
  void shown(OpportunityShown event) {
    OpportunityId id = event.id();
    HoldTable.OpportunityState state = holds.state(id).orElseThrow();
    if (holds.waits(id) || !state.published() && !state.waitsForALook()) return;
    Offer offer = offers.find(id, clock.instant()).orElseThrow();
    List<Hit> hits = hits(offer);
    if (hits.isEmpty()) {
      if (state.waitsForALook()) withholding.release(id, Withholding.For.SCREENING);
      return;
    }
    if (state.published()) withholding.withhold(id, Withholding.For.SCREENING);
    matters.open(holds.insert(id, hits, clock.instant()), offer, hits);
  }

  private List<Hit> hits(Offer offer) {
    int majority = settings.get(VolunteerSettings.MAJORITY);
    Set<String> passed = holds.passed(offer.id());
    List<Hit> hits = new ArrayList<>();
    for (ScreeningRule rule : rules.holding(today())) {
      if (!rule.covers(offer.wilaya())) continue;
      rule.conditions().find(offer, majority, clock.instant()).map(found -> new Hit(rule.id(), rule.version(), rule.title(), found))
          .filter(hit -> !passed.contains(HoldTable.key(hit))).ifPresent(hits::add);
    }
    return hits;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }
}
