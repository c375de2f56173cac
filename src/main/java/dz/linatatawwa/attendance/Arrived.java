package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deed that is to be taken: what is folded, and what is only kept beside it.
 *  @param sequence null at the desk
 *  @param deviceAt what the device's clock said; null at the desk */
record Arrived(ShiftId shift, AccountId volunteer, DayDeed deed, @Nullable Long sequence, @Nullable Instant deviceAt, @Nullable String reason) {

  /** Made on a page just now. */
  static Arrived atTheDesk(Mark mark, DeedKind kind, Instant at, @Nullable Times times, @Nullable String undoes) {
    return settled(mark, kind, Via.DESK, at, times, undoes);
  }

  /** What a person decided between two deeds.
   *  @param via whose times these are: a time from paper stays one from paper */
  static Arrived settled(Mark mark, DeedKind kind, Via via, Instant at, @Nullable Times times, @Nullable String undoes) {
    DayDeed deed = new DayDeed(mark.key(), kind, at, mark.by().value(), via, null, false, times, undoes);
    return new Arrived(mark.shift(), mark.volunteer(), deed, null, null, times == null ? null : times.reason());
  }

  /** @param at by our clock */
  static Arrived of(Batch batch, DeedLine line, Instant at) {
    DayDeed deed = new DayDeed(line.key(), line.kind(), at, batch.by().value(), batch.via(), batch.device(), line.twoSided(), line.times(), line.undoes());
    String reason = line.times() == null ? line.reason() : line.times().reason();
    return new Arrived(line.shift(), line.volunteer(), deed, line.sequence(), line.deviceAt(), reason);
  }

  String key() {
    return deed.key();
  }

  DeedKind kind() {
    return deed.kind();
  }

  AccountId by() {
    return new AccountId(deed.by());
  }
}
