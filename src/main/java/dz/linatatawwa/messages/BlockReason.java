package dz.linatatawwa.messages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an organisation takes no more messages of somebody. Words: {@code messages.block.CODE}. */
public enum BlockReason {
  RUDE, SPAM, PRESSURE, OTHER;

  /** As kept. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What was typed or kept; nothing when it is none. */
  public static Optional<BlockReason> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
