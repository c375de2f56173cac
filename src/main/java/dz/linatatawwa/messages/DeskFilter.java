package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;

/** Which conversations an organisation's desk shows.
 *  @param words of the volunteer's name or the opportunity's title; may be empty
 *  @param me    who looks */
public record DeskFilter(Show show, String words, AccountId me) {

  /** A kind of them; as addresses write it in lower case. */
  public enum Show {
    /** Those that wait for an answer, the longest first. */
    UNANSWERED,
    /** Those that one answers oneself. */
    MINE,
    /** All that are open. */
    OPEN,
    /** Those that were closed. */
    CLOSED;

    /** As addresses and keys of words write it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What an address says; what waits where it says nothing. */
    public static Show of(String code) {
      for (Show one : values()) if (one.code().equals(code)) return one;
      return UNANSWERED;
    }
  }
}
