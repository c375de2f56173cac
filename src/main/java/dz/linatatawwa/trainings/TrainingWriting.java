package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes trainings and their sessions, and opens, closes and cancels them. Whether somebody may work for the host is the caller's to check. */
@Service
public class TrainingWriting {

  private final TrainingTable table;
  private final TrainingSessionTable sessions;
  private final RegistrationTable registrations;
  private final TrainingPlaces seats;
  private final TrainingTidings tidings;
  private final Organizations organizations;
  private final Taxonomy taxonomy;
  private final Places places;
  private final Audit audit;
  private final Clock clock;

  TrainingWriting(TrainingTable table, TrainingSessionTable sessions, RegistrationTable registrations, TrainingPlaces seats, TrainingTidings tidings,
      Organizations organizations, Taxonomy taxonomy, Places places, Audit audit, Clock clock) {
    this.table = table;
    this.sessions = sessions;
    this.registrations = registrations;
    this.seats = seats;
    this.tidings = tidings;
    this.organizations = organizations;
    this.taxonomy = taxonomy;
    this.places = places;
    this.audit = audit;
    this.clock = clock;
  }

  /** @param problems those of the rule, when it could not be read
   *  @return nothing when something is wrong, which is added to the problems */
  @Transactional
  public Optional<TrainingId> draft(Host host, TrainingForm form, Rule rule, Problems problems, AccountId by) {
    return form.terms(rule, problems, taxonomy).map(terms -> table.insert(host, terms, by, clock.instant()));
  }

  /** Changes what a training says. Certificates that were given keep the words that they were given with. What is wrong is added to
   *  the problems, and nothing is changed. */
  @Transactional
  public void save(Training it, TrainingForm form, Rule rule, Problems problems, AccountId by) {
    form.terms(rule, problems, taxonomy).ifPresent(terms -> {
      table.update(it.id(), terms);
      audit.note(by, "training.changed", "training", it.id().value(), null);
    });
  }

  /** Shows it and takes registrations.
   *  @return why not, as the key of a message */
  @Transactional
  public Optional<String> open(Training it, AccountId by) {
    if (it.state() == TrainingState.WITHHELD) return Optional.of("trainings.open.withheld");
    boolean may = switch (it.host()) {
      case Host.Body(var id) -> organizations.mayPublish(id);
      case Host.Institution(var id) -> sessions.agreement(id.value(), today()).isPresent();
    };
    if (!may) return Optional.of(it.host() instanceof Host.Body ? "trainings.open.notVerified" : "trainings.open.noAgreement");
    if (sessions.of(it.id()).stream().noneMatch(session -> session.coming(clock.instant()))) return Optional.of("trainings.open.noSession");
    return moved(it, TrainingState.OPEN, null, by, "draft", "closed", "open") ? Optional.empty() : Optional.of("trainings.open.cancelled");
  }

  /** Takes no more registrations; what was registered stays. */
  @Transactional
  public void close(Training it, AccountId by) {
    moved(it, TrainingState.CLOSED, null, by, "open");
  }

  /** Calls it off with all coming sessions; whoever is registered is told why. */
  @Transactional
  public void cancel(Training it, String reason, AccountId by) {
    if (!moved(it, TrainingState.CANCELLED, reason, by, "open", "closed")) return;
    for (Session session : sessions.coming(it.id(), clock.instant(), 1000)) cancel(it, session.id(), reason);
  }

  /** Removes a draft.
   *  @return false when it was shown already */
  @Transactional
  public boolean discard(Training it) {
    return table.discard(it.id());
  }

  /** @return nothing when something is wrong, which is added to the problems */
  @Transactional
  public Optional<SessionId> add(Training it, SessionForm form, Problems problems, AccountId by) {
    Optional<SessionForm.Plan> plan = form.plan(problems, places, clock.instant());
    if (it.state() == TrainingState.CANCELLED) problems.add("day", "trainings.open.cancelled");
    if (plan.isEmpty() || problems.any()) return Optional.empty();
    Optional<TrainingSessionTable.Promised> agreement = agreement(it.host(), null, plan.get(), problems);
    if (problems.any()) return Optional.empty();
    SessionId id = sessions.insert(it.id(), plan.get(), agreement.map(TrainingSessionTable.Promised::agreementId).orElse(null));
    audit.note(by, "training.session-added", "training", it.id().value(), null);
    return Optional.of(id);
  }

  /** Changes a session that has not begun; whoever is registered is told of another time or place, and new places go to those who wait. */
  @Transactional
  public Problems change(Training it, SessionId id, SessionForm form, AccountId by) {
    Problems problems = Problems.none();
    Session before = sessions.lock(id);
    Optional<SessionForm.Plan> plan = form.plan(problems, places, clock.instant());
    if (!before.coming(clock.instant())) problems.add("day", "trainings.problem.begun");
    plan.filter(read -> read.capacity() < before.taken()).ifPresent(read -> problems.add("capacity", "trainings.problem.taken", before.taken()));
    if (plan.isPresent() && !problems.any()) agreement(it.host(), id, plan.get(), problems);
    if (plan.isEmpty() || problems.any()) return problems;
    sessions.update(id, plan.get());
    Session after = sessions.find(id).orElseThrow();
    audit.note(by, "training.session-changed", "training", it.id().value(), null);
    if (moved(before, after)) registrations.livingOf(id).forEach(row -> tidings.about(row.id(), row.volunteer(), it, after, "changed", words -> ""));
    seats.promote(it, after);
    return problems;
  }

  /** Calls a session off that has not begun; whoever is registered is told why. */
  @Transactional
  public void cancelSession(Training it, SessionId id, String reason, AccountId by) {
    cancel(it, id, reason);
    audit.note(by, "training.session-cancelled", "training", it.id().value(), reason);
  }

  private void cancel(Training it, SessionId id, String reason) {
    Session session = sessions.lock(id);
    if (!session.coming(clock.instant())) return;
    for (RegistrationTable.Row row : registrations.livingOf(id)) {
      seats.cancel(row);
      tidings.about(row.id(), row.volunteer(), it, session, "cancelled", words -> reason);
    }
    sessions.cancel(id, reason);
  }

  /** The agreement whose places a partner's session takes; an organisation needs none. */
  private Optional<TrainingSessionTable.Promised> agreement(Host host, @Nullable SessionId without, SessionForm.Plan plan, Problems problems) {
    if (!(host instanceof Host.Institution(var partner))) return Optional.empty();
    Optional<TrainingSessionTable.Promised> found = sessions.agreement(partner.value(), plan.startsAt().atZone(Words.ZONE).toLocalDate());
    if (found.isEmpty()) problems.add("day", "trainings.problem.noAgreement");
    found.ifPresent(promised -> {
      if (promised.quota() == null) return;
      sessions.lockAgreement(promised.agreementId());
      int left = promised.quota() - sessions.promised(promised.agreementId(), without);
      if (plan.capacity() > left) problems.add("capacity", "trainings.problem.quota", Math.max(0, left));
    });
    return found;
  }

  private boolean moved(Training it, TrainingState to, @Nullable String reason, AccountId by, String... from) {
    boolean moved = table.move(it.id(), to, reason, clock.instant(), from);
    if (moved) audit.note(by, "training." + (to == TrainingState.OPEN ? "opened" : to.code()), "training", it.id().value(), reason);
    return moved;
  }

  private static boolean moved(Session before, Session after) {
    return !before.startsAt().equals(after.startsAt()) || !before.endsAt().equals(after.endsAt()) || before.remote() != after.remote()
        || !before.address().equals(after.address()) || !java.util.Objects.equals(before.commune(), after.commune());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }
}
