package dz.linatatawwa.figures;

/** What the lines of the ledger say together.
 *  @param persons       with 60 counted minutes or more (N)
 *  @param givers        with any counted minutes: those behind the hours, by whom it is decided whether a cell may be shown
 *  @param minutes       of all givers (H); reversals are taken off
 *  @param medianMinutes of the persons: the one in the middle, the lower of two; 0 for none */
public record Totals(long persons, long givers, long minutes, long medianMinutes) {

  public static final Totals NONE = new Totals(0, 0, 0, 0);

  /** Minutes a person (H/N), rounded down; 0 for none. */
  public long meanMinutes() {
    return persons == 0 ? 0 : minutes / persons;
  }
}
