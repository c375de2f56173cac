package dz.linatatawwa.hours;

/** A place where what is kept does not equal what the ledger says.
 *  @param what   which table or rule: {@code volunteer_total}, {@code claim}, …
 *  @param row    the key of the row
 *  @param kept   what is kept
 *  @param ledger what follows from the ledger */
public record Difference(String what, String row, long kept, long ledger) {}
