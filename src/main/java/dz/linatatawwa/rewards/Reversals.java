package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Eligibility;
import dz.linatatawwa.hours.HoursAttested;
import dz.linatatawwa.hours.HoursReversed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Whereabouts;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** What becomes of a benefit when hours beneath it are taken back. Not redeemed yet, it waits, and its holder may turn to a person; redeemed, it leaves a
 *  trace for a person to look at. Nothing is claimed back by itself. Hours that come in again end the waiting. */
@Component
class Reversals {

  static final Duration TIME_TO_LOOK = Duration.ofDays(7);

  private final GrantingTable table;
  private final BenefitTable benefits;
  private final AppealTable appeals;
  private final Eligibility eligibility;
  private final Matters matters;
  private final Volunteers volunteers;
  private final RewardNews news;
  private final Clock clock;

  Reversals(GrantingTable table, BenefitTable benefits, AppealTable appeals, Eligibility eligibility, Matters matters, Volunteers volunteers, RewardNews news,
      Clock clock) {
    this.table = table;
    this.benefits = benefits;
    this.appeals = appeals;
    this.eligibility = eligibility;
    this.matters = matters;
    this.volunteers = volunteers;
    this.news = news;
    this.clock = clock;
  }

  /** In the transaction that takes the hours back, after every room below has drawn its own conclusions: a badge on which a rule rests is gone by then. */
  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void hear(HoursReversed reversed) {
    table.lockVolunteer(reversed.volunteer());
    for (Granting seen : table.touchable(reversed.volunteer())) {
      Granting granting = table.lock(seen.id());
      if (deserved(granting)) continue;
      if (granting.is(GrantingState.GRANTED)) hold(granting, reversed.reason());
      else if (granting.is(GrantingState.REDEEMED)) leaveTrace(granting, reversed);
    }
  }

  private void hold(Granting granting, String why) {
    table.move(granting.id(), GrantingState.HELD, clock.instant());
    news.changed(granting, "held", why);
  }

  private void leaveTrace(Granting granting, HoursReversed reversed) {
    table.trace(granting.id(), reversed.claim().value(), reversed.minutes(), clock.instant());
    matters.open(ReversalMatters.KIND, granting.id().value(), volunteers.find(granting.volunteer()).map(one -> Whereabouts.at(one.wilaya(), one.commune(), null)).orElse(Whereabouts.in(null)), granting.name().ar(),
        clock.instant().plus(TIME_TO_LOOK));
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void hear(HoursAttested attested) {
    List<AccountId> people = attested.volunteers();
    for (Granting seen : table.held(people)) {
      Granting granting = table.lock(seen.id());
      if (!granting.is(GrantingState.HELD) || !deserved(granting)) continue;
      table.move(granting.id(), GrantingState.GRANTED, clock.instant());
      appeals.open(granting.id()).ifPresent(news::withdrawAppeal);
      news.changed(granting, "released", null);
    }
  }

  /** By the rule that held when it was taken, on that day or today; what a person decided is not judged again. */
  private boolean deserved(Granting granting) {
    if (granting.way().equals("decision")) return true;
    var rule = benefits.rule(granting.benefit(), granting.ruleVersion());
    LocalDate taken = granting.grantedAt().atZone(Words.ZONE).toLocalDate();
    return eligibility.judge(rule, granting.volunteer(), taken).fits() || eligibility.judge(rule, granting.volunteer()).fits();
  }
}
