package dz.linatatawwa.trainings;

import dz.linatatawwa.site.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Places of a session and those who wait for one. Everything here happens under the lock of the session, so that a place is never idle while somebody waits,
 *  and never given past somebody who came first. */
@Component
class TrainingPlaces {

  private final TrainingSessionTable sessions;
  private final RegistrationTable table;
  private final TrainingTidings tidings;
  private final Clock clock;
  private final Settings settings;

  TrainingPlaces(TrainingSessionTable sessions, RegistrationTable table, TrainingTidings tidings, Clock clock, Settings settings) {
    this.sessions = sessions;
    this.table = table;
    this.tidings = tidings;
    this.clock = clock;
    this.settings = settings;
  }

  /** Takes a place for somebody who comes now, unless others wait for one. */
  boolean take(SessionId session) {
    return !table.someoneWaits(session) && sessions.take(session);
  }

  /** Ends a living registration; a place that it held goes on to the first who waits. */
  void end(RegistrationTable.Row row, String state, Training training, Session session) {
    table.move(row.id(), state);
    if (!row.holdsPlace()) return;
    sessions.giveBack(session.id());
    promote(training, session);
  }

  /** Ends a registration for a session that was called off: its place goes to nobody. */
  void cancel(RegistrationTable.Row row) {
    table.move(row.id(), "cancelled");
    if (row.holdsPlace()) sessions.giveBack(row.session());
  }

  /** Offers every free place to those who wait, in order of arrival, while there is time left to come. */
  void promote(Training training, Session session) {
    Instant now = clock.instant();
    if (!session.coming(now)) return;
    for (Optional<RegistrationTable.Row> next = table.nextWaiting(session.id()); next.isPresent() && sessions.take(session.id());
        next = table.nextWaiting(session.id())) {
      Instant latest = now.plus(Duration.ofHours(settings.get(TrainingSettings.OFFER_HOURS)));
      Instant ends = latest.isBefore(session.startsAt()) ? latest : session.startsAt();
      table.offer(next.get().id(), ends);
      tidings.offered(next.get().id(), next.get().volunteer(), training, session, ends);
    }
  }
}
