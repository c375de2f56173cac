package dz.linatatawwa.opportunities;

import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.IntStream;

/** The days of the week as a form offers them: from Saturday, as the country counts. */
public final class Weekdays {

  private Weekdays() {}

  /** Values are ISO numbers: 1 Monday … 7 Sunday. */
  public static List<Option> choices(Page page) {
    return IntStream.range(0, 7).mapToObj(DayOfWeek.SATURDAY::plus)
        .map(day -> Option.of(Integer.toString(day.getValue()), day.getDisplayName(TextStyle.FULL_STANDALONE, page.language().locale()))).toList();
  }
}
