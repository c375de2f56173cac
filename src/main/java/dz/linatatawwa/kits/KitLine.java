package dz.linatatawwa.kits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kit as its leader sees it in a list. */
public record KitLine(long id, String kind, String phone, long shiftId, long organizationId, String title, Instant startsAt, Instant takenAt,
    @Nullable Instant lastSeen, @Nullable Instant returnedAt, @Nullable Instant withdrawnAt) {

  public boolean kiosk() {
    return kind.equals("kiosk");
  }

  /** Still holds a roster, as far as we know. */
  public boolean out() {
    return returnedAt == null && withdrawnAt == null;
  }
}
