package dz.linatatawwa.trainings;

import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that a person is registered for.
 *  @param state     {@code registered}, {@code waiting} or {@code offered}
 *  @param position  in the waiting list, from 1; 0 elsewhere
 *  @param digits    said aloud at the door
 *  @param offerEnds until when an offered place is to be confirmed */
public record OwnTraining(RegistrationId id, TrainingId training, LocalName name, LocalName hostName, SessionId session, String state, int position,
    String digits, @Nullable Instant offerEnds, Instant startsAt, Instant endsAt, boolean remote, @Nullable String commune, String address, String link) {

  public boolean is(String other) {
    return state.equals(other);
  }
}
