package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Keys;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Things are booked for a time: one's own at once, another organisation's once its owner agrees. Nobody books what somebody else has. */
@Service
public class Bookings {

  private final BookingTable table;
  private final LentThings things;
  private final Organizations organizations;
  private final LendingTidings tidings;
  private final Audit audit;
  private final Clock clock;

  Bookings(BookingTable table, LentThings things, Organizations organizations, LendingTidings tidings, Audit audit, Clock clock) {
    this.table = table;
    this.things = things;
    this.organizations = organizations;
    this.tidings = tidings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Books a thing, once for the key. Who may act for the borrower is the caller's to check.
   *  @param from not in the past, within a year
   *  @param to   15 minutes to 90 days later */
  @Transactional
  public Booked book(OrganizationId borrower, ThingId id, Instant from, Instant to, String purpose, String key, AccountId by) {
    if (!Keys.fit(key)) throw new NotFound("not a key");
    Thing thing = things.find(id).orElseThrow(() -> new NotFound("thing " + id));
    boolean own = thing.organization().equals(borrower);
    if (!own && organizations.verified(borrower).isEmpty()) return new Booked.NotVerified();
    boolean lent = own || thing.words().forAll() && organizations.verified(thing.organization()).isPresent();
    if (thing.withdrawn() || thing.wear() == Wear.DAMAGED || !lent) return new Booked.NotLent();
    for (int i = 0; i < 3; i++) {
      Optional<BookingId> made = table.insert(id, borrower, key, from, to, purpose, own ? BookingState.AGREED : BookingState.ASKED, by);
      Optional<Booked> answer = made.isPresent() ? Optional.of(booked(made.get(), own)) : inTheWay(borrower, id, from, to, key);
      if (answer.isPresent()) return answer.get();
    }
    throw new NotFound("a key of somebody else");
  }

  private Booked booked(BookingId id, boolean own) {
    if (own) return new Booked.Agreed(id);
    tidings.asked(table.find(id).orElseThrow());
    return new Booked.Asked(id);
  }

  /** Nothing where what was in the way has gone meanwhile. */
  private Optional<Booked> inTheWay(OrganizationId borrower, ThingId id, Instant from, Instant to, String key) {
    Optional<Booking> before = table.byKey(key).filter(found -> found.thing().equals(id) && found.borrower().equals(borrower));
    if (before.isPresent()) return Optional.of(before.get().own() ? new Booked.Agreed(before.get().id()) : new Booked.Asked(before.get().id()));
    return table.holding(id, from, to).stream().findFirst().map(Booked.Taken::new);
  }

  /** The owner agrees. @return false when it was answered, taken back or over before */
  @Transactional
  public boolean agree(BookingId id, AccountId by) {
    Booking booking = table.lock(id);
    if (booking.state() != BookingState.ASKED) return false;
    table.decide(id, BookingState.AGREED, null, by);
    tidings.answered(booking, "agreed", "");
    return true;
  }

  /** The owner does not, or not any more: until it leaves.
   *  @param why in the owner's words
   *  @return false when it left, ended or was taken back before */
  @Transactional
  public boolean refuse(BookingId id, String why, AccountId by) {
    Booking booking = table.lock(id);
    if (booking.state() != BookingState.ASKED && booking.state() != BookingState.AGREED) return false;
    table.decide(id, BookingState.REFUSED, why, by);
    audit.note(by, "booking.refused", "booking", id.value(), why);
    tidings.answered(booking, "refused", why);
    return true;
  }

  /** The borrower needs it no more. @return false when it left or ended before */
  @Transactional
  public boolean withdraw(BookingId id) {
    Booking booking = table.lock(id);
    if (booking.state() != BookingState.ASKED && booking.state() != BookingState.AGREED) return false;
    table.state(id, BookingState.WITHDRAWN);
    if (!booking.own()) tidings.withdrawn(booking);
    return true;
  }

  /** One in which this organisation lends or borrows.
   *  @throws NotFound for everybody else */
  public Booking of(OrganizationId organization, BookingId id) {
    return table.find(id).filter(found -> found.owner().equals(organization) || found.borrower().equals(organization))
        .orElseThrow(() -> new NotFound("booking " + id + " of " + organization));
  }

  /** Of one side, those that hold a thing first. @param lends of its own things, by others; else of others' things, by it */
  public Slice<Booking> of(OrganizationId organization, boolean lends, int page) {
    return table.of(organization, lends, page);
  }

  /** How many of its own things should have come back. */
  public int overdue(OrganizationId owner) {
    return table.overdue(owner, clock.instant());
  }

  /** How many organisations wait for this one's answer. */
  public int asked(OrganizationId owner) {
    return table.asked(owner);
  }

  /** What holds a thing in a time, by its beginning. */
  public List<Booking> holding(ThingId thing, Instant from, Instant to) {
    return table.holding(thing, from, to);
  }

  /** What is out or to come of a thing. */
  public List<Booking> ahead(ThingId thing) {
    return table.ahead(thing, clock.instant());
  }
}
