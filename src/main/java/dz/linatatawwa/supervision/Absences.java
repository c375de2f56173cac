package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, and who stands in: for that time with the same powers, and with the matters that the absent one has in hand; both come back after. */
@Component
public class Absences {

  /** The longest absence: half a year. */
  public static final Duration LONGEST = Duration.ofDays(184);

  private final AbsenceTable table;
  private final PowerTable powers;
  private final Assignments assignments;
  private final Accounts accounts;
  private final ExtentNames names;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Absences(AbsenceTable table, PowerTable powers, Assignments assignments, Accounts accounts, ExtentNames names, Notices notices, Audit audit, Clock clock) {
    this.table = table;
    this.powers = powers;
    this.assignments = assignments;
    this.accounts = accounts;
    this.names = names;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why an absence cannot be written down. @param field of the form @param key a message key */
  public record Fault(String field, String key) {}

  /** Writes an absence down; where its time has come, the matters go over at once.
   *  @param by the person, or somebody who may end their powers
   *  @return nothing, or why not */
  @Transactional
  public Optional<Fault> add(AccountId by, AccountId person, AccountId standIn, Instant from, Instant until) {
    List<Power> own = ownPowers(person);
    if (own.isEmpty() || !mayArrange(by, person)) throw new NotFound("absence of " + person + " is not arranged by " + by);
    Instant now = clock.instant();
    Instant start = from.isBefore(now) ? now : from;
    Fault fault = fault(person, standIn, start, until, own);
    if (fault != null) return Optional.of(fault);
    long id = table.add(person, standIn, start, until, by, now);
    for (Power power : own) lend(power, standIn, start, until, by, id);
    audit.note(by, "absence.added", "account", person.toString(), null, Map.of("member", standIn.value(), "from", start.toString(), "until", until.toString()));
    notices.tell(standIn, "absence", "supervision.notice.standIn.title", "supervision.notice.standIn.body", "/supervision/absences", "absence:" + id,
        names.person(person), date(start), date(until));
    if (!by.equals(person)) {
      notices.tell(person, "absence", "supervision.notice.awayFor.title", "supervision.notice.awayFor.body", "/supervision/absences", "away:" + id,
          names.person(standIn), date(start), date(until));
    }
    begin();
    return Optional.empty();
  }

  private @Nullable Fault fault(AccountId person, AccountId standIn, Instant from, Instant until, List<Power> own) {
    if (!until.isAfter(from)) return new Fault("until", "supervision.problem.until");
    if (until.isAfter(from.plus(LONGEST))) return new Fault("until", "supervision.problem.awayTooLong");
    if (standIn.equals(person)) return new Fault("standIn", "supervision.problem.standInOneself");
    if (!candidates(person).contains(standIn)) return new Fault("standIn", "supervision.problem.standIn");
    if (table.away(person, from, until)) return new Fault("from", "supervision.problem.awayTwice");
    if (table.away(standIn, from, until)) return new Fault("standIn", "supervision.problem.standInAway");
    if (table.standsIn(person, from, until)) return new Fault("from", "supervision.problem.standingIn");
    return own.stream().noneMatch(power -> power.until().isAfter(from)) ? new Fault("from", "supervision.problem.noPowerThen") : null;
  }

  private void lend(Power power, AccountId standIn, Instant from, Instant until, AccountId by, long absence) {
    Instant start = from.isBefore(power.from()) ? power.from() : from;
    Instant end = until.isAfter(power.until()) ? power.until() : until;
    if (end.isAfter(start)) powers.give(standIn, power.extent(), start, end, by, power.id(), absence);
  }

  /** Who could stand in for somebody: everybody with a power in the same wilaya or over the nation, in their own right. */
  public List<AccountId> candidates(AccountId person) {
    List<Extent> own = ownPowers(person).stream().map(Power::extent).toList();
    return powers.all(clock.instant()).stream()
        .filter(power -> power.absence() == null && power.inForce(clock.instant()) && !power.account().equals(person))
        .filter(power -> power.extent().wilaya() == null || own.stream().anyMatch(extent -> extent.wilaya() == null || extent.wilaya().equals(power.extent().wilaya())))
        .map(Power::account).distinct().toList();
  }

  /** Ends an absence before its time: powers and matters come back at once. */
  @Transactional
  public boolean end(AccountId by, long id) {
    Absence absence = table.find(id).filter(one -> mayArrange(by, one.account())).orElseThrow(() -> new NotFound("absence " + id + " is not ended by " + by));
    if (!table.end(id, clock.instant())) return false;
    audit.note(by, "absence.ended", "account", absence.account().toString(), null, Map.of("member", absence.standIn().value()));
    bringBack();
    return true;
  }

  /** Those that somebody may see: their own, in which they stand in, and of those below them; what is open first. */
  public List<Absence> seenBy(AccountId person) {
    List<AccountId> people = powers.all(clock.instant()).stream().map(Power::account).distinct().filter(one -> mayArrange(person, one)).toList();
    return table.of(people.contains(person) ? people : Stream.concat(people.stream(), Stream.of(person)).toList(), clock.instant());
  }

  /** For whom somebody may arrange an absence: oneself, and those with less. */
  public boolean mayArrange(AccountId by, AccountId person) {
    if (by.equals(person) || accounts.find(by).filter(Account::administrator).isPresent()) return true;
    List<Power> theirs = ownPowers(person);
    List<Power> mine = ownPowers(by);
    return !theirs.isEmpty() && theirs.stream().allMatch(power -> mine.stream().anyMatch(own -> own.extent().exceeds(power.extent())));
  }

  /** Lets begin what has come, and come back what is over; each once, whatever stops it. */
  @Transactional
  public void turn() {
    begin();
    bringBack();
  }

  private void begin() {
    for (long id : table.toBegin(clock.instant())) {
      Absence absence = table.lock(id).orElseThrow();
      if (absence.begun() != null || !absence.open(clock.instant())) continue;
      table.begun(id, clock.instant());
      int went = assignments.handOver(absence);
      if (went > 0) tell(absence.standIn(), "handedOver", "absence-begun:" + id, names.person(absence.account()), went);
    }
  }

  private void bringBack() {
    for (long id : table.toReturn(clock.instant())) {
      Absence absence = table.lock(id).orElseThrow();
      if (absence.returned() != null) continue;
      table.returned(id, clock.instant());
      table.powers(id).forEach(power -> powers.end(power, null, "over", clock.instant()));
      int came = assignments.bringBack(absence);
      assignments.free(absence.standIn(), new Territory(powers.of(absence.standIn(), clock.instant()).stream().map(Power::extent).toList()));
      if (came > 0) tell(absence.account(), "cameBack", "absence-over:" + id, names.person(absence.standIn()), came);
    }
  }

  /** Who leaves is away from nothing and stands in for nobody. */
  @EventListener
  void left(AccountClosed closed) {
    table.endAllOf(closed.account(), clock.instant());
    bringBack();
  }

  private List<Power> ownPowers(AccountId person) {
    return powers.of(person, clock.instant()).stream().filter(power -> power.absence() == null).toList();
  }

  private void tell(AccountId to, String what, String once, String name, int number) {
    notices.tell(to, "absence", "supervision.notice." + what + ".title", "supervision.notice." + what + ".body", "/supervision?show=mine", once, name, number);
  }

  private static InWords date(Instant at) {
    return words -> words.date(at);
  }
}
