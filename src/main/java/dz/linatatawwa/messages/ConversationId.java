package dz.linatatawwa.messages;

import java.util.Optional;
import java.util.UUID;

/** Names a conversation as addresses do; nobody guesses it. */
public record ConversationId(UUID value) {

  /** What an address says; nothing when it is none. */
  public static Optional<ConversationId> read(String typed) {
    return uuid(typed).map(ConversationId::new);
  }

  /** Its page for the volunteer. */
  public String path() {
    return "/messages/" + value;
  }

  static Optional<UUID> uuid(String typed) {
    boolean written = typed.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    return written ? Optional.of(UUID.fromString(typed)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
