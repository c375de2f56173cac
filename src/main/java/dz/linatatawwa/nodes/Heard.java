package dz.linatatawwa.nodes;

/** A word that some node told all of them, this one too: it arrives once what it tells of is committed. Published on every node as an event.
 *  @param what the kind: {@code pages}, {@code session}; {@value #MISSED}: this node did not listen for a while, so whoever holds something in memory forgets it
 *  @param whom it concerns, as the teller wrote it; may be empty */
public record Heard(String what, String whom) {

  static final String MISSED = "missed";

  /** Whether words may have been missed. */
  public boolean missed() {
    return what.equals(MISSED);
  }

  /** Whether this is such a word, or one may have been missed. */
  public boolean tellsOf(String kind) {
    return missed() || what.equals(kind);
  }
}
