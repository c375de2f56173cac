package dz.linatatawwa.turnout;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How volunteering is organised in a scope and a period. All of it adds up over days and places, except what says otherwise.
 *  @param asOf          the figures are true at this moment
 *  @param registered    volunteers whose account is open at the end of the period: of the nation, or who live in the wilaya or commune, or of the group; nothing is said of
 *                       organisations and campaigns, with which nobody registers
 *  @param organizations verified on or before the end of the period and neither refused nor suspended at its end, by their seat; nothing is said of one organisation
 *                       or of a group of people; of a campaign: those whose opportunities it holds
 *  @param opportunities published in the period and not cancelled; of a group of people: 0
 *  @param offered       places of shifts that begin in the period and are not cancelled, of opportunities that were published; of a group of people: 0
 *  @param filled        places of those shifts that were promised to somebody and not given back (accepted applications); people who came without a place fill none
 *  @param applications  made in the period, whatever became of them
 *  @param came          attendances of shifts that began in the period and whose day is closed, those without a place included
 *  @param kept          of them, with a place
 *  @param missed        places promised in such shifts whose people did not come and had not said so
 *  @param answer        from an application to the organisation's answer, of applications answered in the period; what is accepted at once waits for nobody and is not among them
 *  @param confirmation  from the proposal of hours to their confirmation, of hours confirmed in the period, also of what was taken back since
 *  @param sample        of confirmed hours that were asked back in the period */
public record OperationFigures(Scope scope, Period period, Instant asOf, OptionalLong registered, OptionalLong organizations, long opportunities, long offered,
    long filled, long applications, long came, long kept, long missed, Waiting answer, Waiting confirmation, AskedBack sample) {

  /** Missed of promised, of one; nothing where nothing was promised on a closed day. */
  public OptionalDouble noShowRate() {
    return kept + missed == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) missed / (kept + missed));
  }

  /** Filled of offered, of one; nothing where nothing was offered. */
  public OptionalDouble filledRate() {
    return offered == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) filled / offered);
  }

  /** How long people waited for something, in minutes, true within 10 %.
   *  @param count     how many waits are behind it
   *  @param median    half of them waited no longer
   *  @param ninetieth nine of ten waited no longer */
  public record Waiting(long count, OptionalInt median, OptionalInt ninetieth) {

    static Waiting of(Waits waits) {
      return new Waiting(waits.count(), waits.within(0.5), waits.within(0.9));
    }
  }

  /** What came of asking a random sample of confirmed hours back.
   *  @param asked     also those whose time to answer is not over
   *  @param answered  of them
   *  @param confirmed of those that answered: "yes, I was there" */
  public record AskedBack(long asked, long answered, long confirmed) {

    /** From how many answers on a rate is shown: fewer would say little, and something of single people. */
    public static final int FEWEST = 20;

    public boolean shown() {
      return answered >= FEWEST;
    }

    /** Confirmed of answered, of one; nothing where nobody answered. */
    public OptionalDouble rate() {
      return answered == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) confirmed / answered);
    }
  }
}
