package dz.linatatawwa.supervision;

import org.jspecify.annotations.Nullable;

/** How long matters of one kind take.
 *  @param waiting  now
 *  @param overdue  of these, longer than they should
 *  @param decided  in the last ninety days
 *  @param promised minutes that the clock of such a matter gives, in the middle; null: there was none
 *  @param median   minutes that half of the decided took
 *  @param slowest  minutes that nine of ten of the decided took at most
 *  @param inTime   share of the decided that came before their clock ran out, from 0 to 1 */
public record ServiceTime(String kind, int waiting, int overdue, int decided, @Nullable Integer promised, @Nullable Integer median, @Nullable Integer slowest,
    @Nullable Double inTime) {}
