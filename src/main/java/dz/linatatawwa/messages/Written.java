package dz.linatatawwa.messages;

import java.time.Duration;

/** What became of a message. */
public sealed interface Written {

  /** It was said; sent twice it was said once.
   *  @param message its number */
  record Sent(ConversationId conversation, long message) implements Written {}

  /** It cannot be said so.
   *  @param key  of the reason
   *  @param most characters; 0: nothing to count */
  record Unfit(String key, int most) implements Written {}

  /** Nobody may write there now. */
  record Hindered(Hindrance why) implements Written {}

  /** Too much at once. @param pause until one may again */
  record TooOften(Duration pause) implements Written {}
}
