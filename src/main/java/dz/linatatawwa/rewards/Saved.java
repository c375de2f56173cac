package dz.linatatawwa.rewards;

/** What came of a partner's deed on a benefit. */
public sealed interface Saved {

  /** It stands as wished. */
  record Done(BenefitId id) implements Saved {}

  /** Something does not fit.
   *  @param field which part of the form
   *  @param key   why, as a message key
   *  @param limit the bound that the words name, or 0 */
  record Unfit(String field, String key, long limit) implements Saved {}
}
