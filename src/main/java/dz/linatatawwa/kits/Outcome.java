package dz.linatatawwa.kits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a line; the same key gets the same answer for ever.
 *  @param outcome done, already, conflict, review or refused
 *  @param code    why, where it was not simply done
 *  @param at      the time that was kept */
public record Outcome(String key, String outcome, @Nullable String code, @Nullable Instant at) {

  static Outcome refused(Line line, String code) {
    return new Outcome(line.key(), "refused", code, null);
  }
}
