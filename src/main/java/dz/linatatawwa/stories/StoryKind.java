package dz.linatatawwa.stories;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of story it is. */
public enum StoryKind {
  /** What happened, or will. */
  NEWS,
  /** What a volunteer has lived, in their words: it is theirs, and stands as long as they agree. */
  TESTIMONY;

  /** As kept, in addresses and in message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @param code anything that no kind has gives nothing */
  public static Optional<StoryKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
