package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Eligibility;
import dz.linatatawwa.eligibility.Judgement;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's way into a session: a place, the waiting list, out again. Each deed may be repeated: the second time changes nothing and gives the same answer. */
@Service
public class Registrations {

  private final RegistrationTable table;
  private final TrainingSessionTable sessions;
  private final TrainingTable trainings;
  private final TrainingPlaces places;
  private final Volunteers volunteers;
  private final Eligibility eligibility;
  private final TrainingTidings tidings;
  private final Clock clock;

  Registrations(RegistrationTable table, TrainingSessionTable sessions, TrainingTable trainings, TrainingPlaces places, Volunteers volunteers,
      Eligibility eligibility, TrainingTidings tidings, Clock clock) {
    this.table = table;
    this.sessions = sessions;
    this.trainings = trainings;
    this.places = places;
    this.volunteers = volunteers;
    this.eligibility = eligibility;
    this.tidings = tidings;
    this.clock = clock;
  }

  /** Asks for a place in a session. The prerequisites are judged at this moment, also of who will only wait; a place that is offered later is not judged again.
   *  @throws NotFound where there is no such session, or its training is not shown */
  @Transactional
  public Registered register(AccountId person, SessionId id) {
    Session seen = sessions.find(id).orElseThrow(() -> new NotFound("session " + id));
    Training training = training(seen);
    if (training.state() == TrainingState.DRAFT || training.state() == TrainingState.WITHHELD) throw new NotFound("session " + id + " of a draft");
    Optional<Volunteer> volunteer = volunteers.find(person);
    if (volunteer.isEmpty()) return new Registered.Refused(Registered.Why.NOT_A_VOLUNTEER);
    table.lockVolunteer(person);
    Optional<RegistrationTable.Row> living = table.living(person, training.id());
    if (living.isPresent()) return living.get().session().equals(id) ? answer(living.get()) : new Registered.Refused(Registered.Why.OTHER_SESSION);
    if (!training.open()) return new Registered.Refused(Registered.Why.NOT_OPEN);
    if (!volunteers.mayTakePart(volunteer.get())) return new Registered.Refused(Registered.Why.GUARDIAN_NEEDED);
    Judgement judgement = eligibility.judge(training.rule(), person);
    return judgement.fits() ? enter(person, training, sessions.lock(id)) : new Registered.Lacks(judgement);
  }

  /** Takes the place that was offered from the waiting list.
   *  @throws NotFound for somebody else's registration */
  @Transactional
  public Registered confirm(AccountId person, RegistrationId id) {
    RegistrationTable.Row seen = own(person, id);
    table.lockVolunteer(person);
    Session session = sessions.lock(seen.session());
    RegistrationTable.Row row = table.lock(id);
    if (row.is("registered") || row.is("waiting")) return answer(row);
    if (!row.is("offered") || row.offerEnds() == null || !row.offerEnds().isAfter(clock.instant())) return new Registered.Refused(Registered.Why.OFFER_LAPSED);
    table.move(id, "registered");
    tidings.about(id, person, training(session), session, "placed", words -> "");
    return new Registered.Placed(id);
  }

  /** Gives a place, or a place in the list, back; a freed place is offered to the first who waits.
   *  @return false when the session has begun: it is too late
   *  @throws NotFound for somebody else's registration */
  @Transactional
  public boolean withdraw(AccountId person, RegistrationId id) {
    RegistrationTable.Row seen = own(person, id);
    table.lockVolunteer(person);
    Session session = sessions.lock(seen.session());
    RegistrationTable.Row row = table.lock(id);
    if (!row.living()) return true;
    if (!session.coming(clock.instant())) return false;
    places.end(row, "withdrawn", training(session), session);
    return true;
  }

  /** The living registration of this person for this training, as an answer; and in which session. */
  @Transactional(readOnly = true)
  public Optional<Standing> standing(AccountId person, TrainingId training) {
    return table.living(person, training).map(row -> new Standing(row.session(), row.is("offered"), answer(row)));
  }

  /** Where a person stands in a training.
   *  @param offered the place is still to be confirmed */
  public record Standing(SessionId session, boolean offered, Registered answer) {}

  private Registered enter(AccountId person, Training training, Session session) {
    if (!session.coming(clock.instant())) return new Registered.Refused(Registered.Why.TOO_LATE);
    if (places.take(session.id())) {
      RegistrationId id = table.insert(session.id(), training.id(), person, "registered");
      tidings.about(id, person, training, session, "placed", words -> "");
      return new Registered.Placed(id);
    }
    RegistrationId id = table.insert(session.id(), training.id(), person, "waiting");
    int position = table.position(id, session.id());
    tidings.waits(id, person, training, session, position);
    return new Registered.Waiting(id, position);
  }

  private Registered answer(RegistrationTable.Row row) {
    return row.is("waiting") ? new Registered.Waiting(row.id(), table.position(row.id(), row.session())) : new Registered.Placed(row.id());
  }

  private RegistrationTable.Row own(AccountId person, RegistrationId id) {
    return table.find(id).filter(row -> row.volunteer().equals(person)).orElseThrow(() -> new NotFound("registration " + id + " of " + person));
  }

  private Training training(Session session) {
    return trainings.find(session.training(), LocalDate.now(clock.withZone(Words.ZONE))).orElseThrow();
  }
}
