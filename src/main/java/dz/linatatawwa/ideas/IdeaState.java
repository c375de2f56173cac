package dz.linatatawwa.ideas;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an idea has come. */
public enum IdeaState {
  RECEIVED, STUDIED, PLANNED, DONE, DECLINED;

  /** As kept, in addresses and in message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more is expected. */
  public boolean over() {
    return this == DONE || this == DECLINED;
  }

  /** Whether whoever puts an idea here must say something: what will be done, what was done, or why not. */
  public boolean needsWords() {
    return over() || this == PLANNED;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<IdeaState> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
  }
}
