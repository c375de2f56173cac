package dz.linatatawwa.ideas;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of thing somebody proposes. */
public enum IdeaKind {
  /** Something that the platform itself should do better: answered by its team. */
  IMPROVEMENT,
  /** Something to do together: an organisation may make a campaign of it. */
  INITIATIVE,
  /** A place that needs hands: an organisation may take it, and show the place again afterwards. */
  NEED;

  /** As kept, in addresses and in message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<IdeaKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
