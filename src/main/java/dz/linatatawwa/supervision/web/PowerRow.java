package dz.linatatawwa.supervision.web;

/** A power as the tree shows it.
 *  @param depth    how many powers of the page it hangs under
 *  @param term     from when until when, in words
 *  @param state    {@code now}, {@code soon} (it ends within thirty days), {@code later} (it has not begun), {@code lent} (in place of somebody who is away)
 *  @param granter  who gave it
 *  @param deputies how many powers hang under it, at any depth
 *  @param mayEnd   whether the reader may end it
 *  @param mayAway  whether the reader may say that its holder is away */
public record PowerRow(long id, int depth, long account, String name, String place, String term, String state, String granter, int deputies, boolean mayEnd, boolean mayAway) {}
