package dz.linatatawwa.volunteers;

import java.time.LocalDate;

/** Ages by year of birth. Only the year is asked for, so an age is what somebody has surely reached: whoever was born in 2007 is 18
 *  during 2026, and 19 from its last day. Doubt protects the young. */
public final class Ages {

  /** Below it nobody joins alone: only through a school or a scout group. */
  public static final int ALONE = 15;

  /** Below it nobody takes part even in a group. */
  public static final int IN_A_GROUP = 6;

  private Ages() {}

  public static int surely(int birthYear, LocalDate day) {
    boolean lastDay = day.getMonthValue() == 12 && day.getDayOfMonth() == 31;
    return day.getYear() - birthYear - (lastDay ? 0 : 1);
  }
}
