package dz.linatatawwa.turnout;

import java.util.OptionalInt;

/** How long people waited, in classes that grow by a quarter of an octave each: from a class to the next it is 19 % longer. So waiting times of days, places
 *  and years add up, and a middle one is found without looking at them again.
 *  @param counts how many waited so long, by class ({@code turnout.wait_class} in SQL): class 0 is under a minute, class k up to 2^(k/4) minutes */
record Waits(long[] counts) {

  /** The last class holds everything from about two years on. */
  static final int CLASSES = 82;

  static Waits none() {
    return new Waits(new long[CLASSES]);
  }

  void add(int clazz, long count) {
    counts[clazz] += count;
  }

  long count() {
    long sum = 0;
    for (long count : counts) sum += count;
    return sum;
  }

  /** Minutes within which this share waited: the middle of the class in which the lower of two stands, never further than 10 % from the true one.
   *  @param share of one, above 0 */
  OptionalInt within(double share) {
    long wanted = (long) Math.ceil(share * count());
    long seen = 0;
    for (int i = 0; i < CLASSES; i++) {
      seen += counts[i];
      if (seen > 0 && seen >= wanted) return OptionalInt.of(minutes(i));
    }
    return OptionalInt.empty();
  }

  /** What stands for a class: 0 for none, else the geometric middle. */
  static int minutes(int clazz) {
    return clazz == 0 ? 0 : (int) Math.round(Math.pow(2, (clazz - 0.5) / 4));
  }
}
