package dz.linatatawwa.integrity;

import java.time.LocalDate;

/** What came of asking a random sample of confirmed hours back, over the last twelve months.
 *  @param asked     people were asked, whose time to answer is over or who have answered
 *  @param answered  of them
 *  @param confirmed of those that answered: "yes, I was there"
 *  @param since     the first day of the twelve months */
public record SampleRate(long asked, long answered, long confirmed, LocalDate since) {

  /** From how many answers on a share is shown: fewer would say little, and something of single people. */
  public static final int FEWEST = 20;

  public boolean shown() {
    return answered >= FEWEST;
  }

  /** Confirmed of answered, of one. */
  public double confirmedShare() {
    return answered == 0 ? 0 : (double) confirmed / answered;
  }

  /** Answered of asked, of one. */
  public double answeredShare() {
    return asked == 0 ? 0 : (double) answered / asked;
  }
}
