package dz.linatatawwa.means;

/** Goods of one unit in a time.
 *  @param unit      code of what is counted
 *  @param pledged   promised in it, as far as the promise stands or was kept
 *  @param delivered brought in it, whenever it was promised; what was reversed is taken off when it is reversed */
public record PledgedUnit(String unit, long pledged, long delivered) {}
