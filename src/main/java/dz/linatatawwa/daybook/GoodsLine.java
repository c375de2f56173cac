package dz.linatatawwa.daybook;

/** One line of a day's goods.
 *  @param what as people call it; may be empty where the unit says it */
public record GoodsLine(long id, GoodsKind kind, String what, int quantity, Unit unit) {}
