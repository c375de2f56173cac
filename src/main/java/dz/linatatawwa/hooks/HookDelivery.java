package dz.linatatawwa.hooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message to one address, and how far it came.
 *  @param kind     a code of {@link HookKind}, or {@link HookKind#PING}
 *  @param madeAt   when it happened
 *  @param nextTry  null: it is not tried again by itself, or waits until its address is told again
 *  @param status   what was answered last; null: nobody answered, or nobody was asked yet
 *  @param fault    why nobody answered, as a code; null: somebody did, or nobody was asked
 *  @param millis   how long the last try took; null: none was made */
public record HookDelivery(long id, String event, String kind, Instant madeAt, State state, int tries, @Nullable Instant nextTry, @Nullable Instant triedAt, @Nullable Integer status,
    @Nullable String fault, @Nullable Integer millis) {

  /** How far it came. */
  public enum State {
    WAITING,
    ARRIVED,
    DEAD;

    /** As addresses and keys of words write it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** One try.
   *  @param answer the first letters of what the receiver said; may be empty */
  public record Attempt(Instant at, @Nullable Integer status, @Nullable String fault, int millis, String answer) {}

  /** A message with all that its page shows.
   *  @param body as it was sent */
  public record Whole(HookDelivery delivery, String body, List<Attempt> attempts) {
    public Whole {
      attempts = List.copyOf(attempts);
    }
  }
}
