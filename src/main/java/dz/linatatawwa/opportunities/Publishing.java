package dz.linatatawwa.opportunities;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An opportunity's way: drafted, published, changed, closed, cancelled, copied. Who may ask for it is the caller's to know. */
@Service
public class Publishing {

  private final OpportunityTable table;
  private final DraftTable drafts;
  private final ShiftTable shifts;
  private final Organizations organizations;
  private final Places places;
  private final Taxonomy taxonomy;
  private final AgeRules ages;
  private final Listings listings;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Publishing(OpportunityTable table, DraftTable drafts, ShiftTable shifts, Organizations organizations, Places places, Taxonomy taxonomy,
      AgeRules ages, Listings listings, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.drafts = drafts;
    this.shifts = shifts;
    this.organizations = organizations;
    this.places = places;
    this.taxonomy = taxonomy;
    this.ages = ages;
    this.listings = listings;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** A new draft with what was typed so far.
   *  @return its id, or nothing when the problems say why not */
  @Transactional
  public Optional<OpportunityId> draft(OrganizationId organization, OpportunityForm form, Problems problems, AccountId by) {
    Terms terms = form.read(problems, places, taxonomy, Set.copyOf(drafts.campaigns(organization)));
    if (problems.any()) return Optional.empty();
    OpportunityId id = drafts.insert(organization, by);
    drafts.write(id, terms);
    return Optional.of(id);
  }

  /** Keeps what was typed; of a published one only what the rules allow, and people concerned are told.
   *  @return what is wrong; then nothing was kept */
  @Transactional
  public Problems save(OpportunityId id, OpportunityForm form, AccountId by) {
    Opportunity before = locked(id);
    Problems problems = Problems.none();
    Terms terms = form.read(problems, places, taxonomy, Set.copyOf(drafts.campaigns(before.organization())));
    if (before.state() != State.DRAFT) PublishingRules.saysWhatItIs(terms, problems);
    if (terms.nature() != before.nature() && table.visited(id)) problems.add("nature", "opportunities.problem.nature");
    int leastAge = ages.leastAge(ages.of(id).works());
    if (terms.minAge() < leastAge) problems.add("minAge", "opportunities.problem.work", leastAge);
    if (problems.any()) return problems;
    drafts.write(id, terms);
    if (before.state() == State.DRAFT) return problems;
    Set<String> what = terms.changedFrom(before);
    audit.note(by, "opportunity.changed", "opportunity", id.value(), String.join(" ", what));
    if (!what.isEmpty() && before.published()) events.publishEvent(new OpportunityChanged(id, what, null));
    if (before.published() || before.state() == State.WITHHELD) events.publishEvent(new OpportunityShown(id));
    listings.refresh(List.of(id));
    events.publishEvent(new PublicPagesChanged());
    return problems;
  }

  /** Whether what it is may still be changed: not once somebody was there, for what they did was recorded as such. */
  public boolean natureOpen(OpportunityId id) {
    return !table.visited(id);
  }

  /** What keeps it from being published, by field; nothing: it may be. */
  public Problems obstacles(Opportunity opportunity) {
    return PublishingRules.against(opportunity, shifts.of(opportunity.id()), organizations.mayPublish(opportunity.organization()), clock.instant());
  }

  /** Publishes it, or says why not. A closed one opens again. */
  @Transactional
  public Problems publish(OpportunityId id, AccountId by) {
    Opportunity opportunity = locked(id);
    if (opportunity.state() == State.CANCELLED) throw new NotFound("opportunity " + id + " is cancelled");
    if (opportunity.published()) return Problems.none();
    if (opportunity.state() == State.WITHHELD) return Problems.none().add("publication", "opportunities.publish.withheld");
    Problems problems = obstacles(opportunity);
    if (problems.any()) return problems;
    drafts.publish(id, clock.instant());
    audit.note(by, "opportunity.published", "opportunity", id.value(), null);
    events.publishEvent(new OpportunityPublished(id));
    events.publishEvent(new OpportunityShown(id));
    listings.refresh(List.of(id));
    events.publishEvent(new PublicPagesChanged());
    return problems;
  }

  /** Takes nobody in any more; who has a seat keeps it. */
  @Transactional
  public void close(OpportunityId id, AccountId by) {
    if (!locked(id).published()) return;
    drafts.end(id, State.CLOSED, clock.instant(), null);
    audit.note(by, "opportunity.closed", "opportunity", id.value(), null);
    events.publishEvent(new OpportunityClosed(id));
    listings.refresh(List.of(id));
    events.publishEvent(new PublicPagesChanged());
  }

  /** Calls it off with all shifts that have not begun.
   *  @param reason what people are told; a line */
  @Transactional
  public void cancel(OpportunityId id, String reason, AccountId by) {
    shifts.lock(id);
    Opportunity opportunity = locked(id);
    if (opportunity.state() == State.CANCELLED || opportunity.state() == State.DRAFT) return;
    if (opportunity.state() == State.WITHHELD) drafts.endUnseen(id, clock.instant(), reason);
    else drafts.end(id, State.CANCELLED, clock.instant(), reason);
    drafts.cancelComing(id, clock.instant());
    audit.note(by, "opportunity.cancelled", "opportunity", id.value(), reason);
    events.publishEvent(new OpportunityCancelled(id, reason));
    listings.refresh(List.of(id));
    events.publishEvent(new PublicPagesChanged());
  }

  /** A new draft that says the same, its shifts moved so that the first one falls on this day. */
  @Transactional
  public OpportunityId duplicate(OpportunityId id, LocalDate firstDay, AccountId by) {
    OpportunityId copy = drafts.copy(locked(id).id(), by);
    shifts.of(id).stream().filter(shift -> shift.state() != Shift.State.CANCELLED).findFirst()
        .ifPresent(first -> drafts.copyShifts(id, copy, ChronoUnit.DAYS.between(first.day(), firstDay)));
    return copy;
  }

  /** Throws a draft away; anything that was ever published stays. */
  @Transactional
  public boolean discard(OpportunityId id) {
    if (locked(id).state() != State.DRAFT) return false;
    drafts.delete(id);
    return true;
  }

  private Opportunity locked(OpportunityId id) {
    return table.lock(id).orElseThrow(() -> new NotFound("opportunity " + id));
  }
}
