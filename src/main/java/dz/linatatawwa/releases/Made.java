package dz.linatatawwa.releases;

/** What became of the wish for an edition. */
public sealed interface Made {

  /** A draft stands. */
  record Drafted(Edition edition) implements Made {}

  /** An edition stands for everybody. */
  record Published(Edition edition) implements Made {}

  /** Nothing was made. */
  record Refused(Why why) implements Made {}

  /** Why nothing was made. */
  enum Why {
    /** The quarter or the year is not over. */
    NOT_OVER("not-over"),
    /** No entry of the ledger has its place yet. */
    NO_CHECKPOINT("no-checkpoint"),
    /** Nothing came into the ledger since the edition that stands. */
    NOTHING_NEW("nothing-new"),
    /** A revision must say what it changes: 10 to 2,000 characters. */
    NO_NOTE("no-note"),
    /** Beside the edition that stands, single people could be worked out of this one. */
    GIVES_AWAY("gives-away"),
    /** There is no such draft any more. */
    GONE("gone"),
    /** Since the draft was counted, a release that shares days with it was published: what may be subtracted is another thing now. */
    OVERTAKEN("overtaken");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    /** As message keys have it. */
    public String code() {
      return code;
    }
  }
}
