package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Whereabouts;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** No refusal and no hold without a person to turn to: an appeal goes to the supervisors of the volunteer's wilaya. */
@Service
public class Appeals {

  private static final Duration TIME_TO_DECIDE = Duration.ofDays(3);

  private final AppealTable table;
  private final Benefits benefits;
  private final GrantingTable grantings;
  private final Matters matters;
  private final Volunteers volunteers;
  private final Clock clock;

  Appeals(AppealTable table, Benefits benefits, GrantingTable grantings, Matters matters, Volunteers volunteers, Clock clock) {
    this.table = table;
    this.benefits = benefits;
    this.grantings = grantings;
    this.matters = matters;
    this.volunteers = volunteers;
    this.clock = clock;
  }

  /** Against a refusal, as it stands at this moment.
   *  @param words why it should be otherwise, in the person's own words */
  @Transactional
  public Appealed againstRefusal(AccountId person, BenefitId id, String words) {
    Benefit benefit = benefits.find(id).orElseThrow(() -> new NotFound("benefit " + id));
    Standing standing = benefits.standing(person, benefit);
    Appeal before = standing.appeal();
    if (before != null && before.open()) return new Appealed.Waiting();
    if (before != null && before.kind().equals("refusal") && !"over".equals(before.outcome())) return new Appealed.Decided();
    Refusal refusal = standing.refusal();
    if (standing.granting() != null || refusal == null || !refusal.appealable()) return new Appealed.Needless();
    return open(benefit, person, null, refusal.reason().code(), words);
  }

  /** Against the hold of what was granted. */
  @Transactional
  public Appealed againstHold(AccountId person, GrantingId id, String words) {
    Granting granting = benefits.own(person, id);
    if (!granting.is(GrantingState.HELD)) return new Appealed.Needless();
    Benefit benefit = benefits.find(granting.benefit()).orElseThrow();
    return open(benefit, person, id, "held", words);
  }

  private Appealed open(Benefit benefit, AccountId person, @Nullable GrantingId granting, String reason, String words) {
    Optional<Long> id = table.open(benefit.id(), person, granting, reason, words, clock.instant());
    if (id.isEmpty()) return new Appealed.Waiting();
    matters.open(AppealMatters.KIND, id.get(), where(person), benefit.name().ar(), clock.instant().plus(TIME_TO_DECIDE));
    return new Appealed.Opened(id.get());
  }

  /** The last appeal about what was granted to somebody. */
  public Optional<Appeal> ofGranting(Granting granting) {
    return table.last(granting.benefit(), granting.volunteer()).filter(appeal -> granting.id().equals(appeal.granting()));
  }

  private Whereabouts where(AccountId person) {
    return volunteers.find(person).map(one -> Whereabouts.at(one.wilaya(), one.commune(), null)).orElse(Whereabouts.in(null));
  }
}
