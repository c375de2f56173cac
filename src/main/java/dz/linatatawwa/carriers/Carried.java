package dz.linatatawwa.carriers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a parcel. */
public sealed interface Carried {

  /** The other side has it.
   *  @param reference what the other side calls it, if it told; by this a later {@link Receipt} finds it
   *  @param parts     of an SMS how many it was cut into, else 1 */
  record Handed(@Nullable String reference, int parts) implements Carried {

    /** Handed over, with nothing more to tell. */
    public static final Handed PLAINLY = new Handed(null, 1);
  }

  /** The other side will never take it: no such mailbox, no such number, a phone that unsubscribed.
   *  @param why a short code, without anything about the person */
  record Refused(String why) implements Carried {}

  /** The other side is too busy now: this was no try. */
  record Later(Duration pause) implements Carried {

    public Later {
      if (pause.isNegative() || pause.isZero()) throw new IllegalArgumentException("not a pause: " + pause);
    }
  }
}
