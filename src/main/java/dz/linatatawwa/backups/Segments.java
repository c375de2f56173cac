package dz.linatatawwa.backups;

/** Names of the files of PostgreSQL's log: eight digits for the timeline, eight for each four gigabytes, eight for the sixteen megabytes within them; hexadecimal. */
final class Segments {

  private static final long A_ROUND = 256;

  private Segments() {}

  /** How many there are from one to another of the same timeline, both counted. */
  static long between(String first, String last) {
    return number(last) - number(first) + 1;
  }

  private static long number(String name) {
    return Long.parseLong(name.substring(8, 16), 16) * A_ROUND + Long.parseLong(name.substring(16, 24), 16);
  }
}
