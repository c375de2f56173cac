package dz.linatatawwa.eligibility;

/** How one condition stands for one person.
 *  @param have in the unit of the condition
 *  @param need in the same unit */
public record Part(Condition condition, boolean met, long have, long need) {

  /** What is missing; 0 when it is met. */
  public long missing() {
    return met ? 0 : Math.max(0, need - have);
  }
}
