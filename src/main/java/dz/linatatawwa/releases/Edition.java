package dz.linatatawwa.releases;

import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One making of a quarter's or a year's figures. What is published stays; a later edition stands beside it.
 *  @param number      1, 2, …: the first, its revisions
 *  @param ledgerSize  entries of the ledger that were counted
 *  @param root        hash of these entries, 44 letters of Base64
 *  @param provisional made before the fifteenth day after the term's end
 *  @param note        what a revision changes and why; may be empty in a first edition
 *  @param sha256      of the package; null in a draft
 *  @param bytes       of the package; 0 in a draft
 *  @param signedNote  what was signed, with the signature; null in a draft
 *  @param withdrawnWhy why it does not hold any more; null while it holds */
public record Edition(long id, Term term, int number, State state, long ledgerSize, String root, boolean provisional, Instant madeAt, String note,
    byte @Nullable [] sha256, long bytes, @Nullable String signedNote, @Nullable Instant publishedAt, @Nullable Instant withdrawnAt, @Nullable String withdrawnWhy) {

  /** What an edition is. */
  public enum State {
    /** Seen by those who publish, and replaced by the next draft. */
    DRAFT("draft"),
    PUBLISHED("published"),
    /** Stays where it was, with the reason why it does not hold. */
    WITHDRAWN("withdrawn");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** As kept, and as message keys have it. */
    public String code() {
      return code;
    }

    static State of(String code) {
      for (State state : values()) if (state.code.equals(code)) return state;
      throw new IllegalArgumentException("no state: " + code);
    }
  }

  /** 2026Q3.2: as files are named. */
  public String fileName() {
    return term.name() + "." + number;
  }

  /** Where it stands for ever. */
  public String path() {
    return "/data/" + term.name() + "/" + number;
  }

  /** The hash of the package in hexadecimal digits; empty in a draft. */
  public String hash() {
    return sha256 == null ? "" : HexFormat.of().formatHex(sha256);
  }

  /** Whether everybody sees it. */
  public boolean isOpen() {
    return state != State.DRAFT;
  }
}
