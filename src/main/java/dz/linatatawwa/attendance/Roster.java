package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** The day itself: who came, from when to when. Each deed carries a key and is recorded once for ever: the same key again gives the same
 *  answer. Nobody marks themselves; all times lie within the shift and its organisation's grace.
 *
 * <p>Every method throws {@link dz.linatatawwa.site.NotFound} for somebody who does not run the shift's organisation. */
@Service
public class Roster {

  private final FirstCheckIns firsts;
  private final DeedTable deeds;
  private final Merging merging;
  private final WalkIns walkIns;
  private final Everybody everybody;
  private final Closing closing;
  private final Clock clock;

  Roster(FirstCheckIns firsts, DeedTable deeds, Merging merging, WalkIns walkIns, Everybody everybody, Closing closing, Clock clock) {
    this.firsts = firsts;
    this.deeds = deeds;
    this.merging = merging;
    this.walkIns = walkIns;
    this.everybody = everybody;
    this.closing = closing;
    this.clock = clock;
  }

  /** Somebody with a seat has come. The first deed about them is one statement, one durable write, with those that others mark at the same moment. */
  public Deed checkIn(Mark mark) {
    return first(mark, DeedKind.CHECK_IN, now -> firsts.atTheDesk(mark, now));
  }

  /** Somebody goes; later than the grace counts as the end of the grace. */
  public Deed checkOut(Mark mark) {
    return first(mark, DeedKind.CHECK_OUT, now -> deeds.out(mark, now));
  }

  /** Somebody with a seat did not come. */
  public Deed noShow(Mark mark) {
    return merging.atTheDesk(mark, DeedKind.NO_SHOW, clock.instant(), null);
  }

  /** Somebody without a seat has come and stays, as long as fewer came than there are seats. */
  public Deed walkIn(Mark mark) {
    return first(mark, DeedKind.WALK_IN, now -> walkIns.enter(mark, now));
  }

  /** Puts the times of somebody right who came, or of whom nobody wrote down that they did; never into the future. */
  public Deed correct(Mark mark, Times times) {
    return merging.atTheDesk(mark, DeedKind.CORRECT, clock.instant(), times);
  }

  /** Takes the last deed about a person back. */
  public Deed undo(Mark mark) {
    return merging.atTheDesk(mark, DeedKind.UNDO, clock.instant(), null);
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

  private Deed first(Mark mark, DeedKind kind, Function<Instant, Optional<Instant>> statement) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try {
      Optional<Instant> at = statement.apply(now);
      if (at.isPresent()) return new Deed.Done(at.get());
    } catch (DuplicateKeyException | PessimisticLockingFailureException e) {
      // the same key came twice in the same moment, or the day is just being closed: look what stands now
    }
    return merging.atTheDesk(mark, kind, now, null);
  }
}
