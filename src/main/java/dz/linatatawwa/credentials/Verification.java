package dz.linatatawwa.credentials;

import java.util.List;

/** What /verify says of a thing that somebody shows.
 *  @param outcome how it stands
 *  @param what    what it is called, in the reader's language; empty where that says nothing (not ours, unknown)
 *  @param holder  the minimum of a name: first name and initial; empty for minors and where there is none to tell
 *  @param facts   what else it says, in the reader's language, in the order to be read
 *  @param link    path of ours that shows more; empty where there is none */
public record Verification(Outcome outcome, String what, String holder, List<Fact> facts, String link) {

  /** How a thing stands. */
  public enum Outcome {
    /** Ours, unchanged, and it stands. */
    VALID,
    /** It names us, but is not as we signed it. */
    CHANGED,
    /** Ours, and taken back since. */
    REVOKED,
    /** Ours, and its time is over. */
    EXPIRED,
    /** Of another issuer. */
    NOT_OURS,
    /** Nothing that anybody here can read or has given out. */
    UNKNOWN
  }

  /** @param label in the reader's language
   *  @param value in the reader's language */
  public record Fact(String label, String value) {}

  public Verification {
    facts = List.copyOf(facts);
  }

  /** An outcome that has nothing more to tell. */
  public static Verification bare(Outcome outcome) {
    return new Verification(outcome, "", "", List.of(), "");
  }
}
