package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimTable.PersonDay;
import dz.linatatawwa.hours.ConfirmingRules.Verdict;
import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Confirms, refuses and reverses: a handful of statements for any number of people. Runs inside the caller's transaction. */
@Component
class Settling {

  private final ClaimTable claims;
  private final EntryTable entries;
  private final ApplicationEventPublisher events;
  private final HourSettings settings;
  private final Clock clock;

  Settling(ClaimTable claims, EntryTable entries, ApplicationEventPublisher events, HourSettings settings, Clock clock) {
    this.claims = claims;
    this.entries = entries;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  /** Writes into the ledger what the rules allow this person to confirm. */
  Settlement confirm(long organization, Collection<ClaimId> asked, Settler by, @Nullable String reason) {
    List<OpenClaim> open = claims.open(organization, values(asked));
    Verdicts verdicts = judge(organization, open, by, reason);
    if (!verdicts.vouched.isEmpty()) claims.vouch(ids(verdicts.vouched), by, reason);
    if (!verdicts.confirmed.isEmpty()) {
      claims.confirm(ids(verdicts.confirmed), by, reason);
      entries.write(verdicts.confirmed, by.account());
      events.publishEvent(new HoursAttested(verdicts.confirmed.stream()
          .map(c -> new HoursAttested.Credit(new AccountId(c.volunteer()), c.minutes(), new ClaimId(c.id()))).toList()));
    }
    return settlement(asked, open, verdicts);
  }

  /** Says no, for a coded reason. */
  Settlement refuse(long organization, Collection<ClaimId> asked, Settler by, RefusalCode code, String reason) {
    List<OpenClaim> open = claims.open(organization, values(asked));
    Verdicts verdicts = new Verdicts();
    for (OpenClaim claim : open) {
      if (claim.volunteer() == by.account()) verdicts.left.put(new ClaimId(claim.id()), Why.OWN_HOURS);
      else verdicts.confirmed.add(claim);
    }
    if (!verdicts.confirmed.isEmpty()) {
      claims.refuse(ids(verdicts.confirmed), by.account(), code.code(), reason.isEmpty() ? null : reason);
      events.publishEvent(new HoursRefused(verdicts.confirmed.stream()
          .map(c -> new HoursRefused.Refused(new AccountId(c.volunteer()), c.minutes(), new ClaimId(c.id()))).toList(), code, reason));
    }
    return settlement(asked, open, verdicts);
  }

  /** Takes confirmed hours back by lines that name the lines they reverse. */
  Settlement reverse(long organization, ClaimId asked, Settler by, String reason) {
    List<OpenClaim> standing = claims.standing(organization, asked.value());
    Verdicts verdicts = new Verdicts();
    for (OpenClaim claim : standing) {
      if (claim.volunteer() == by.account()) {
        verdicts.left.put(asked, Why.OWN_HOURS);
        continue;
      }
      claims.reversed(claim.id());
      entries.takeBack(claim.id(), by.account(), reason);
      verdicts.confirmed.add(claim);
      events.publishEvent(new HoursReversed(new AccountId(claim.volunteer()), claim.minutes(), asked, reason));
    }
    return settlement(List.of(asked), standing, verdicts);
  }

  /** Other times for a claim that waits: a change of the record, so whoever vouched for the old times vouches for nothing. */
  Settlement retime(long organization, ClaimId asked, Settler by, Instant from, Instant to, String reason) {
    List<OpenClaim> open = claims.open(organization, List.of(asked.value()));
    Verdicts verdicts = new Verdicts();
    for (OpenClaim claim : open) {
      int minutes = (int) Math.min(1_440, Duration.between(from, to).toMinutes());
      if (claim.volunteer() == by.account()) verdicts.left.put(asked, Why.OWN_HOURS);
      else if (minutes < 1 || !claims.bounds(claim.id()).holds(from, to)) verdicts.left.put(asked, Why.IMPOSSIBLE_TIME);
      else if (minutes > settings.limits().shiftMinutes()) verdicts.left.put(asked, Why.OVER_SHIFT);
      else {
        claims.retime(claim.id(), from, to, minutes, settings.limits().lateHours(), reason);
        verdicts.confirmed.add(claim);
        events.publishEvent(new HoursRetimed(new AccountId(claim.volunteer()), claim.minutes(), minutes, asked, reason));
      }
    }
    return settlement(List.of(asked), open, verdicts);
  }

  private Verdicts judge(long organization, List<OpenClaim> open, Settler by, @Nullable String reason) {
    Verdicts verdicts = new Verdicts();
    if (open.isEmpty()) return verdicts;
    HourLimits limits = settings.limits();
    ConfirmingRules rules = new ConfirmingRules(limits);
    Map<PersonDay, Integer> days = daysOf(open);
    long month = monthOf(organization);
    for (OpenClaim claim : open) {
      int most = claim.days().stream().mapToInt(d -> days.getOrDefault(new PersonDay(claim.volunteer(), d.day()), 0) + d.minutes()).max().orElse(0);
      boolean overCap = month + claim.minutes() > limits.organizationHours() * 60L;
      switch (rules.verdict(claim, by, most, overCap, reason)) {
        case Verdict.Leave(Why why) -> verdicts.left.put(new ClaimId(claim.id()), why);
        case Verdict.Vouch() -> verdicts.vouched.add(claim);
        case Verdict.Confirm() -> {
          verdicts.confirmed.add(claim);
          month += claim.minutes();
          claim.days().forEach(d -> days.merge(new PersonDay(claim.volunteer(), d.day()), d.minutes(), Integer::sum));
        }
      }
    }
    return verdicts;
  }

  private Map<PersonDay, Integer> daysOf(List<OpenClaim> open) {
    List<LocalDate> days = open.stream().flatMap(claim -> claim.days().stream()).map(DayTime::day).sorted().toList();
    return new HashMap<>(claims.minutesOfDays(open.stream().map(OpenClaim::volunteer).distinct().toList(), days.getFirst(), days.getLast()));
  }

  private long monthOf(long organization) {
    LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
    return claims.minutesOf(organization, today.withDayOfMonth(1), today);
  }

  /** Everything that was asked for ends somewhere: what was no longer open was settled by somebody else. */
  private static Settlement settlement(Collection<ClaimId> asked, List<OpenClaim> found, Verdicts verdicts) {
    Set<Long> known = Set.copyOf(ids(found));
    asked.stream().filter(id -> !known.contains(id.value())).forEach(id -> verdicts.left.put(id, Why.ALREADY_SETTLED));
    return new Settlement(claimIds(verdicts.confirmed), claimIds(verdicts.vouched), verdicts.left);
  }

  private static List<Long> values(Collection<ClaimId> ids) {
    return ids.stream().map(ClaimId::value).toList();
  }

  private static List<Long> ids(List<OpenClaim> claims) {
    return claims.stream().map(OpenClaim::id).toList();
  }

  private static List<ClaimId> claimIds(List<OpenClaim> claims) {
    return claims.stream().map(claim -> new ClaimId(claim.id())).toList();
  }

  private static final class Verdicts {
    private final List<OpenClaim> confirmed = new ArrayList<>();
    private final List<OpenClaim> vouched = new ArrayList<>();
    private final Map<ClaimId, Why> left = new HashMap<>();
  }
}
