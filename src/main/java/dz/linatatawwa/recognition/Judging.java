package dz.linatatawwa.recognition;

import dz.linatatawwa.eligibility.Eligibility;
import dz.linatatawwa.eligibility.Rule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who should hold what. Somebody holds a badge when its newest version fits them; or when they have an older version, the newest lets older ones be kept, and the rule of
 *  theirs still fits. A retired badge is given to nobody, and kept as long as the rule under which it was earned fits. */
@Component
class Judging {

  private final Eligibility eligibility;
  private final BadgeTable badges;
  private final HoldingTable holdings;
  private final Clock clock;

  Judging(Eligibility eligibility, BadgeTable badges, HoldingTable holdings, Clock clock) {
    this.eligibility = eligibility;
    this.badges = badges;
    this.holdings = holdings;
    this.clock = clock;
  }

  /** Brings the badges of these people up to date, in the caller's transaction.
   *  @param reason code of why something may be taken: {@code reversed}, {@code changed}, {@code rule}
   *  @param words  of the person who caused it, or null
   *  @return the new lines of history: how many were given, how many taken, and which */
  Result bring(Collection<Long> people, String reason, @Nullable String words, boolean quiet) {
    if (people.isEmpty()) return new Result(0, 0, List.of());
    holdings.lock(people);
    List<HoldingTable.Change> changes = changes(people, badges.published(), null);
    List<Long> lines = holdings.apply(changes, reason, words, quiet, clock.instant());
    long given = changes.stream().filter(HoldingTable.Change::given).count();
    return new Result(given, changes.size() - given, lines);
  }

  /** What a draft would give and take, if it were published now; changes nothing. */
  Result attempt(Collection<Long> people, Badge draft) {
    List<HoldingTable.Change> changes = changes(people, badges.versions(draft.id()), draft);
    long given = changes.stream().filter(HoldingTable.Change::given).count();
    return new Result(given, changes.size() - given, List.of());
  }

  record Result(long given, long taken, List<Long> lines) {}

  private List<HoldingTable.Change> changes(Collection<Long> people, List<Badge> versions, @Nullable Badge draft) {
    Map<Long, Badge> newest = new LinkedHashMap<>();
    Map<String, Badge> every = new HashMap<>();
    for (Badge badge : versions) {
      if (badge.isLevel() || !badge.published() && !badge.equals(draft)) continue;
      newest.merge(badge.id(), badge, (one, other) -> one.version() > other.version() ? one : other);
      every.put(badge.id() + ":" + badge.version(), badge);
    }
    Set<Long> living = holdings.living(people);
    Map<Long, Map<Long, HoldingTable.Row>> rows = new HashMap<>();
    holdings.of(people).forEach(row -> rows.computeIfAbsent(row.badge(), b -> new HashMap<>()).put(row.person(), row));
    List<Rule> rules = every.values().stream().map(Badge::rule).distinct().toList();
    List<Set<Long>> fitting = eligibility.fitting(rules, living);
    Map<Rule, Set<Long>> fits = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) fits.put(rules.get(i), fitting.get(i));
    List<HoldingTable.Change> changes = new ArrayList<>();
    for (Badge badge : newest.values()) {
      Set<Long> byNewest = fits.getOrDefault(badge.rule(), Set.of());
      Map<Long, HoldingTable.Row> holders = rows.getOrDefault(badge.id(), Map.of());
      for (Long person : people) {
        HoldingTable.Row row = holders.get(person);
        boolean earns = !badge.retired() && byNewest.contains(person);
        if (row == null || row.withdrawn()) {
          if (earns) changes.add(new HoldingTable.Change(badge.id(), badge.version(), person, row == null ? 1 : row.nth() + 1, true));
        } else if (!earns && !keeps(badge, row, every, fits)) {
          changes.add(new HoldingTable.Change(badge.id(), row.version(), person, row.nth(), false));
        }
      }
    }
    return changes;
  }

  private static boolean keeps(Badge newest, HoldingTable.Row row, Map<String, Badge> every, Map<Rule, Set<Long>> fits) {
    Badge earned = every.get(row.badge() + ":" + row.version());
    if (earned == null || !newest.retired() && !newest.keeps()) return false;
    return fits.getOrDefault(earned.rule(), Set.of()).contains(row.person());
  }
}
