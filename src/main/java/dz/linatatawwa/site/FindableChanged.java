package dz.linatatawwa.site;

/** Something that everybody may see was made, changed or taken away: said within the transaction that does it, by rooms whose tables no trigger listens to.
 *  @param kind as its {@link FindableThings} names it */
public record FindableChanged(String kind, long id) {}
