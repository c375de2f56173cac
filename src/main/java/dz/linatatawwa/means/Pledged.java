package dz.linatatawwa.means;

/** What came of a promise. */
public sealed interface Pledged {

  /** It stands. */
  record Made(long id) implements Pledged {}

  /** Others were quicker: so much is still wanted; 0 where nothing is. */
  record TooMuch(int left) implements Pledged {}

  /** It is not asked for any more. */
  record Over() implements Pledged {}

  /** Who is not of age promises no goods: they belong to the family, and a guardian may promise them. */
  record Minor() implements Pledged {}

  /** An organisation promises nothing to itself. */
  record Own() implements Pledged {}

  /** Somebody has so many promises that wait. */
  record TooMany(int most) implements Pledged {}
}
