package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.volunteers.GuardianConsentWithdrawn;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What follows here from what happened in lower rooms: whoever leaves, or may no longer take part, gives their places back. Certificates of who has left are
 *  withdrawn by the credentials themselves; that somebody attended stays as a number. */
@Component
class TrainingFollowers {

  private final RegistrationTable table;
  private final TrainingSessionTable sessions;
  private final TrainingTable trainings;
  private final TrainingPlaces places;
  private final TrainingTidings tidings;
  private final Volunteers volunteers;
  private final Clock clock;

  TrainingFollowers(RegistrationTable table, TrainingSessionTable sessions, TrainingTable trainings, TrainingPlaces places, TrainingTidings tidings,
      Volunteers volunteers, Clock clock) {
    this.table = table;
    this.sessions = sessions;
    this.trainings = trainings;
    this.places = places;
    this.tidings = tidings;
    this.volunteers = volunteers;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(AccountClosed closed) {
    leave(closed.account(), false);
  }

  @ApplicationModuleListener
  void on(GuardianConsentWithdrawn withdrawn) {
    if (!withdrawn.endsTakingPart()) return;
    volunteers.find(withdrawn.minor()).filter(person -> !volunteers.mayTakePart(person)).ifPresent(person -> leave(person.id(), true));
  }

  private void leave(AccountId person, boolean told) {
    for (RegistrationTable.Row seen : table.livingOf(person)) {
      Session session = sessions.lock(seen.session());
      RegistrationTable.Row row = table.lock(seen.id());
      if (!row.living() || !session.coming(clock.instant())) continue;
      Training training = trainings.find(row.training(), LocalDate.now(clock.withZone(Words.ZONE))).orElseThrow();
      places.end(row, "withdrawn", training, session);
      if (told) tidings.about(row.id(), person, training, session, "consent-ended", words -> "");
    }
  }
}
