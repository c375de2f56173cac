package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Eligibility;
import dz.linatatawwa.eligibility.Judgement;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Benefits that partners give, for those who take them. */
@Service
public class Benefits {

  /** So many are shown and judged at once. */
  private static final int MOST = 200;

  private final BenefitTable table;
  private final GrantingTable grantings;
  private final LotTable entries;
  private final AppealTable appeals;
  private final Taking taking;
  private final Grants grants;
  private final Lots lots;
  private final CodeMaker codes;
  private final Eligibility eligibility;
  private final Clock clock;

  Benefits(BenefitTable table, GrantingTable grantings, LotTable entries, AppealTable appeals, Taking taking, Grants grants, Lots lots, CodeMaker codes,
      Eligibility eligibility, Clock clock) {
    this.table = table;
    this.grantings = grantings;
    this.entries = entries;
    this.appeals = appeals;
    this.taking = taking;
    this.grants = grants;
    this.lots = lots;
    this.codes = codes;
    this.eligibility = eligibility;
    this.clock = clock;
  }

  /** A benefit that was published. */
  public Optional<Benefit> find(BenefitId id) {
    return table.find(id, grants.today()).filter(benefit -> !benefit.is(BenefitState.DRAFT));
  }

  /** A benefit that everybody sees: one that was published, and not taken out of sight. */
  public Optional<Benefit> shown(BenefitId id) {
    return find(id).filter(benefit -> !benefit.is(BenefitState.WITHHELD));
  }

  /** Where it is redeemed; empty: everywhere that its partner is. */
  public List<CounterPlace> counters(BenefitId id) {
    return table.counters(id);
  }

  /** What can be taken today or later, what ends first before.
   *  @param wilaya only what is redeemed there, or everywhere; null: all */
  public List<Benefit> offered(@Nullable WilayaCode wilaya) {
    return table.offered(wilaya, grants.today(), MOST);
  }

  /** What a partner offers. */
  public List<Benefit> offeredBy(PartnerId partner) {
    return table.offeredBy(partner, grants.today());
  }

  /** How somebody stands to each of these; their rules are judged in one reading. */
  public List<Standing> standings(AccountId person, List<Benefit> benefits) {
    Optional<Refusal> barred = taking.barred(person);
    Map<BenefitId, Granting> had = grantings.standing(person, benefits.stream().map(Benefit::id).toList()).stream()
        .collect(Collectors.toMap(Granting::benefit, granting -> granting));
    List<Rule> rules = benefits.stream().map(Benefit::rule).distinct().toList();
    List<Judgement> all = barred.isPresent() ? List.of() : eligibility.judgeAll(rules, person);
    Map<Rule, Judgement> judged = new HashMap<>();
    for (int i = 0; i < all.size(); i++) judged.put(rules.get(i), all.get(i));
    return benefits.stream().map(benefit -> {
      Judgement judgement = judged.get(benefit.rule());
      Entry entry = benefit.byLot() ? entries.of(benefit.id(), person).orElse(null) : null;
      return new Standing(benefit, had.get(benefit.id()), entry, refusal(benefit, barred, judgement, entry), judgement, null);
    }).toList();
  }

  /** How somebody stands to one benefit, with their last appeal about it. */
  public Standing standing(AccountId person, Benefit benefit) {
    Standing standing = standings(person, List.of(benefit)).getFirst();
    return new Standing(benefit, standing.granting(), standing.entry(), standing.refusal(), standing.judgement(), appeals.last(benefit.id(), person).orElse(null));
  }

  private @Nullable Refusal refusal(Benefit benefit, Optional<Refusal> barred, @Nullable Judgement judgement, @Nullable Entry entry) {
    if (entry != null && "unfit".equals(entry.outcome())) return new Refusal(Refusal.Reason.RULE, judgement, null);
    if (entry != null && entry.waits()) return Refusal.of(Refusal.Reason.LOT);
    Optional<Refusal> closed = Taking.closed(benefit, grants.today()).or(() -> barred);
    if (closed.isPresent()) return closed.get();
    return judgement == null || judgement.fits() ? null : new Refusal(Refusal.Reason.RULE, judgement, null);
  }

  /** Takes a benefit, or enters its lot; asked again, it answers the same. */
  public Taken take(AccountId person, BenefitId id) {
    return taking.take(person, id);
  }

  /** Leaves a lot, before it is drawn or while waiting in reserve.
   *  @return false when it is too late */
  @Transactional
  public boolean leave(AccountId person, BenefitId id) {
    return entries.leave(id, person, clock.instant());
  }

  /** Codes that are good or wait. */
  public List<Granting> living(AccountId person) {
    return grantings.living(person);
  }

  /** What is over, twenty a page. */
  public Slice<Granting> past(AccountId person, int page) {
    return grantings.past(person, page);
  }

  /** One's own.
   *  @throws NotFound for everybody else's */
  public Granting own(AccountId person, GrantingId id) {
    return grantings.find(id).filter(granting -> granting.volunteer().equals(person)).orElseThrow(() -> new NotFound("granting " + id + " of " + person));
  }

  /** The code of what is one's own; to be shown to its holder alone. */
  public BenefitCode code(Granting granting) {
    return codes.code(granting.salt());
  }

  /** Gives it back before it was used: the place is free again, in a lot for the next in reserve.
   *  @return false when it is too late
   *  @throws NotFound for everybody else's */
  public boolean giveBack(AccountId person, GrantingId id) {
    Granting own = own(person, id);
    if (!lots.givenBack(person, id)) return false;
    lots.fill(own.benefit());
    return true;
  }

  /** Codes lapse and places stay given; what was said in an appeal goes. */
  @EventListener
  void left(AccountClosed closed) {
    grantings.lapse(closed.account(), clock.instant());
    entries.leaveAll(closed.account(), clock.instant());
    appeals.forget(closed.account());
  }
}
