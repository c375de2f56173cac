package dz.linatatawwa.promotion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be passed on. The order is part of every short link: new ones come last, and none is taken out. */
public enum PromotedKind {
  OPPORTUNITIES, CAMPAIGNS, BADGES, ARCHIVE, STORIES;

  /** The first word of its addresses: {@code opportunities}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @param code anything that no kind has gives nothing */
  public static Optional<PromotedKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
