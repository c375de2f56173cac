package dz.linatatawwa.statistics.web;

import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Option;
import java.util.List;
import java.util.Optional;

/** The form over the numbers, in the reader's words.
 *  @param period  what is shown, and {@code dates} its days
 *  @param running whether it lasts still
 *  @param before  what it is compared with; empty: with nothing
 *  @param chosen  the code of the period
 *  @param chips   what is applied, each leading to the page without it
 *  @param earlier the period before, and {@code later} the one after */
public record Filters(String period, String dates, boolean running, String before, String chosen, List<Option> periods, List<Option> fields, List<Option> activities,
    List<Option> audiences, List<Option> sexes, List<Option> ages, List<Option> grades, List<Link> chips, Optional<Link> earlier, Optional<Link> later) {}
