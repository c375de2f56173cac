package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import org.jspecify.annotations.Nullable;

/** Which matters of a queue to show; what is null does not matter.
 *  @param daira number of a daira
 *  @param field code of a field of volunteering
 *  @param hand  who has it in hand
 *  @param show  in which state */
public record MatterFilter(@Nullable String kind, @Nullable WilayaCode wilaya, @Nullable Integer daira, @Nullable String field, @Nullable AccountId hand, Show show) {

  /** Which of the matters of a territory. */
  public enum Show {
    /** Everything that waits. */
    WAITING,
    /** What has waited too long. */
    OVERDUE,
    /** What nobody has in hand. */
    FREE,
    /** What the supervisor who asks has in hand. */
    MINE,
    /** What was decided, in place of what waits. */
    DECIDED
  }

  /** Everything that waits. */
  public static MatterFilter waiting() {
    return new MatterFilter(null, null, null, null, null, Show.WAITING);
  }

  /** These, in another state. */
  public MatterFilter showing(Show other) {
    return new MatterFilter(kind, wilaya, daira, field, hand, other);
  }

  /** Those of one kind. */
  public MatterFilter ofKind(String one) {
    return new MatterFilter(one, wilaya, daira, field, hand, show);
  }
}
