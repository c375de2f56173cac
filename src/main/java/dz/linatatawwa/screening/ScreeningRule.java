package dz.linatatawwa.screening;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A rule as it is worded now.
 *  @param wilaya    where it holds; null: in the whole nation
 *  @param writtenBy the author of this version
 *  @param endsOn    the last day on which it holds
 *  @param endedAt   when it was ended before that day
 *  @param held      how many opportunities it has held, in all its versions */
public record ScreeningRule(long id, @Nullable WilayaCode wilaya, int version, String title, Conditions conditions, AccountId writtenBy, Instant writtenAt,
    LocalDate endsOn, @Nullable Instant endedAt, long held) {

  /** Whether it holds on this day. */
  public boolean holdsOn(LocalDate day) {
    return endedAt == null && !endsOn.isBefore(day);
  }

  /** Whether it looks at what lies here. */
  public boolean covers(@Nullable WilayaCode place) {
    return wilaya == null || wilaya.equals(place);
  }
}
