package dz.linatatawwa.recognition;

import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a badge or a level.
 *  @param id          of the badge, the same for all its versions
 *  @param key         part of its address: {@code five-wilayas}
 *  @param version     from 1
 *  @param words       one or two sentences about it
 *  @param keeps       whoever holds an older version keeps it as long as the rule of that version fits
 *  @param publishedAt null: a draft
 *  @param retiredAt   null: it is still given */
public record Badge(long id, String key, Kind kind, int sort, int version, LocalName name, LocalName words, Picture picture, Rule rule, boolean keeps,
    Instant changedAt, @Nullable Instant publishedAt, @Nullable Instant retiredAt) {

  /** Whether it is given and held, or holds as long as its rule fits. */
  public enum Kind {
    BADGE, LEVEL;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public boolean isLevel() {
    return kind == Kind.LEVEL;
  }

  public boolean retired() {
    return retiredAt != null;
  }

  public boolean published() {
    return publishedAt != null;
  }

  /** The path of its picture with its name in a language; another version has another address. */
  public String image(Language language) {
    return "/badges/" + key + ".svg?v=" + version + "&in=" + language.code();
  }
}
