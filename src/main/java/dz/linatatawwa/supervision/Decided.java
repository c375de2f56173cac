package dz.linatatawwa.supervision;

/** What came of a try to decide a matter. */
public sealed interface Decided {

  /** It is decided, logged and told. */
  record Done(Matter matter) implements Decided {}

  /** Somebody was faster: the matter as they left it. */
  record Already(Matter matter) implements Decided {}

  /** Who wants to decide belongs to one of the sides. */
  record Partial() implements Decided {}

  /** The choice, its reason or its words do not fit.
   *  @param field which part of the form
   *  @param key   why, as a message key */
  record Unfit(String field, String key) implements Decided {}
}
