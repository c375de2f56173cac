package dz.linatatawwa.figures;

/** By what lines lie together. Persons are divided into parts by their numbers, so that one slice is read at once whatever the ledger holds. */
enum Kind {
  NATION(1, 11), WILAYA(2, 15), COMMUNE(3, 20), ORGANIZATION(4, 20), CAMPAIGN(5, 20);

  private final int number;
  private final int bits;

  Kind(int number, int bits) {
    this.number = number;
    this.bits = bits;
  }

  /** As kept. */
  int number() {
    return number;
  }

  int part(long person) {
    return Math.toIntExact(person >>> bits);
  }

  /** The number of a person within their part. */
  int within(long person) {
    return (int) (person & ((1L << bits) - 1));
  }

  /** The first person of a part. */
  long first(int part) {
    return (long) part << bits;
  }

  /** Whether lines of this kind say in which commune they were given; else in which wilaya. */
  boolean byCommune() {
    return this == WILAYA || this == COMMUNE;
  }

  static Kind of(int number) {
    return values()[number - 1];
  }
}
