package dz.linatatawwa.opportunities;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds in one opportunity for people under the age of majority.
 *  @param works            kinds of work done there, as codes; each has a least age, below which the opportunity's own cannot be
 *  @param from             a minor's shift begins at this time of the day at the earliest
 *  @param to               and ends at this one at the latest, on the same day
 *  @param accompaniedUnder whoever is younger comes with somebody of age; null: nobody needs to
 *  @param bothGuardians    two guardians must agree */
public record AgeRule(List<String> works, LocalTime from, LocalTime to, @Nullable Integer accompaniedUnder, boolean bothGuardians) {

  /** The bounds of the day: from 21:00 to 05:00 is night, in which nobody under 19 works (law 90-11, articles 27 and 28). */
  public static final LocalTime EARLIEST = LocalTime.of(5, 0);
  public static final LocalTime LATEST = LocalTime.of(21, 0);

  /** What holds where nobody has said anything. */
  public static final AgeRule USUAL = new AgeRule(List.of(), EARLIEST, LATEST, null, false);

  public AgeRule {
    works = List.copyOf(works);
  }

  /** Whether it says more than the law does. */
  public boolean special() {
    return !equals(USUAL);
  }
}
