package dz.linatatawwa.attendance;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Somebody with a seat was there after all, though nobody checked them in or somebody wrote down that they did not come: a coordinator says
 *  from when to when. Kept as a correction, which can be undone like any other deed. */
@Component
public class AfterAll {

  private final Merging merging;
  private final Clock clock;

  AfterAll(Merging merging, Clock clock) {
    this.merging = merging;
    this.clock = clock;
  }

  /** Writes it down. Times that have not passed yet are refused.
   *  @throws dz.linatatawwa.site.NotFound for somebody who does not run the shift's organisation */
  public Deed came(Mark mark, Times times) {
    return times.out() == null ? new Deed.Refused(Deed.Why.OUT_OF_BOUNDS) : merging.atTheDesk(mark, DeedKind.CORRECT, clock.instant(), times);
  }
}
