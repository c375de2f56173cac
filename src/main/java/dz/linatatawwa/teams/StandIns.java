package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.Commitments;
import dz.linatatawwa.participation.SeatChange;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.SeatChanges;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stand-ins and swaps, as volunteers make them: offered to a friend by link or to whoever is open to it, taken by one, and then done at once or confirmed by a
 *  coordinator, as the opportunity says; until its closing time. */
@Service
public class StandIns {

  private final SeatOfferTable table;
  private final SeatOfferRules rules;
  private final SeatChanges seats;
  private final SeatOfferEnds ends;
  private final SeatOfferNews news;
  private final Commitments commitments;
  private final Participation participation;
  private final PersonalLinks links;
  private final Clock clock;

  StandIns(SeatOfferTable table, SeatOfferRules rules, SeatChanges seats, SeatOfferEnds ends, SeatOfferNews news, Commitments commitments, Participation participation,
      PersonalLinks links, Clock clock) {
    this.table = table;
    this.rules = rules;
    this.seats = seats;
    this.ends = ends;
    this.news = news;
    this.commitments = commitments;
    this.participation = participation;
    this.links = links;
    this.clock = clock;
  }

  /** Offers a seat.
   *  @param swap   for a seat in another shift of the opportunity, else to a stand-in
   *  @param listed shown to whoever may take it; else by its link only
   *  @param wants  of a swap: the shift that is wanted, or null for any
   *  @throws NotFound for somebody else's seat */
  @Transactional
  public OfferOutcome offer(AccountId giver, ApplicationId seat, boolean swap, boolean listed, @Nullable ShiftId wants) {
    ShiftFacts facts = own(giver, seat).facts();
    if (closed(facts)) return new OfferOutcome.Refused("participation.unhanded.too-late");
    Optional<SeatChange.Why> why = seats.whyNotGive(seat, swap);
    if (why.isPresent()) return new OfferOutcome.Refused("participation.unhanded." + why.get().code());
    if (wants != null && (!swap || wants.equals(facts.id()) || participation.facts(wants).opportunityId() != facts.opportunityId())) {
      return new OfferOutcome.Refused("teams.unhanded.other-shift");
    }
    Optional<Long> id = table.offer(swap, seat, facts.id(), giver, listed, wants, clock.instant());
    if (id.isEmpty()) return new OfferOutcome.Refused("teams.unhanded.offered-before");
    if (!listed) links.make(PersonalLink.Kind.OFFER, id.get(), giver, closing(facts));
    return new OfferOutcome.Open(id.get());
  }

  /** Offers that live, made or taken by somebody. */
  public List<SeatOffer> of(AccountId person) {
    return table.of(person);
  }

  /** Seats of an opportunity that anybody may take. @param page from 1 */
  @Transactional(readOnly = true)
  public Slice<SeatOffer> open(Opportunity opportunity, int page) {
    return table.open(opportunity.id(), clock.instant(), page);
  }

  /** How many there are. */
  public int count(Opportunity opportunity) {
    return table.count(opportunity.id(), clock.instant());
  }

  /** An offer that its link opens. */
  @Transactional(readOnly = true)
  public Optional<SeatOffer> read(String token) {
    return links.read(token).filter(link -> link.kind() == PersonalLink.Kind.OFFER).flatMap(link -> table.find(link.about())).filter(this::standsOpen);
  }

  /** An offer that stands on its opportunity's page. */
  @Transactional(readOnly = true)
  public Optional<SeatOffer> listed(long id) {
    return table.find(id).filter(SeatOffer::listed).filter(this::standsOpen);
  }

  private boolean standsOpen(SeatOffer offered) {
    return offered.is("offered") && !closed(offered.facts()) && offered.facts().open();
  }

  /** Somebody takes a seat that was offered. That they came by its link, or that it is listed, is the caller's to have checked.
   *  @param bring of a swap: their own seat in the other shift */
  @Transactional
  public OfferOutcome take(AccountId taker, long id, @Nullable ApplicationId bring) {
    SeatOffer offered = table.lock(id).filter(one -> one.is("offered")).orElseThrow(() -> new NotFound("offer " + id));
    if (offered.giver().equals(taker)) return new OfferOutcome.Refused("teams.unhanded.own");
    if (closed(offered.facts())) return new OfferOutcome.Refused("participation.unhanded.too-late");
    if (offered.swap() && !fits(taker, offered, bring)) return new OfferOutcome.Refused("teams.unhanded.other-shift");
    ApplicationId brought = offered.swap() ? bring : null;
    if (!rules.of(offered.facts()).byCoordinator()) return ends.carryOut(offered, taker, brought, taker);
    Optional<SeatChange> why = brought == null ? seats.whyNotStandIn(offered.seat(), taker) : seats.whyNotSwap(offered.seat(), brought);
    if (why.isPresent()) return SeatOfferEnds.told(why.get(), taker);
    table.taken(id, taker, brought, clock.instant());
    news.waits(offered, taker);
    return new OfferOutcome.Waits();
  }

  /** Of a seat that is brought for another: the taker's own, in a shift that is wanted, not closed either. */
  private boolean fits(AccountId taker, SeatOffer offered, @Nullable ApplicationId bring) {
    Optional<Commitment> own = bring == null ? Optional.empty() : commitments.find(taker, bring);
    ShiftFacts wants = offered.wants();
    return own.filter(one -> one.is("accepted") && one.facts().opportunityId() == offered.facts().opportunityId() && one.facts().shiftId() != offered.facts().shiftId()
        && (wants == null || wants.shiftId() == one.facts().shiftId()) && !closed(one.facts())).isPresent();
  }

  /** Who offered takes the offer back; who took it thinks better of it.
   *  @throws NotFound for what is neither's, or is done */
  @Transactional
  public void withdraw(AccountId person, long id) {
    SeatOffer offered = table.lock(id).filter(one -> one.is("offered") || one.is("taken")).orElseThrow(() -> new NotFound("offer " + id));
    if (person.equals(offered.taker())) table.untake(id);
    else if (person.equals(offered.giver())) ends.withdraw(offered, person);
    else throw new NotFound("offer " + id + " of " + person);
  }

  /** The link of an offer that is not listed.
   *  @throws NotFound for somebody else's offer */
  public Optional<PersonalLink> link(AccountId giver, long id) {
    if (table.find(id).filter(one -> one.giver().equals(giver)).isEmpty()) throw new NotFound("offer " + id + " of " + giver);
    return links.living(PersonalLink.Kind.OFFER, id);
  }

  private Commitment own(AccountId giver, ApplicationId seat) {
    return commitments.find(giver, seat).orElseThrow(() -> new NotFound("application " + seat + " of " + giver));
  }

  private Instant closing(ShiftFacts facts) {
    return facts.startsAt().minus(Duration.ofHours(rules.of(facts).closingHours()));
  }

  private boolean closed(ShiftFacts facts) {
    return !closing(facts).isAfter(clock.instant());
  }
}
