package dz.linatatawwa.notices;

/** How much of a ceiling is used up.
 *  @param period  day or month
 *  @param parts   of text messages, each of which is paid for
 *  @param refused messages that were not sent because of it */
public record Spent(String period, int parts, int ceiling, int refused) {}
