package dz.linatatawwa.places;

/** How many slips of the hand lie between two words: a letter too many, too few, wrong, or two exchanged. */
final class Slips {

  private Slips() {}

  /** The number of slips, or more than {@code most} as soon as that is certain. */
  static int between(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) return most + 1;
    int[] before = new int[0];
    int[] last = new int[other.length() + 1];
    for (int j = 0; j < last.length; j++) last[j] = j;
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
        boolean exchanged = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        if (exchanged) row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[other.length()];
  }
}
