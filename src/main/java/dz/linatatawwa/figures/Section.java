package dz.linatatawwa.figures;

import java.time.LocalDate;

/** Reads packed persons one after the other. */
final class Section {

  /** No person: the section is read. */
  static final int NONE = Integer.MAX_VALUE;

  final byte[] data;
  final int year;
  /** Of the first of January, in days since 1970. */
  final int firstDay;
  final boolean leap;
  /** What it says of a person is as of now; a slice's may be older. */
  final boolean fresh;
  private final int end;
  private int next;
  /** Number within the part. */
  int person;
  int facts;
  int lines;
  /** Where their first line stands. */
  int at;

  /** @param from where it begins in these bytes
   *  @param to   where it ends, its two last bytes included */
  Section(byte[] data, int from, int to, int year, boolean fresh) {
    this.data = data;
    this.year = year;
    this.fresh = fresh;
    this.end = to - Packed.END;
    this.next = from;
    LocalDate january = LocalDate.of(Math.max(1, year), 1, 1);
    this.firstDay = (int) january.toEpochDay();
    this.leap = january.isLeapYear();
    advance();
  }

  void advance() {
    if (next >= end) {
      person = NONE;
      return;
    }
    int head = Packed.intAt(data, next);
    person = head >>> 12;
    lines = head & Packed.MOST_LINES;
    facts = Packed.factsAt(data, next + 4);
    at = next + Packed.PERSON;
    next = at + lines * Packed.LINE;
  }
}
