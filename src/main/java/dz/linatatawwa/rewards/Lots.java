package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Eligibility;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Draws lots, and gives the places out in the order that was drawn: one transaction fixes the order, then each place has its own, so that what is
 *  interrupted goes on where it was. */
@Component
public class Lots {

  private enum Step { GIVEN, PASSED, NOBODY }

  private final BenefitTable benefits;
  private final GrantingTable grantings;
  private final LotTable entries;
  private final AppealTable appeals;
  private final Grants grants;
  private final CodeMaker codes;
  private final Eligibility eligibility;
  private final RewardNews news;
  private final TransactionTemplate inTransaction;
  private final Clock clock;

  Lots(BenefitTable benefits, GrantingTable grantings, LotTable entries, AppealTable appeals, Grants grants, CodeMaker codes, Eligibility eligibility,
      RewardNews news, TransactionTemplate inTransaction, Clock clock) {
    this.benefits = benefits;
    this.grantings = grantings;
    this.entries = entries;
    this.appeals = appeals;
    this.grants = grants;
    this.codes = codes;
    this.eligibility = eligibility;
    this.news = news;
    this.inTransaction = inTransaction;
    this.clock = clock;
  }

  /** What is published of a drawing of lots.
   *  @param commitment SHA-256 of the seed, known from the beginning
   *  @param seed       empty before the draw
   *  @param ranked     the numbers in the order that was drawn; empty before */
  public record View(String commitment, String seed, List<Entry> ranked) {

    public View {
      ranked = List.copyOf(ranked);
    }

    public boolean drawn() {
      return !seed.isEmpty();
    }
  }

  /** Binds the platform to a seed; with the benefit's publishing. */
  void prepare(BenefitId id) {
    byte[] salt = codes.salt();
    entries.prepare(id, salt, Lot.commitment(seed(salt)));
  }

  /** What is published of the lot of a benefit; nothing for those without one. */
  public Optional<View> view(BenefitId id) {
    return entries.lot(id).map(kept -> new View(kept.commitment(), kept.seed() == null ? "" : kept.seed(), kept.seed() == null ? List.of() : entries.ranked(id)));
  }

  /** Draws every lot whose entering is over, and gives the places out.
   *  @return how many lots */
  public int drawDue() {
    List<BenefitId> due = entries.due(grants.today());
    due.forEach(id -> {
      inTransaction.executeWithoutResult(status -> draw(id));
      fill(id);
      inTransaction.executeWithoutResult(status -> finish(id));
    });
    return due.size();
  }

  /** Fixes the order, once. */
  private void draw(BenefitId id) {
    benefits.lock(id);
    LotTable.Kept kept = entries.lot(id).orElseThrow();
    if (kept.drawnAt() != null) return;
    String seed = seed(kept.salt());
    if (!Lot.commitment(seed).equals(kept.commitment())) throw new IllegalStateException("the key no longer gives the seed of lot " + id);
    entries.rank(id, new Lot(seed, entries.numbers(id)).order());
    entries.drew(id, seed, clock.instant());
  }

  /** Gives places out while there are any and somebody waits; also after somebody gave theirs back. */
  void fill(BenefitId id) {
    if (entries.lot(id).filter(kept -> kept.drawnAt() != null).isEmpty()) return;
    Step last;
    do {
      last = inTransaction.execute(status -> step(id, status));
    } while (last != Step.NOBODY);
  }

  private Step step(BenefitId id, TransactionStatus status) {
    Optional<Entry> next = entries.next(id);
    if (next.isEmpty()) return Step.NOBODY;
    Entry entry = next.get();
    grantings.lockVolunteer(entry.volunteer());
    Benefit benefit = benefits.find(id, grants.today()).orElseThrow();
    if (benefit.left() < 1 || !benefit.covered() || !benefit.is(BenefitState.OPEN) || benefit.useUntil().isBefore(grants.today())) return Step.NOBODY;
    if (!eligibility.judge(benefit.rule(), entry.volunteer()).fits()) {
      if (entries.decide(entry, "unfit")) news.unfit(benefit, entry);
      return Step.PASSED;
    }
    if (!entries.decide(entry, "won")) return Step.PASSED;
    String way = entry.rank() != null && entry.rank() <= benefit.quota() ? "lot" : "reserve";
    Optional<GrantingId> given = grants.give(benefit, entry.volunteer(), way, false);
    if (given.isEmpty()) {
      status.setRollbackOnly();
      return Step.NOBODY;
    }
    news.granted(grantings.find(given.get()).orElseThrow());
    return Step.GIVEN;
  }

  /** Tells everybody who waits where they stand. */
  private void finish(BenefitId id) {
    benefits.lock(id);
    if (entries.lot(id).filter(kept -> kept.filledAt() == null).isEmpty()) return;
    Benefit benefit = benefits.find(id, grants.today()).orElseThrow();
    int ahead = 0;
    for (Entry entry : entries.ranked(id)) if (entry.waits()) news.inReserve(benefit, entry, ++ahead);
    entries.filled(id, clock.instant());
  }

  /** Takes it away from its holder, who gives it back. */
  boolean givenBack(AccountId person, GrantingId id) {
    return Boolean.TRUE.equals(inTransaction.execute(status -> {
      grantings.lockVolunteer(person);
      Granting granting = grantings.lock(id);
      if (!granting.living()) return false;
      grants.end(granting, GrantingState.RETURNED);
      appeals.open(id).ifPresent(news::withdrawAppeal);
      return true;
    }));
  }

  /** Whether the order that is kept is the one that the seed gives, and the seed the one that was promised. */
  boolean holds(BenefitId id) {
    LotTable.Kept kept = entries.lot(id).orElseThrow();
    String seed = kept.seed();
    if (seed == null || !Lot.commitment(seed).equals(kept.commitment())) return false;
    List<Integer> ranked = entries.ranked(id).stream().map(Entry::number).toList();
    return new Lot(seed, ranked.stream().sorted().toList()).order().equals(ranked);
  }

  private String seed(byte[] salt) {
    return HexFormat.of().formatHex(codes.seed(salt));
  }
}
