package dz.linatatawwa.releases;

/** Which part of the ledger is counted.
 *  @param above places from this one on; 0: from the first
 *  @param below places below this one: the size of the tree */
record Ledger(long above, long below) {

  static Ledger upTo(long size) {
    return new Ledger(0, size);
  }
}
