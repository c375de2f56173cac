package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What people are told about their trainings, in their own language, with the deed's transaction. */
@Component
class TrainingTidings {

  private final Notices notices;

  TrainingTidings(Notices notices) {
    this.notices = notices;
  }

  void waits(RegistrationId id, AccountId volunteer, Training training, Session session, int position) {
    about(id, volunteer, training, session, "waiting", words -> words.number(position));
  }

  void offered(RegistrationId id, AccountId volunteer, Training training, Session session, Instant ends) {
    about(id, volunteer, training, session, "offered", words -> words.longDate(ends) + " " + words.time(ends));
  }

  /** @param what the last part of the kind: {@code placed}, {@code reminder}, {@code cancelled} … with words of the same name
   *  @param more what else is said */
  void about(RegistrationId id, AccountId volunteer, Training training, Session session, String what, InWords more) {
    InWords day = words -> words.longDate(session.startsAt());
    InWords begins = words -> words.time(session.startsAt());
    notices.tell(volunteer, "training-" + what, "trainings.notice." + what + ".title", "trainings.notice." + what + ".body", "/trainings/mine",
        "training-" + what + "-" + id + "-" + session.startsAt().getEpochSecond(), training.name(), day, begins, training.hostName(), more, session.address());
  }

  void completed(AccountId volunteer, Training training, String source) {
    notices.tell(volunteer, "training-completed", "trainings.notice.completed.title", "trainings.notice.completed.body", "/trainings/mine", source,
        training.name(), training.hostName());
  }

  /** @param reason in the words of who took it back */
  void revoked(AccountId volunteer, LocalName training, String source, String reason) {
    notices.tell(volunteer, "training-revoked", "trainings.notice.revoked.title", "trainings.notice.revoked.body", "/trainings/mine", source + ":revoked",
        training, reason);
  }

  void ends(AccountId volunteer, LocalName training, TrainingId id, LocalDate until, String source) {
    InWords day = words -> words.longDate(until);
    notices.tell(volunteer, "training-renewal", "trainings.notice.renewal.title", "trainings.notice.renewal.body", "/trainings/" + id, source + ":renewal",
        training, day);
  }
}
