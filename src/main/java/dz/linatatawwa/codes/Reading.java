package dz.linatatawwa.codes;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;

/** What a scanned text says. */
public sealed interface Reading {

  /** A code of ours, of this person, good now.
   *  @param twoSided shown by the person's own phone, seconds ago; a card or a code made by the platform is not
   *  @param madeAt   when the phone made it; of a card, when it is read
   *  @param mark     tells this code from every other, so that it is used once; empty for a card, which stays the same */
  record Genuine(AccountId account, Source source, boolean twoSided, Instant madeAt, byte[] mark) implements Reading {}

  /** Not good, and why. */
  record Refused(Why why) implements Reading {}

  /** Where a code stands. */
  enum Source { PHONE, PAGE, CARD }

  /** Why a code is refused; {@link #key} says it to people. */
  enum Why {
    /** Not signed by whom it says. */
    FORGED("code-forged"),
    /** Good once, not now. */
    EXPIRED("code-expired"),
    /** None of our codes, or nobody of this shift. */
    FOREIGN("code-foreign"),
    /** Already used by another deed. */
    REPLAYED("code-replayed"),
    /** Withdrawn by its owner. */
    REVOKED("code-revoked");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    /** As it goes over the wire. */
    public String code() {
      return code;
    }

    /** The key of the sentence that says it. */
    public String key() {
      return "codes.refusal." + code;
    }
  }
}
