package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The day itself: who came, from when to when. Each deed carries a key and is recorded once for ever: the same key again gives the same
 *  answer. Nobody marks themselves; all times lie within the shift and its organisation's grace.
 *
 * <p>Every method throws {@link dz.linatatawwa.site.NotFound} for somebody who does not run the shift's organisation. */
@Service
public class Roster {

  private final DeedTable deeds;
  private final DeedReasons reasons;
  private final WalkIns walkIns;
  private final Everybody everybody;
  private final Closing closing;
  private final Clock clock;

  Roster(DeedTable deeds, DeedReasons reasons, WalkIns walkIns, Everybody everybody, Closing closing, Clock clock) {
    this.deeds = deeds;
    this.reasons = reasons;
    this.walkIns = walkIns;
    this.everybody = everybody;
    this.closing = closing;
    this.clock = clock;
  }

  /** Somebody with a seat has come. One statement, one durable write. */
  public Deed checkIn(Mark mark) {
    Instant now = clock.instant();
    return done(mark, "check-in", now, () -> deeds.in(mark, "check-in", now));
  }

  /** Somebody goes; later than the grace counts as the end of the grace. */
  public Deed checkOut(Mark mark) {
    Instant now = clock.instant();
    return done(mark, "check-out", now, () -> deeds.out(mark, now));
  }

  /** Somebody with a seat did not come. */
  public Deed noShow(Mark mark) {
    Instant now = clock.instant();
    return done(mark, "no-show", now, () -> deeds.noShow(mark, now));
  }

  /** Somebody without a seat has come and stays, as long as fewer came than there are seats. */
  public Deed walkIn(Mark mark) {
    Instant now = clock.instant();
    Optional<Deed> refused = walkIns.refused(mark);
    return refused.isPresent() ? refused.get() : done(mark, "walk-in", now, () -> walkIns.enter(mark, now));
  }

  /** Puts the times of somebody who came right. */
  public Deed correct(Mark mark, Times times) {
    Instant now = clock.instant();
    Instant out = times.out();
    boolean ordered = out == null ? !times.in().isAfter(now) : out.isAfter(times.in()) && !out.isAfter(now);
    if (!ordered) return reasons.orRefused(mark, "correct", now, Deed.Why.OUT_OF_BOUNDS);
    return done(mark, "correct", now, () -> deeds.correct(mark, times, now));
  }

  /** Takes the last deed about a person back. */
  public Deed undo(Mark mark) {
    Instant now = clock.instant();
    return done(mark, "undo", now, () -> deeds.last(mark).flatMap(last -> deeds.undo(mark, last.key(), now)));
  }

  /** Checks everybody in who has a seat and no mark yet.
   *  @return how many */
  public int allPresent(String key, AccountId by, ShiftId shift) {
    return everybody.in(key, by, shift, clock.instant());
  }

  /** Checks everybody out who is still in.
   *  @return how many */
  public int allOut(String key, AccountId by, ShiftId shift) {
    return everybody.out(key, by, shift, clock.instant());
  }

  /** Closes the day: open check-outs are proposed at the shift's end, who has no mark did not come; the hours hear of it.
   *  A second time changes nothing. */
  public Closed close(AccountId by, ShiftId shift) {
    return closing.close(by, shift);
  }

  private Deed done(Mark mark, String deed, Instant now, Supplier<Optional<Instant>> statement) {
    try {
      Optional<Instant> at = statement.get();
      if (at.isPresent()) return new Deed.Done(at.get());
    } catch (DuplicateKeyException e) {
      // the same key came twice in the same moment: the other one did it
    }
    return reasons.why(mark, deed, now);
  }
}
