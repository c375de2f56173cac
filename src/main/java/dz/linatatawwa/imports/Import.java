package dz.linatatawwa.imports;

import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One table that somebody brought, and how far it has come.
 *  @param organization whose opportunities they are; null: the table names the organisations
 *  @param madeBy       the number of an account; null: from the command line
 *  @param trouble      why it failed; for whoever looks after the platform */
public record Import(long id, Kind kind, @Nullable OrganizationId organization, String fileName, State state, Counts counts, Instant madeAt,
    @Nullable Long madeBy, @Nullable Instant endedAt, @Nullable Instant undoneAt, @Nullable String trouble) {

  /** How far it has come. */
  public enum State {
    UPLOADED, RUNNING, DONE, FAILED, CANCELLED, UNDOING, UNDONE;

    /** As kept. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String key() {
      return "imports.state." + code();
    }
  }

  /** Rows: every one that came in is stored, the same as one stored before, or bad.
   *  @param done   how many have been looked at
   *  @param undone how many of those stored were taken back
   *  @param kept   how many of those stored could not be */
  public record Counts(int in, int done, int stored, int same, int bad, int undone, int kept) {

    public Counts {
      if (done != stored + same + bad || done > in) throw new IllegalArgumentException("rows do not add up: " + in + ", " + done + " = " + stored + " + " + same + " + " + bad);
    }
  }

  /** Whether what it stored can be taken back now. */
  public boolean undoable() {
    return counts.stored() > 0 && (state == State.DONE || state == State.CANCELLED || state == State.FAILED);
  }

  /** Whether it stopped before its last row and can go on. */
  public boolean resumable() {
    return (state == State.CANCELLED || state == State.FAILED) && counts.done() < counts.in();
  }

  /** Whether something goes on in the background. */
  public boolean moving() {
    return state == State.RUNNING || state == State.UNDOING;
  }
}
