package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In whose hands a matter is: taken, put into a colleague's, put back. */
@Component
public class Assignments {

  private final Matters matters;
  private final HandTable hands;
  private final AbsenceTable absences;
  private final Territories territories;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Assignments(Matters matters, HandTable hands, AbsenceTable absences, Territories territories, Notices notices, Audit audit, Clock clock) {
    this.matters = matters;
    this.hands = hands;
    this.absences = absences;
    this.territories = territories;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes it, also out of somebody else's hands. */
  @Transactional
  public void take(AccountId supervisor, MatterId id) {
    if (!matters.locked(supervisor, id).open()) return;
    hands.put(id, supervisor, null, clock.instant());
    audit.note(supervisor, "matter.claimed", "matter", id.value(), null);
  }

  /** Puts back what one has in hand: it waits for whoever takes it. */
  @Transactional
  public void putBack(AccountId supervisor, MatterId id) {
    matters.look(supervisor, id);
    if (hands.putBack(id, supervisor)) audit.note(supervisor, "matter.released", "matter", id.value(), null);
  }

  /** Who could have it: everybody in power over it, whom it does not concern, the narrowest power first. */
  public List<AccountId> candidates(Matter matter) {
    return territories.reaching(matter.where()).stream().filter(person -> !matters.view(matter).concerns(matter, person)).toList();
  }

  /** Puts it into somebody's hands; of who is away, into those of who stands in. Whoever gets it is told. */
  @Transactional
  public Assigned assign(AccountId by, MatterId id, AccountId to) {
    Matter matter = matters.locked(by, id);
    if (!matter.open()) return new Assigned.Already(matter);
    Optional<Absence> away = absences.underWay(to, clock.instant());
    AccountId hand = away.map(Absence::standIn).orElse(to);
    if (!territories.covers(hand, matter.where())) return new Assigned.Refused("supervision.problem.noPower");
    if (matters.view(matter).concerns(matter, hand)) return new Assigned.Refused("supervision.problem.side");
    if (hand.equals(matter.claimedBy())) return new Assigned.Done(hand, away.isPresent());
    hands.put(id, hand, away.isPresent() ? to : null, clock.instant());
    audit.note(by, "matter.assigned", "matter", Long.toString(id.value()), null, Map.of("member", hand.value()));
    if (!hand.equals(by)) tell(hand, matter);
    return new Assigned.Done(hand, away.isPresent());
  }

  private void tell(AccountId hand, Matter matter) {
    InWords kind = words -> words.text(matters.view(matter).nameKey());
    notices.tell(hand, "matter-assigned", "supervision.notice.assigned.title", "supervision.notice.assigned.body", "/supervision/" + matter.id().value(), null,
        kind, matter.summary());
  }

  /** What somebody has in hand beyond what they look after now waits for others again. */
  void free(AccountId person, Territory left) {
    hands.free(person, left, clock.instant());
  }

  /** What the absent one has in hand goes to who stands in; what concerns that one waits for everybody.
   *  @return how many went over */
  int handOver(Absence absence) {
    int went = 0;
    for (Matter matter : hands.of(absence.account())) {
      boolean fits = !matters.view(matter).concerns(matter, absence.standIn()) && territories.covers(absence.standIn(), matter.where());
      hands.put(matter.id(), fits ? absence.standIn() : null, absence.account(), clock.instant());
      note(matter, fits ? absence.standIn() : null);
      if (fits) went++;
    }
    return went;
  }

  /** What went away comes back, unless it is in a third one's hands by now, or no longer theirs to decide.
   *  @return how many came back */
  int bringBack(Absence absence) {
    int came = 0;
    for (Matter matter : hands.keptFor(absence.account())) {
      boolean third = matter.claimedBy() != null && !absence.standIn().equals(matter.claimedBy());
      boolean back = !third && territories.covers(absence.account(), matter.where());
      AccountId hand = third ? matter.claimedBy() : back ? absence.account() : null;
      hands.put(matter.id(), hand, null, clock.instant());
      if (!third) note(matter, hand);
      if (back) came++;
    }
    return came;
  }

  private void note(Matter matter, @Nullable AccountId hand) {
    audit.note(null, "matter.handed-over", "matter", Long.toString(matter.id().value()), null, hand == null ? Map.of() : Map.of("member", hand.value()));
  }
}
