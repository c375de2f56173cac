package dz.linatatawwa.trainings;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.CalendarFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The coming sessions of a training as a calendar file. */
public final class TrainingCalendar {

  private TrainingCalendar() {}

  /** @param changed when each session last changed
   *  @param address of the training's page
   *  @param where   says a session's place */
  public static String of(Training training, List<Session> sessions, Map<SessionId, Instant> changed, String address, Function<Session, String> where, Words words) {
    String name = training.name().in(words.language());
    CalendarFile calendar = new CalendarFile("trainings", name);
    for (Session session : sessions) {
      calendar.event(new CalendarFile.Event("training-session-" + session.id(), session.startsAt(), session.endsAt(), name, training.about().in(words.language()),
          where.apply(session), address, CalendarFile.Status.CONFIRMED, changed.getOrDefault(session.id(), Instant.EPOCH), null));
    }
    return calendar.text();
  }
}
