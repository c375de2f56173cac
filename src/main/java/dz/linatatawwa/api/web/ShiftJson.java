package dz.linatatawwa.api.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.Shift;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/** A shift: its times in Algeria, and as instants.
 *  @param taken seats that are held */
record ShiftJson(long id, long opportunity, LocalDate day, @Schema(pattern = "^[0-9]{2}:[0-9]{2}$", example = "08:30") String begins,
    @Schema(pattern = "^[0-9]{2}:[0-9]{2}$", example = "12:30") String ends, Instant startsAt, Instant endsAt, int capacity, int taken,
    @Schema(allowableValues = {"open", "closed", "cancelled"}) String state, List<RoleJson> roles) {

  /** What somebody does within a shift. */
  record RoleJson(String name, int capacity, int taken) {}

  static ShiftJson of(Shift it) {
    return new ShiftJson(it.id().value(), it.opportunity().value(), it.day(), time(it.startsAt()), time(it.endsAt()), it.startsAt(), it.endsAt(), it.capacity(), it.taken(),
        it.state().name().toLowerCase(Locale.ROOT), it.roles().stream().map(role -> new RoleJson(role.name(), role.capacity(), role.taken())).toList());
  }

  private static String time(Instant at) {
    LocalTime time = at.atZone(Words.ZONE).toLocalTime();
    return "%02d:%02d".formatted(time.getHour(), time.getMinute());
  }
}
