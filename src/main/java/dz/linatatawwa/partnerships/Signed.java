package dz.linatatawwa.partnerships;

/** What came of a try to sign. */
public sealed interface Signed {

  /** The signature stands.
   *  @param whole whether it was the last one: the agreement is signed by everybody */
  record Done(boolean whole) implements Signed {}

  /** The text is no longer the one that was shown, or is not being signed now. */
  record Changed() implements Signed {}

  /** The contact that was proved is not the signatory's own. */
  record NotTheirs() implements Signed {}
}
