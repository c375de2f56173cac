package dz.linatatawwa.recognition;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.AttendanceChanged;
import dz.linatatawwa.attendance.AttendanceClosed;
import dz.linatatawwa.eligibility.Condition;
import dz.linatatawwa.eligibility.Eligibility;
import dz.linatatawwa.eligibility.Judgement;
import dz.linatatawwa.eligibility.Period;
import dz.linatatawwa.eligibility.RamadanMoved;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.hours.HoursAttested;
import dz.linatatawwa.hours.HoursReversed;
import dz.linatatawwa.opportunities.ShiftId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Badges and levels: given in the very transaction that confirms the hours, taken back with the hours beneath them, and told once. */
@Service
public class Badges {

  /** So many lines are told in the transaction that made them; of more, the rest is told within a minute. */
  private static final int TOLD_AT_ONCE = 20;
  private static final Rule YEAR = Rule.of(new Condition.Hours(60, Grade.COUNTED, new Period.LastMonths(12), Set.of()));
  private static final Rule EVER = Rule.of(Condition.Hours.of(1));

  private final BadgeTable table;
  private final HoldingTable holdings;
  private final LevelTable levels;
  private final NewsTable news;
  private final WalkTable walks;
  private final Judging judging;
  private final Announcing announcing;
  private final Eligibility eligibility;

  Badges(BadgeTable table, HoldingTable holdings, LevelTable levels, NewsTable news, WalkTable walks, Judging judging, Announcing announcing, Eligibility eligibility) {
    this.table = table;
    this.holdings = holdings;
    this.levels = levels;
    this.news = news;
    this.walks = walks;
    this.judging = judging;
    this.announcing = announcing;
    this.eligibility = eligibility;
  }

  /** What a person holds, how far the rest is, and their levels today. */
  public Cabinet of(AccountId person) {
    List<Held> held = held(person);
    Set<Long> mine = held.stream().map(one -> one.badge().id()).collect(Collectors.toSet());
    List<Badge> open = table.newest().stream().filter(badge -> !badge.retired() && !mine.contains(badge.id())).toList();
    List<Rule> rules = new ArrayList<>(open.stream().map(Badge::rule).toList());
    rules.add(EVER);
    rules.add(YEAR);
    List<Judgement> judged = eligibility.judgeAll(rules, person);
    List<Near> near = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) near.add(new Near(open.get(i), judged.get(i)));
    return new Cabinet(held, near.stream().filter(one -> !one.badge().isLevel()).toList(), near.stream().filter(one -> one.badge().isLevel()).toList(),
        judged.get(open.size()).parts().getFirst().have(), judged.get(open.size() + 1).parts().getFirst().have());
  }

  /** The badges that a person holds, the newest first, each in the version that was earned. */
  public List<Held> held(AccountId person) {
    List<HoldingTable.Mine> mine = holdings.held(person.value());
    if (mine.isEmpty()) return List.of();
    Map<String, Badge> versions = table.published().stream().collect(Collectors.toMap(badge -> badge.id() + ":" + badge.version(), Function.identity()));
    return mine.stream().flatMap(one -> Optional.ofNullable(versions.get(one.badge() + ":" + one.version())).map(badge -> new Held(badge, one.since(), one.nth())).stream())
        .toList();
  }

  /** A badge in its newest version, also one that is retired. */
  public Optional<Badge> find(String key) {
    return table.newest(key);
  }

  /** A badge by its number, in its newest version, also one that is retired. */
  public Optional<Badge> find(long id) {
    return table.newest().stream().filter(badge -> badge.id() == id).findFirst();
  }

  /** A badge in one of its versions. */
  public Optional<Badge> find(String key, int version) {
    return table.version(key, version);
  }

  /** Every badge and level that is given now, in its newest version. */
  public List<Badge> given() {
    return table.newest().stream().filter(badge -> !badge.retired()).toList();
  }

  /** How many people hold a badge; or how many had a level when that was counted last, an hour or two ago while the clock goes; nothing for a level that is new. */
  public Optional<Holders> holders(Badge badge) {
    return badge.isLevel() ? levels.of(badge) : Optional.of(new Holders(holdings.holders(badge.id()), null));
  }

  /** At how many confirmed hours a badge by hours alone is reached; rising. */
  public List<Integer> tiers() {
    return given().stream().filter(badge -> !badge.isLevel()).map(Tier::hours).filter(hours -> hours > 0).distinct().sorted().toList();
  }

  /** Has everybody looked at, in the background and without telling anybody: after hours were brought in from elsewhere. */
  @Transactional
  public void computeAll() {
    walks.begin(null, true, null);
    levels.forget();
  }

  @EventListener
  void give(HoursAttested attested) {
    bring(attested.volunteers().stream().map(AccountId::value).toList(), "changed", null);
  }

  @EventListener
  void withdraw(HoursReversed reversed) {
    bring(List.of(reversed.volunteer().value()), "reversed", reversed.reason());
  }

  @EventListener
  void closed(AttendanceClosed closed) {
    later(closed.shift());
  }

  @EventListener
  void changed(AttendanceChanged changed) {
    later(changed.shift());
  }

  @EventListener
  void moved(RamadanMoved moved) {
    walks.begin(null, false, null);
  }

  private void later(ShiftId shift) {
    news.dueOfShift(shift.value());
  }

  private void bring(List<Long> people, String reason, @Nullable String words) {
    List<Long> lines = judging.bring(people, reason, words, false).lines();
    if (!lines.isEmpty() && lines.size() <= TOLD_AT_ONCE) announcing.announce(lines, lines.size());
  }
}
