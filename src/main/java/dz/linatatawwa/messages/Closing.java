package dz.linatatawwa.messages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an organisation ended a conversation. Words: {@code messages.closing.CODE}. */
public enum Closing {
  /** What was asked is answered: whoever asks on opens it again. */
  ANSWERED,
  /** What it was about is over. */
  OVER,
  /** It is not about volunteering here. */
  OFF_TOPIC;

  /** As kept. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What was typed or kept; nothing when it is none. */
  public static Optional<Closing> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
