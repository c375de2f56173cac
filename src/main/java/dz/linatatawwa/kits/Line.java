package dz.linatatawwa.kits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One deed or note as a phone sends it.
 *  @param key    made by the phone (UUIDv7); the same key never does anything twice
 *  @param seq    the phone's own number of it, rising
 *  @param kind   check-in, check-out, walk-in, no-show, undo, incident or goods
 *  @param v      the volunteer; null for notes and for somebody told by {@code code} or {@code who}
 *  @param at     milliseconds of the phone's own clock
 *  @param code   what was scanned, checked here once more
 *  @param undoes the key of the deed that is taken back
 *  @param text   of a note
 *  @param place  of a note
 *  @param who    a walk-in who was written down by hand */
public record Line(String key, long seq, String kind, @Nullable Long v, long at, @Nullable String code, @Nullable String undoes,
    @Nullable String text, @Nullable String place, @Nullable Who who) {

  /** Somebody who is not on the roster.
   *  @param number   code of six digits of a volunteer; empty when the rest is given
   *  @param birthYear as typed */
  public record Who(@Nullable String number, @Nullable String name, @Nullable String contact, @Nullable String birthYear) {}

  Instant deviceAt() {
    return Instant.ofEpochMilli(at);
  }

  boolean note() {
    return kind.equals("incident") || kind.equals("goods");
  }
}
