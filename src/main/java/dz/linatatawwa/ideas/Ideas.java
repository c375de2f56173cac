package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Point;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ideas of everybody: proposed, changed while nobody else has said anything, taken back. */
@Service
public class Ideas {

  /** So long nobody else must have joined in before an author may no longer change the words. */
  private static final Duration DAY = Duration.ofDays(1);

  private final IdeaTable table;
  private final IdeaSteps steps;
  private final IdeaBacking backing;
  private final IdeaSettings settings;
  private final Places places;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Ideas(IdeaTable table, IdeaSteps steps, IdeaBacking backing, IdeaSettings settings, Places places, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.steps = steps;
    this.backing = backing;
    this.settings = settings;
    this.places = places;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What everybody may see.
   *  @throws NotFound for what is hidden, taken back, taken away or never was */
  public Idea shown(IdeaId id) {
    return table.find(id).filter(Idea::shown).orElseThrow(() -> new NotFound("idea " + id));
  }

  /** What somebody may see: also what they proposed themselves, whatever became of it. */
  public Idea seenBy(@Nullable AccountId person, IdeaId id) {
    return table.find(id).filter(idea -> idea.shown() || idea.by(person)).orElseThrow(() -> new NotFound("idea " + id));
  }

  /** An idea, for its author.
   *  @throws NotFound for everybody else */
  public Idea own(AccountId person, IdeaId id) {
    return table.find(id).filter(idea -> idea.by(person)).orElseThrow(() -> new NotFound("idea " + id + " is foreign to " + person));
  }

  /** Proposes something. Sent twice it is there once. Its author follows it. */
  @Transactional
  public Proposed propose(AccountId person, Proposal told) {
    Optional<Proposed.Unfit> fault = fault(told);
    if (fault.isPresent()) return fault.get();
    Optional<IdeaId> same = table.same(told, person);
    if (same.isPresent()) return new Proposed.Done(same.get(), true);
    Instant now = clock.instant();
    if (table.proposedSince(person, now.minus(DAY)) >= settings.ideasADay()) return new Proposed.TooMany(settings.ideasADay());
    Optional<IdeaId> made = table.insert(told, at(told), person, now);
    if (made.isEmpty()) return new Proposed.Done(table.same(told, person).orElseThrow(), true);
    steps.first(made.get(), now);
    backing.follow(person, made.get());
    events.publishEvent(new PublicPagesChanged());
    return new Proposed.Done(made.get(), false);
  }

  /** Whether this person proposed the very same before: a form that was sent twice. */
  public boolean proposedBefore(AccountId person, Proposal told) {
    return table.same(told, person).isPresent();
  }

  /** Puts other words in the place of those that were told, while nobody else has joined in. */
  @Transactional
  public Proposed change(AccountId person, IdeaId id, Proposal told) {
    own(person, id);
    Idea idea = table.lock(id).orElseThrow();
    if (!changeable(idea)) return new Proposed.TooLate();
    Optional<Proposed.Unfit> fault = fault(told);
    if (fault.isPresent()) return fault.get();
    if (table.same(told, person).filter(same -> !same.equals(id)).isPresent()) return new Proposed.Unfit("title", "ideas.problem.same");
    table.change(id, told, at(told), clock.instant());
    events.publishEvent(new PublicPagesChanged());
    return new Proposed.Done(id, false);
  }

  /** Whether its author may still change the words: nobody has supported, discussed or answered it. */
  public static boolean changeable(Idea idea) {
    return idea.shown() && idea.state() == IdeaState.RECEIVED && idea.supporters() == 0 && idea.comments() == 0;
  }

  /** Takes it back: nobody but its author sees it. @return false when it is not shown, or an organisation works on it */
  @Transactional
  public boolean withdraw(AccountId person, IdeaId id) {
    own(person, id);
    Idea idea = table.lock(id).orElseThrow();
    if (!idea.shown() || idea.state() == IdeaState.PLANNED || idea.state() == IdeaState.DONE) return false;
    table.withdrawn(id, clock.instant());
    audit.note(person, "idea.withdrawn", "idea", id.value(), null);
    events.publishEvent(new PublicPagesChanged());
    return true;
  }

  /** Shows it again. @return false when it was not taken back, or its author proposed the same meanwhile */
  @Transactional
  public boolean bringBack(AccountId person, IdeaId id) {
    own(person, id);
    Idea idea = table.lock(id).orElseThrow();
    if (idea.standing() != Idea.Standing.WITHDRAWN || table.same(idea.told(), person).isPresent()) return false;
    table.withdrawn(id, null);
    events.publishEvent(new PublicPagesChanged());
    return true;
  }

  /** Lets whoever takes it up name the author, or no longer. */
  @Transactional
  public void name(AccountId person, IdeaId id, boolean names) {
    own(person, id);
    table.names(id, names);
    events.publishEvent(new PublicPagesChanged());
  }

  private static Optional<Proposed.Unfit> fault(Proposal told) {
    if (ContactWords.in(told.title())) return Optional.of(new Proposed.Unfit("title", "ideas.problem.contact"));
    return ContactWords.in(told.about()) ? Optional.of(new Proposed.Unfit("about", "ideas.problem.contact")) : Optional.empty();
  }

  private @Nullable Point at(Proposal told) {
    if (told.spot() != null) return told.spot();
    return told.commune() == null ? null : places.commune(told.commune()).map(commune -> commune.at()).filter(IdeaPlaces::here).orElse(null);
  }
}
