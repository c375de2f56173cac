package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Contradiction.Kind;
import dz.linatatawwa.opportunities.Seats;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person has to decide about a day: deeds that contradict each other, and deeds that do not count yet. Deciding is a deed itself, so
 *  that nothing that was said is ever lost.
 *
 * <p>Every method throws {@link NotFound} for somebody who does not run the shift's organisation. */
@Service
public class Disputes {

  private final ConflictTable table;
  private final DeedTable deeds;
  private final DeedRules rules;
  private final Merging merging;
  private final Seats seats;
  private final Clock clock;

  Disputes(ConflictTable table, DeedTable deeds, DeedRules rules, Merging merging, Seats seats, Clock clock) {
    this.table = table;
    this.deeds = deeds;
    this.rules = rules;
    this.merging = merging;
    this.seats = seats;
    this.clock = clock;
  }

  /** Settles a contradiction.
   *  @param changed the deed that did not stand is to stand; else all stays as it is */
  @Transactional
  public Settled settle(AccountId by, ShiftId shift, long conflict, boolean changed) {
    ShiftFacts facts = rules.facts(by, shift);
    seats.lock(shift);
    Optional<ConflictTable.Open> open = table.open(conflict).filter(c -> c.shiftId() == shift.value());
    if (open.isEmpty()) return Settled.ALREADY;
    AccountId volunteer = new AccountId(open.get().volunteerId());
    if (volunteer.equals(by)) return Settled.OWN;
    table.settle(conflict, by, changed);
    if (changed) change(open.get(), new Mark("settled-" + conflict, by, shift, volunteer), facts);
    return Settled.DONE;
  }

  private void change(ConflictTable.Open open, Mark mark, ShiftFacts facts) {
    DayDeed deed = deeds.deed(open.key());
    Folded now = Fold.of(deeds.counting(mark.shift(), mark.volunteer()), facts.opens(), facts.shuts());
    String reason = "settled: " + open.kind();
    switch (kind(open.kind())) {
      case TWO_ENDS -> correct(mark, now, within(deed.at(), facts), reason, deed.via());
      case TWO_BEGINNINGS -> begin(mark, now, deed.at().isBefore(facts.opens()) ? facts.opens() : deed.at(), reason, deed.via());
      case CAME_BACK -> correct(mark, now, null, reason, deed.via());
      case TWO_CORRECTIONS -> { if (deed.times() != null) settles(mark, new Times(deed.times().in(), deed.times().out(), reason), deed.via()); }
      case ABSENT_AND_CAME -> comingOf(now, mark).ifPresent(key -> undo(mark, key));
      case TAKEN_BACK -> undo(mark, open.against());
      case END_BEFORE_BEGINNING -> { } // such an end is never one; the times are corrected by hand
    }
  }

  private void correct(Mark mark, Folded now, @org.jspecify.annotations.Nullable Instant out, String reason, Via via) {
    Folded.Moment in = now.in();
    if (in != null && (out == null || out.isAfter(in.at()))) settles(mark, new Times(in.at(), out, reason), via);
  }

  private void begin(Mark mark, Folded now, Instant in, String reason, Via via) {
    Instant out = now.out() == null ? null : now.out().at();
    if (out == null || out.isAfter(in)) settles(mark, new Times(in, out, reason), via);
  }

  /** A decision makes no proof better: the time of a paper sheet stays one of paper; every other is as if corrected at the desk. */
  private void settles(Mark mark, Times times, Via via) {
    merging.settles(mark, DeedKind.CORRECT, via == Via.PAPER ? Via.PAPER : Via.DESK, clock.instant(), times, null);
  }

  private void undo(Mark mark, String key) {
    merging.settles(mark, DeedKind.UNDO, Via.DESK, clock.instant(), null, key);
  }

  private Optional<String> comingOf(Folded now, Mark mark) {
    return deeds.counting(mark.shift(), mark.volunteer()).stream()
        .filter(d -> d.kind().comes() && now.effect(d.key()) == Folded.Effect.DONE).map(DayDeed::key).findFirst();
  }

  /** Lets a deed count after all, in a closed day too: its hours are then proposed afresh. */
  @Transactional
  public Settled accept(AccountId by, String key) {
    return settleReview(by, key, true, "");
  }

  /** Leaves a deed out for good; it stays to be seen.
   *  @param reason 1 to 300 characters */
  @Transactional
  public Settled leaveOut(AccountId by, String key, String reason) {
    return reason.isBlank() ? Settled.REASON_NEEDED : settleReview(by, key, false, reason.length() > 300 ? reason.substring(0, 300) : reason);
  }

  private Settled settleReview(AccountId by, String key, boolean accepted, String reason) {
    Optional<ConflictTable.Review> review = table.openReview(key);
    if (review.isEmpty()) return Settled.ALREADY;
    ShiftFacts facts = rules.facts(by, new ShiftId(review.get().shiftId()));
    AccountId volunteer = new AccountId(review.get().volunteerId());
    if (volunteer.equals(by)) return Settled.OWN;
    seats.lock(facts.id());
    if (!table.settleReview(key, by, accepted, reason)) return Settled.ALREADY;
    if (accepted) merging.again(facts, volunteer);
    return Settled.DONE;
  }

  private static Instant within(Instant at, ShiftFacts facts) {
    return at.isAfter(facts.shuts()) ? facts.shuts() : at;
  }

  private static Kind kind(String code) {
    for (Kind kind : Kind.values()) if (kind.code().equals(code)) return kind;
    throw new IllegalStateException("conflict of " + code);
  }
}
