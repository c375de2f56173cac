package dz.linatatawwa.upkeep;

/** One statement of the platform, as PostgreSQL counts it since it was last told to forget.
 *  @param text    without anybody's data: values are $1, $2, …
 *  @param calls   so many times
 *  @param mean    milliseconds of one
 *  @param longest milliseconds of the slowest
 *  @param share   of the time of all statements, 0 to 1 */
public record SlowQuery(String text, long calls, double mean, double longest, double share) {}
