package dz.linatatawwa.eligibility;

import java.time.LocalDate;
import java.time.MonthDay;

/** On which days something must have been done. A day is one of Africa/Algiers, as the ledger keeps it. */
public sealed interface Period {

  /** Ever. */
  record Always() implements Period {}

  /** The months up to the day of judgement: of 12 months on 5 December, from 6 December of the year before.
   *  @param months 1 to 120 */
  record LastMonths(int months) implements Period {
    public LastMonths {
      if (months < 1 || months > 120) throw new IllegalArgumentException("not a number of months: " + months);
    }
  }

  /** Two days and all between them. */
  record Between(LocalDate from, LocalDate to) implements Period {
    public Between {
      if (to.isBefore(from)) throw new IllegalArgumentException(from + " is after " + to);
    }
  }

  /** The same days in every year; may pass over New Year. */
  record EveryYear(MonthDay from, MonthDay to) implements Period {}

  /** Ramadan of any year, by the days that are kept and that an administrator may move. */
  record Ramadan() implements Period {}

  Period ALWAYS = new Always();
}
