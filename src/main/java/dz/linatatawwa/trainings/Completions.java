package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.credentials.Achievement;
import dz.linatatawwa.credentials.AchievementType;
import dz.linatatawwa.credentials.Award;
import dz.linatatawwa.credentials.Credentials;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closing a session gives a certificate to whoever came; a correction afterwards takes it back, or gives it late. What was learned never counts as volunteer
 *  time: nothing here knows the ledger of hours. Whether somebody may lead the session is the caller's to check. */
@Service
public class Completions {

  /** The kind of credentials, pictures and holdings of this room. */
  static final String KIND = "training";

  private final TrainingSessionTable sessions;
  private final RegistrationTable table;
  private final TrainingTable trainings;
  private final CompletionTable completions;
  private final TrainingPlaces places;
  private final Credentials credentials;
  private final TrainingTidings tidings;
  private final Dictionary dictionary;
  private final Audit audit;
  private final Clock clock;

  Completions(TrainingSessionTable sessions, RegistrationTable table, TrainingTable trainings, CompletionTable completions, TrainingPlaces places,
      Credentials credentials, TrainingTidings tidings, Dictionary dictionary, Audit audit, Clock clock) {
    this.sessions = sessions;
    this.table = table;
    this.trainings = trainings;
    this.completions = completions;
    this.places = places;
    this.credentials = credentials;
    this.tidings = tidings;
    this.dictionary = dictionary;
    this.audit = audit;
    this.clock = clock;
  }

  /** Closes a session that has begun: whoever was marked has completed the training, all others were absent. Closing again changes nothing.
   *  @return how many completed it; nothing when the session has not begun or is called off */
  @Transactional
  public Optional<Integer> close(AccountId by, SessionId id) {
    Session session = sessions.lock(id);
    Instant now = clock.instant();
    if (session.is("held")) return Optional.of(0);
    if (!session.toClose(now)) return Optional.empty();
    Training training = training(session);
    List<RegistrationTable.Row> came = new ArrayList<>();
    for (RegistrationTable.Row row : table.livingOf(id)) {
      boolean attended = row.holdsPlace() && row.cameAt() != null;
      if (attended) came.add(row);
      if (row.is("registered") || attended) table.move(row.id(), attended ? "attended" : "absent");
      else places.end(row, "lapsed", training, session);
    }
    sessions.hold(id, by.value(), now);
    give(came, training, session, by, now);
    audit.note(by, "training.session-closed", "training", training.id().value(), null);
    return Optional.of(came.size());
  }

  /** Corrects what a closed session says of one person.
   *  @param came   whether the person attended after all
   *  @param reason why, at least three letters: the person reads it, and it is kept
   *  @return false when the session is not closed, or nothing was to be changed */
  @Transactional
  public boolean correct(AccountId by, RegistrationId id, boolean came, String reason) {
    Session session = sessions.lock(table.find(id).orElseThrow().session());
    RegistrationTable.Row row = table.lock(id);
    if (!session.is("held") || !row.is(came ? "absent" : "attended")) return false;
    Training training = training(session);
    Instant now = clock.instant();
    if (came) {
      table.came(id, now, "tap");
      table.move(id, "attended");
      give(List.of(row), training, session, by, now);
    } else {
      table.move(id, "absent");
      table.came(id, null, null);
      takeBack(row, training, by, reason, now);
    }
    audit.note(by, came ? "training.attendance-added" : "training.attendance-taken-back", "training", training.id().toString(), reason,
        Map.of("session", session.id().value(), "registration", id.value()));
    return true;
  }

  /** Which trainings these people hold on a day, as numbers of trainings in text: certificates that ended or were taken back do not count. */
  public Map<Long, Set<String>> held(Collection<Long> volunteers, LocalDate day) {
    return completions.held(volunteers, day);
  }

  private void give(List<RegistrationTable.Row> people, Training training, Session session, AccountId by, Instant now) {
    Achievement achievement = achievement(training);
    LocalDate until = training.validUntil(session.lastDay());
    List<Award> awards = new ArrayList<>();
    for (RegistrationTable.Row row : people) {
      String source = completions.give(row, session.lastDay(), until, by, now);
      awards.add(new Award(KIND, source, row.volunteer(), achievement, session.day(), session.lastDay(), null, until));
      tidings.completed(row.volunteer(), training, source);
    }
    if (!awards.isEmpty()) credentials.issueAll(awards);
  }

  private void takeBack(RegistrationTable.Row row, Training training, AccountId by, String reason, Instant now) {
    completions.revoke(row.id(), by, reason, now).ifPresent(source -> {
      credentials.revoke(source, "trainings.certificate.takenBack");
      tidings.revoked(row.volunteer(), training.name(), source, reason);
    });
  }

  private Achievement achievement(Training training) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    Map<Language, String> abouts = new EnumMap<>(Language.class);
    Map<Language, String> criteria = new EnumMap<>(Language.class);
    for (Language language : List.of(Language.AR, Language.FR, Language.EN)) {
      Words words = dictionary.in(language);
      names.put(language, training.name().in(language));
      abouts.put(language, training.about().in(language));
      criteria.put(language, words.text("trainings.certificate.criteria", words.hoursInWords(training.minutes()), training.hostName().in(language)));
    }
    return new Achievement(KIND + "-" + training.id(), training.version(), names, abouts, criteria, AchievementType.CERTIFICATE_OF_COMPLETION);
  }

  private Training training(Session session) {
    return trainings.find(session.training(), LocalDate.now(clock.withZone(Words.ZONE))).orElseThrow();
  }
}
