package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.SeatChange;
import dz.linatatawwa.participation.SeatChanges;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an offered seat ends: carried out, refused by a coordinator, withdrawn. */
@Service
public class SeatOfferEnds {

  private final SeatOfferTable table;
  private final SeatChanges seats;
  private final Organizations organizations;
  private final PersonalLinks links;
  private final SeatOfferNews news;
  private final Audit audit;
  private final Clock clock;

  SeatOfferEnds(SeatOfferTable table, SeatChanges seats, Organizations organizations, PersonalLinks links, SeatOfferNews news, Audit audit, Clock clock) {
    this.table = table;
    this.seats = seats;
    this.organizations = organizations;
    this.links = links;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /** What waits for a coordinator of an organisation, the soonest shift first. @param page from 1 */
  @Transactional(readOnly = true)
  public Slice<SeatOffer> waiting(OrganizationId organization, int page) {
    return table.waiting(organization, clock.instant(), page);
  }

  /** A coordinator says yes: the rules are looked at again, and the seats change hands.
   *  @throws NotFound for an offer in another organisation's shift, and for one's own */
  @Transactional
  public OfferOutcome confirm(AccountId by, long id) {
    SeatOffer offered = taken(by, id);
    OfferOutcome done = carryOut(offered, java.util.Objects.requireNonNull(offered.taker()), offered.bring(), by);
    if (done instanceof OfferOutcome.Done) audit.note(by, "seat-offer.confirmed", "seat-offer", Long.toString(id), null, Map.of("shift", offered.facts().shiftId()));
    return done;
  }

  /** A coordinator says no: both keep what they have.
   *  @throws NotFound as above */
  @Transactional
  public void refuse(AccountId by, long id) {
    SeatOffer offered = taken(by, id);
    table.end(id, "refused", by, clock.instant());
    links.revoke(PersonalLink.Kind.OFFER, id);
    audit.note(by, "seat-offer.refused", "seat-offer", Long.toString(id), null, Map.of("shift", offered.facts().shiftId()));
    news.refused(offered);
  }

  OfferOutcome carryOut(SeatOffer offered, AccountId taker, @Nullable ApplicationId bring, AccountId by) {
    SeatChange handed = bring == null ? seats.standIn(offered.seat(), taker) : seats.swap(offered.seat(), bring);
    if (!(handed instanceof SeatChange.Done)) return told(handed, by);
    table.taken(offered.id(), taker, bring, clock.instant());
    table.end(offered.id(), "done", by, clock.instant());
    links.revoke(PersonalLink.Kind.OFFER, offered.id());
    if (by.equals(taker)) news.done(offered, taker);
    return new OfferOutcome.Done();
  }

  void withdraw(SeatOffer offered, AccountId by) {
    table.end(offered.id(), "withdrawn", by, clock.instant());
    links.revoke(PersonalLink.Kind.OFFER, offered.id());
  }

  /** The same in words that this person may read. */
  static OfferOutcome told(SeatChange handed, AccountId reader) {
    return switch (handed) {
      case SeatChange.Done _ -> new OfferOutcome.Done();
      case SeatChange.Refused(var why) -> new OfferOutcome.Refused("participation.unhanded." + why.code());
      case SeatChange.Obstacle(var whose, var what) when whose.equals(reader) -> new OfferOutcome.Mine(what);
      case SeatChange.Obstacle _ -> new OfferOutcome.Theirs();
    };
  }

  private SeatOffer taken(AccountId by, long id) {
    return table.lock(id).filter(one -> one.is("taken") && organizations.mayRun(by, new OrganizationId(one.facts().organizationId())))
        .filter(one -> !by.equals(one.giver()) && !by.equals(one.taker())).orElseThrow(() -> new NotFound("offer " + id + " for " + by));
  }
}
