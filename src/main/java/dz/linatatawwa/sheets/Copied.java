package dz.linatatawwa.sheets;

/** What came of a row that was to be written down. */
enum Copied {
  /** It is kept. */
  DONE,
  /** The same form came before. */
  ALREADY,
  /** Somebody else has written this row meanwhile. */
  CHANGED,
  /** Its hours are proposed: they are corrected there. */
  PROPOSED,
  /** Nobody copies their own row. */
  OWN
}
