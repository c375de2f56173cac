package dz.linatatawwa.demo;

/** How large the demonstration is.
 *  @param organizations bodies of all states, at least 20
 *  @param opportunities of a year past and two months to come
 *  @param volunteers    people who give time, some of them often, many never yet */
record Scale(int organizations, int opportunities, int volunteers) {

  static final Scale WHOLE = new Scale(2_000, 6_000, 40_000);
  /** Enough that searches find pages full of cards while the JVM rehearses. */
  static final Scale REHEARSAL = new Scale(60, 600, 600);

  Scale {
    if (organizations < 20 || opportunities < 20 || volunteers < 100) throw new IllegalArgumentException("too small a world");
  }
}
