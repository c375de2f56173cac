package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One decision on many matters, and what came of each. */
public record Bulk(long id, String kind, Decision decision, AccountId by, Instant at, @Nullable Instant undoneAt, List<Part> parts) {

  /** So long it can be taken back. */
  public static final Duration UNDO = Duration.ofMinutes(15);

  /** At most so many at once. */
  public static final int MOST = 100;

  public Bulk {
    parts = List.copyOf(parts);
  }

  /** What came of one matter.
   *  @param undone whether the decision was taken back
   *  @param stays  why it could not be, as a message key; null: nobody tried, or it was */
  public record Part(MatterId matter, String summary, Answer answer, boolean undone, @Nullable String stays) {}

  /** The answers. */
  public enum Answer {
    /** Nobody got to it: the process stopped. It can be gone on with. */
    WAITS,
    /** Decided. */
    DONE,
    /** Somebody else had decided it. */
    ALREADY,
    /** The supervisor belongs to one of the sides. */
    PARTIAL,
    /** The decision does not fit this one. */
    UNFIT,
    /** It is not (any more) the supervisor's to decide. */
    FOREIGN,
    /** The room of the matter could not carry it out; nothing of it was done. */
    FAILED;

    /** As kept in the database and in message keys. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Whether its time to be taken back is not over, and there is something of which nobody has tried it. */
  public boolean undoable(Instant now) {
    return now.isBefore(at.plus(UNDO)) && parts.stream().anyMatch(part -> part.answer() == Answer.DONE && !part.undone() && part.stays() == null);
  }

  /** How many decisions stand: taken, and not taken back. */
  public int standing() {
    return (int) parts.stream().filter(part -> part.answer() == Answer.DONE && !part.undone()).count();
  }

  /** How many parts came out like this. */
  public int count(Answer answer) {
    return (int) parts.stream().filter(part -> part.answer() == answer).count();
  }
}
