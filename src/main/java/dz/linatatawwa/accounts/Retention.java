package dz.linatatawwa.accounts;

import dz.linatatawwa.site.Setting;
import java.time.Instant;

/** A period after which something goes by itself, each night.
 *  @param code     its words are {@code privacy.retention.CODE}
 *  @param days     the period; an administrator may change it
 *  @param removing takes away at most a thousand things that are older than a moment, says how many; is asked again until it says less */
public record Retention(String code, Setting.Whole days, Removing removing) {

  /** So many at once. */
  public static final int BATCH = 1000;

  /** Takes away what is older. */
  @FunctionalInterface
  public interface Removing {
    int before(Instant moment);
  }

  /** A period whose setting is {@code privacy.CODE}. */
  public static Retention of(String code, int standard, int least, int most, Removing removing) {
    return new Retention(code, new Setting.Whole("privacy." + code, standard, least, most), removing);
  }
}
