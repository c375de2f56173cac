package dz.linatatawwa.stories;

import java.util.Locale;

/** How far a story has come, as the media cell sees it. */
public enum StoryState {
  /** Never published. */
  DRAFT,
  /** Its hour is to come. */
  SCHEDULED,
  /** Everybody sees it. */
  SHOWN,
  /** It would be shown, but whoever tells it does not agree (any more). */
  SILENT,
  /** The media cell took it back. */
  BACK,
  /** A supervisor's decision keeps it out of sight. */
  WITHHELD;

  /** As in message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
