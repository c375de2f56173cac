package dz.linatatawwa.rewards;

import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.LocalName;
import java.time.LocalDate;

/** What a partner writes of a benefit.
 *  @param symbol one of {@link Symbols#ALL}
 *  @param name   in Arabic at least
 *  @param rule   for whom it is */
public record Terms(Way way, String symbol, LocalName name, LocalName about, int quota, LocalDate takeFrom, LocalDate takeUntil, LocalDate useUntil, Rule rule) {}
