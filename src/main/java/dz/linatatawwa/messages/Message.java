package dz.linatatawwa.messages;

import java.time.Instant;
import java.util.UUID;

/** One thing said in a conversation.
 *  @param mark     by which it is reported
 *  @param author   who wrote it; "—" once they have left
 *  @param withheld taken out of sight by a supervisor's decision: the words are empty */
public record Message(long id, UUID mark, Side side, String author, String words, Instant at, boolean withheld) {

  /** Whether this side said it. */
  public boolean by(Side one) {
    return side == one;
  }
}
