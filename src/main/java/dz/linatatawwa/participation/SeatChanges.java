package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seats that change hands. The seat itself is never free in between: one application ends and another begins in one transaction, and every rule is looked at
 *  again for who comes. That both agree, and that it is not too late, is the caller's to have checked. */
@Service
public class SeatChanges {

  /** The reason that stands beside an application whose seat was handed on. */
  static final String HANDED_ON = "handed-on";

  private final ApplicationTable table;
  private final ApplyRules rules;
  private final NamedPeople named;
  private final WaitingList waitingList;
  private final Tidings tidings;
  private final Clock clock;

  SeatChanges(ApplicationTable table, ApplyRules rules, NamedPeople named, WaitingList waitingList, Tidings tidings, Clock clock) {
    this.table = table;
    this.rules = rules;
    this.named = named;
    this.waitingList = waitingList;
    this.tidings = tidings;
    this.clock = clock;
  }

  /** Somebody takes another's seat. Not where people wait for one: their turn comes first. */
  @Transactional
  public SeatChange standIn(ApplicationId seat, AccountId taker) {
    Optional<SeatChange> why = whyNotStandIn(seat, taker);
    if (why.isPresent()) return why.get();
    ApplicationTable.Row row = table.lock(seat);
    ShiftFacts facts = facts(row);
    end(row, facts);
    return new SeatChange.Done(begin(taker, row, facts));
  }

  /** What is in the way of it now; people and shift stay as they are for the rest of the transaction. */
  @Transactional
  public Optional<SeatChange> whyNotStandIn(ApplicationId seat, AccountId taker) {
    Optional<ApplicationTable.Row> seen = table.find(seat);
    if (seen.isEmpty()) return refused(SeatChange.Why.GONE);
    lockPeople(seen.get().volunteerId(), taker.value());
    ShiftFacts facts = facts(seen.get());
    waitingList.lock(facts);
    ApplicationTable.Row row = table.lock(seat);
    Optional<SeatChange.Why> why = whyNot(row, facts).or(() -> awaited(facts));
    return why.isPresent() ? refused(why.get()) : takes(taker, row, facts, facts.shiftId());
  }

  /** What is in the way of giving a seat away, whoever takes it.
   *  @param swap for a seat in another shift: nobody who waits is passed over */
  @Transactional(readOnly = true)
  public Optional<SeatChange.Why> whyNotGive(ApplicationId seat, boolean swap) {
    Optional<ApplicationTable.Row> row = table.find(seat);
    if (row.isEmpty()) return Optional.of(SeatChange.Why.GONE);
    ShiftFacts facts = facts(row.get());
    return whyNot(row.get(), facts).or(() -> swap ? Optional.empty() : awaited(facts));
  }

  /** Two people exchange their seats in two shifts. */
  @Transactional
  public SeatChange swap(ApplicationId one, ApplicationId other) {
    Optional<SeatChange> why = whyNotSwap(one, other);
    if (why.isPresent()) return why.get();
    ApplicationTable.Row mine = table.lock(one);
    ApplicationTable.Row theirs = table.lock(other);
    ShiftFacts here = facts(mine);
    ShiftFacts there = facts(theirs);
    end(mine, here);
    end(theirs, there);
    begin(new AccountId(mine.volunteerId()), theirs, there);
    return new SeatChange.Done(begin(new AccountId(theirs.volunteerId()), mine, here));
  }

  /** What is in the way of it now. */
  @Transactional
  public Optional<SeatChange> whyNotSwap(ApplicationId one, ApplicationId other) {
    Optional<ApplicationTable.Row> first = table.find(one);
    Optional<ApplicationTable.Row> second = table.find(other);
    if (first.isEmpty() || second.isEmpty()) return refused(SeatChange.Why.GONE);
    lockPeople(first.get().volunteerId(), second.get().volunteerId());
    ShiftFacts here = facts(first.get());
    ShiftFacts there = facts(second.get());
    waitingList.lock(here.shiftId() < there.shiftId() ? here : there);
    waitingList.lock(here.shiftId() < there.shiftId() ? there : here);
    ApplicationTable.Row mine = table.lock(one);
    ApplicationTable.Row theirs = table.lock(other);
    Optional<SeatChange.Why> why = whyNot(mine, here).or(() -> whyNot(theirs, there));
    if (why.isPresent()) return refused(why.get());
    return takes(new AccountId(mine.volunteerId()), theirs, there, here.shiftId())
        .or(() -> takes(new AccountId(theirs.volunteerId()), mine, here, there.shiftId()));
  }

  /** A named person has an account now and takes the seat that was theirs already.
   *  @param person number of the named person */
  @Transactional
  public SeatChange takeOver(ApplicationId under, long person, AccountId taker) {
    ApplicationTable.Row seen = table.find(under).orElseThrow();
    lockPeople(seen.volunteerId(), taker.value());
    ShiftFacts facts = table.facts(new ShiftId(seen.shiftId())).orElseThrow();
    waitingList.lock(facts);
    ApplicationTable.Row row = table.lock(under);
    if (!row.state().equals("accepted") || row.seats() < 2) return new SeatChange.Refused(SeatChange.Why.GONE);
    if (!facts.startsAt().isAfter(clock.instant())) return new SeatChange.Refused(SeatChange.Why.TOO_LATE);
    return takes(taker, row, facts, facts.shiftId()).orElseGet(() -> {
      if (!named.leave(person, taker.value())) return new SeatChange.Refused(SeatChange.Why.GONE);
      named.seats(row.id(), row.seats() - 1);
      return new SeatChange.Done(begin(taker, row, facts));
    });
  }

  private void lockPeople(long one, long other) {
    LongStream.of(one, other).sorted().distinct().forEach(table::lockVolunteer);
  }

  private ShiftFacts facts(ApplicationTable.Row row) {
    return table.facts(new ShiftId(row.shiftId())).orElseThrow();
  }

  private static Optional<SeatChange> refused(SeatChange.Why why) {
    return Optional.of(new SeatChange.Refused(why));
  }

  private Optional<SeatChange.Why> awaited(ShiftFacts facts) {
    return table.waits(facts.id()) ? Optional.of(SeatChange.Why.AWAITED) : Optional.empty();
  }

  private Optional<SeatChange.Why> whyNot(ApplicationTable.Row row, ShiftFacts facts) {
    if (!row.state().equals("accepted")) return Optional.of(SeatChange.Why.GONE);
    if (!facts.startsAt().isAfter(clock.instant())) return Optional.of(SeatChange.Why.TOO_LATE);
    boolean others = row.seats() > 1 || row.broughtBy() != null || table.accompanies(row.volunteerId(), facts.id());
    return others ? Optional.of(SeatChange.Why.WITH_OTHERS) : Optional.empty();
  }

  /** What stands in somebody's way to this seat. */
  private Optional<SeatChange> takes(AccountId taker, ApplicationTable.Row seat, ShiftFacts facts, long leaving) {
    if (table.living(taker, facts.id()).isPresent()) return Optional.of(new SeatChange.Refused(SeatChange.Why.ALREADY_THERE));
    return rules.obstacle(taker, facts, new Wish(seat.roleId(), "", false), leaving).map(what -> new SeatChange.Obstacle(taker, what));
  }

  private void end(ApplicationTable.Row row, ShiftFacts facts) {
    table.handedOn(row.id());
    tidings.about(new ApplicationId(row.id()), new AccountId(row.volunteerId()), facts, HANDED_ON, words -> "");
  }

  private ApplicationId begin(AccountId taker, ApplicationTable.Row seat, ShiftFacts facts) {
    ApplicationId id = new ApplicationId(table.insert(taker, facts.id(), new Wish(seat.roleId(), "", false), "accepted", null));
    tidings.placed(id, taker, facts);
    return id;
  }
}
