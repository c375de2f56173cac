package dz.linatatawwa.trainings;

import dz.linatatawwa.language.Words;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One time that a training is given.
 *  @param wilaya  code; null where it is held at a distance
 *  @param link    where it is held at a distance, for who has a place; may be empty
 *  @param trainer the name of who teaches
 *  @param state   {@code open}, {@code held} (closed with its attendance) or {@code cancelled} */
public record Session(SessionId id, TrainingId training, Instant startsAt, Instant endsAt, boolean remote, @Nullable String wilaya,
    @Nullable String commune, String address, String link, String trainer, int capacity, int taken, String state, @Nullable String cancelReason) {

  public boolean is(String other) {
    return state.equals(other);
  }

  public boolean coming(Instant now) {
    return is("open") && startsAt.isAfter(now);
  }

  /** It has begun and its attendance is not closed yet. */
  public boolean toClose(Instant now) {
    return is("open") && !startsAt.isAfter(now);
  }

  public int left() {
    return capacity - taken;
  }

  /** The day of its beginning in Algeria. */
  public LocalDate day() {
    return startsAt.atZone(Words.ZONE).toLocalDate();
  }

  /** The day of its end in Algeria. */
  public LocalDate lastDay() {
    return endsAt.atZone(Words.ZONE).toLocalDate();
  }
}
