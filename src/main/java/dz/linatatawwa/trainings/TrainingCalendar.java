package dz.linatatawwa.trainings;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.CalendarFile;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The coming sessions of a training as a calendar file. */
public final class TrainingCalendar {

  private TrainingCalendar() {}

  /** @param address of the training's page
   *  @param where   says a session's place */
  public static String of(Training training, List<Session> sessions, String address, Function<Session, String> where, Words words, Instant now) {
    CalendarFile calendar = new CalendarFile("trainings", now);
    for (Session session : sessions) {
      calendar.event("training-session-" + session.id(), session.startsAt(), session.endsAt(), training.name().in(words.language()),
          training.about().in(words.language()), where.apply(session), address, false);
    }
    return calendar.text();
  }
}
