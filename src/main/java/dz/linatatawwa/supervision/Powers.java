package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Powers over the country: administrators appoint those of the nation and the wilayas, these appoint deputies for less than they have themselves. Each power has an
 *  end; what was given out of it ends with it. */
@Component
public class Powers {

  /** No power is longer than this from the day that it was given or prolonged. */
  public static final Duration LONGEST = Duration.ofDays(731);

  private final PowerTable table;
  private final Assignments assignments;
  private final Accounts accounts;
  private final PowerNews news;
  private final Clock clock;

  Powers(PowerTable table, Assignments assignments, Accounts accounts, PowerNews news, Clock clock) {
    this.table = table;
    this.assignments = assignments;
    this.accounts = accounts;
    this.news = news;
    this.clock = clock;
  }

  /** Gives a power, or more time to who has it.
   *  @param by     an administrator, or somebody whose own power is larger and lasts as long
   *  @param reason in the giver's words, kept in the audit log */
  @Transactional
  public Granted grant(AccountId by, AccountId person, Extent extent, Instant from, Instant until, String reason) {
    Instant now = clock.instant();
    Instant start = from.isBefore(now) ? now : from;
    if (!until.isAfter(start)) return new Granted.Refused("until", "supervision.problem.until");
    if (until.isAfter(start.plus(LONGEST))) return new Granted.Refused("until", "supervision.problem.tooLong");
    Optional<Power> own = source(by, extent);
    if (own.isEmpty() && !administrator(by)) return new Granted.Refused("territory", "supervision.problem.beyond");
    if (own.isEmpty()) return given(by, person, extent, start, until, null, reason);
    if (person.equals(by)) return new Granted.Refused("contact", "supervision.problem.oneself");
    if (own.get().until().isBefore(until)) return new Granted.Refused("until", "supervision.problem.untilBeyond");
    return given(by, person, extent, start, until, own.get().id(), reason);
  }

  /** The longest of somebody's own powers out of which this one can be given; an administrator needs none. */
  private Optional<Power> source(AccountId by, Extent wanted) {
    if (administrator(by)) return Optional.empty();
    return table.of(by, clock.instant()).stream().filter(power -> power.absence() == null && power.extent().exceeds(wanted)).max(Comparator.comparing(Power::until));
  }

  private Granted given(AccountId by, AccountId person, Extent extent, Instant from, Instant until, @Nullable Long parent, String reason) {
    Instant now = clock.instant();
    Optional<Power> same = table.same(person, extent, now);
    if (same.isPresent()) return prolonged(by, same.get(), until, reason);
    table.everyOf(person).stream().filter(power -> !power.until().isAfter(now)).forEach(this::close);
    long id = table.give(person, extent, from, until, by, parent, null);
    news.given(by, table.find(id).orElseThrow(), reason);
    return new Granted.Given(id);
  }

  private Granted prolonged(AccountId by, Power power, Instant until, String reason) {
    if (!until.isAfter(power.until())) return new Granted.Refused("territory", "supervision.problem.already");
    Long above = power.parent();
    if (above != null && table.find(above).filter(one -> !one.until().isBefore(until)).isEmpty()) return new Granted.Refused("until", "supervision.problem.untilBeyond");
    if (!mayEnd(by, power) || by.equals(power.account())) return new Granted.Refused("territory", "supervision.problem.already");
    table.prolong(power.id(), until, by, clock.instant());
    news.prolonged(by, power, until, reason);
    return new Granted.Prolonged(power.id());
  }

  /** Takes a power away, with all that was given out of it; what its holders had in hand waits for others again.
   *  @return false when it has ended already
   *  @throws NotFound for who neither has it, nor gave it, nor has more */
  @Transactional
  public boolean end(AccountId by, long id, String reason) {
    Optional<Power> power = table.find(id);
    if (power.isEmpty()) return false;
    if (!mayEnd(by, power.get())) throw new NotFound("power " + id + " is not ended by " + by);
    String cause = by.equals(power.get().account()) ? "laid-down" : "revoked";
    List<Power> ended = table.end(id, by, cause, clock.instant());
    ended(ended, by, cause, reason);
    return !ended.isEmpty();
  }

  /** Whether this person may end a power: whose it is, an administrator, whoever has more. Who stands in for somebody ends nothing. */
  public boolean mayEnd(AccountId by, Power power) {
    return by.equals(power.account()) || administrator(by)
        || table.of(by, clock.instant()).stream().anyMatch(own -> own.absence() == null && own.extent().exceeds(power.extent()));
  }

  /** Whether this person may appoint somebody at all. */
  public boolean mayGrant(AccountId by) {
    return administrator(by) || own(by).stream().anyMatch(power -> power.extent().daira() == null || power.extent().field() == null);
  }

  /** What somebody has in their own right now. */
  public List<Power> own(AccountId person) {
    return table.of(person, clock.instant()).stream().filter(power -> power.absence() == null).toList();
  }

  /** Every power that somebody may see: their own and what lies within it, an administrator all; the larger first. */
  public List<Power> seenBy(AccountId person) {
    List<Power> all = table.all(clock.instant());
    if (administrator(person)) return all;
    Territory mine = new Territory(own(person).stream().map(Power::extent).toList());
    return all.stream().filter(power -> power.account().equals(person) || mine.holds(power.extent())).toList();
  }

  /** Closes what has run out, in the words of its own end; again and again without doubling. */
  @Transactional
  public void closeWhatIsOver() {
    table.over(clock.instant()).forEach(this::close);
  }

  private void close(Power over) {
    ended(table.end(over.id(), null, "over", over.until()), null, "over", "");
  }

  /** Who leaves looks after nothing any more, and what they had claimed waits for others. */
  @EventListener
  void left(AccountClosed closed) {
    table.everyOf(closed.account()).forEach(power -> ended(table.end(power.id(), null, "left", clock.instant()), null, "left", ""));
    assignments.free(closed.account(), Territory.NONE);
  }

  private void ended(List<Power> ended, @Nullable AccountId by, String cause, String reason) {
    for (Power power : ended) {
      assignments.free(power.account(), new Territory(table.of(power.account(), clock.instant()).stream().map(Power::extent).toList()));
      news.ended(by, power, power.equals(ended.getFirst()) ? cause : "above", reason);
    }
  }

  private boolean administrator(AccountId person) {
    return accounts.find(person).filter(Account::administrator).isPresent();
  }
}
