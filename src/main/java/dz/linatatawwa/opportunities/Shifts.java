package dz.linatatawwa.opportunities;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shifts of an opportunity: added one by one or repeated, changed, called off. Who may ask for it is the caller's to know. */
@Service
public class Shifts {

  private final ShiftTable table;
  private final ShiftWriting rows;
  private final OpportunityTable opportunities;
  private final Listings listings;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Shifts(ShiftTable table, ShiftWriting rows, OpportunityTable opportunities, Listings listings, Audit audit, ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.rows = rows;
    this.opportunities = opportunities;
    this.listings = listings;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** The shift, held until the transaction ends: for who looks at it before changing it. */
  public Optional<Shift> hold(ShiftId id) {
    rows.lock(id);
    return table.find(id);
  }

  /** Adds one shift, or says what is wrong. */
  @Transactional
  public Problems add(OpportunityId opportunity, ShiftForm form) {
    living(opportunity);
    Problems problems = Problems.none();
    form.once(problems, clock.instant()).ifPresent(plan -> {
      rows.insert(opportunity, null, plan);
      refresh(opportunity);
    });
    return problems;
  }

  /** Adds a repeated shift: each week on some days, from a day to a day, except some days. Each may be changed alone afterwards. */
  @Transactional
  public Problems repeat(OpportunityId opportunity, ShiftForm form) {
    living(opportunity);
    Problems problems = Problems.none();
    List<LocalDate> days = form.days(problems, LocalDate.now(clock.withZone(Words.ZONE)));
    ShiftForm.Plan example = form.plan(days.isEmpty() ? LocalDate.now(clock.withZone(Words.ZONE)) : days.getFirst(), problems);
    if (problems.any() || example == null) return problems;
    int minutes = (int) Duration.between(example.span().from(), example.span().to()).toMinutes();
    long series = rows.series(opportunity, form, example, minutes);
    for (LocalDate day : days) {
      ShiftForm.Plan plan = form.plan(day, problems);
      if (plan != null && plan.span().from().isAfter(clock.instant())) rows.insert(opportunity, series, plan);
    }
    refresh(opportunity);
    return problems;
  }

  /** Changes one shift; never to fewer seats than are taken. People who hold a seat are told when its time changes. */
  @Transactional
  public Problems change(ShiftId id, ShiftForm form, AccountId by) {
    rows.lock(id);
    Shift before = table.find(id).orElseThrow(() -> new NotFound("shift " + id));
    Problems problems = Problems.none();
    ShiftForm.Plan plan = form.once(problems, clock.instant()).orElse(null);
    if (plan == null) return problems;
    if (plan.capacity() < before.taken()) return problems.add("capacity", "opportunities.shift.taken", before.taken());
    if (!rows.mayHave(before.roles(), plan.roles())) return problems.add("role1", "opportunities.shift.rolesTaken");
    rows.update(before, plan);
    boolean moved = !before.startsAt().equals(plan.span().from()) || !before.endsAt().equals(plan.span().to());
    audit.note(by, "shift.changed", "shift", id.value(), null);
    if (moved && published(before.opportunity())) events.publishEvent(new OpportunityChanged(before.opportunity(), Set.of("time"), id));
    refresh(before.opportunity());
    return problems;
  }

  /** Calls one shift off. In a draft it is taken out; elsewhere it stays to be seen, and people who hold a seat are told.
   *  @param reason what they are told; a line */
  @Transactional
  public void cancel(ShiftId id, String reason, AccountId by) {
    rows.lock(id);
    Shift shift = table.find(id).orElseThrow(() -> new NotFound("shift " + id));
    if (shift.state() == Shift.State.CANCELLED) return;
    rows.except(shift);
    if (opportunities.find(shift.opportunity()).orElseThrow().state() == State.DRAFT) {
      rows.delete(id);
      return;
    }
    rows.cancel(id);
    audit.note(by, "shift.cancelled", "shift", id.value(), reason);
    events.publishEvent(new ShiftCancelled(shift.opportunity(), id, reason));
    refresh(shift.opportunity());
  }

  private void living(OpportunityId id) {
    State state = opportunities.lock(id).orElseThrow(() -> new NotFound("opportunity " + id)).state();
    if (state == State.CANCELLED) throw new NotFound("opportunity " + id + " is cancelled");
  }

  private boolean published(OpportunityId id) {
    return opportunities.find(id).filter(Opportunity::published).isPresent();
  }

  private void refresh(OpportunityId id) {
    State state = opportunities.find(id).map(Opportunity::state).orElse(State.DRAFT);
    if (state == State.PUBLISHED || state == State.WITHHELD) events.publishEvent(new OpportunityShown(id));
    if (state != State.PUBLISHED) return;
    listings.refresh(List.of(id));
    events.publishEvent(new PublicPagesChanged());
  }
}
