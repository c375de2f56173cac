package dz.linatatawwa.recognition;

import dz.linatatawwa.eligibility.Eligibility;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts who has each level, some thousand people in one transaction that also keeps how far it came: whoever is killed in the middle goes on from there. */
@Component
class LevelCounting {

  /** From the beginning of one walk to that of the next. */
  static final Duration AGAIN = Duration.ofHours(1);
  private static final int AT_ONCE = 5_000;

  private final LevelTable table;
  private final BadgeTable badges;
  private final Eligibility eligibility;
  private final Clock clock;

  LevelCounting(LevelTable table, BadgeTable badges, Eligibility eligibility, Clock clock) {
    this.table = table;
    this.badges = badges;
    this.eligibility = eligibility;
    this.clock = clock;
  }

  /** Goes one step, or begins where it is time. @return whether there may be another to go now */
  @Transactional
  public boolean step() {
    return step(AT_ONCE);
  }

  @Transactional
  boolean step(int atOnce) {
    return table.hold().map(walked -> walked.reached() == null ? begin(walked) : goOn(walked.reached(), atOnce)).orElse(false);
  }

  private boolean begin(LevelTable.Walked last) {
    Map<Long, Integer> counted = table.counted();
    List<Badge> levels = levels();
    boolean all = levels.stream().allMatch(level -> Objects.equals(counted.get(level.id()), level.version()));
    Instant now = clock.instant();
    boolean young = last.begunAt() != null && last.begunAt().plus(AGAIN).isAfter(now);
    if (levels.isEmpty() || all && young) return false;
    table.begin(levels, now);
    return true;
  }

  private boolean goOn(long reached, int atOnce) {
    List<LevelTable.Person> people = table.people(reached, atOnce);
    // what came or changed meanwhile is counted by the next walk
    Map<Long, Integer> begun = table.under();
    List<Badge> levels = levels().stream().filter(level -> Objects.equals(begun.get(level.id()), level.version())).toList();
    if (!people.isEmpty()) {
      List<Long> here = people.stream().filter(LevelTable.Person::here).map(LevelTable.Person::id).toList();
      List<Integer> fitting = eligibility.fitting(levels.stream().map(Badge::rule).toList(), here).stream().map(Set::size).toList();
      table.add(levels, fitting, people.getLast().id());
    }
    if (people.size() == atOnce) return true;
    table.end(clock.instant());
    return false;
  }

  private List<Badge> levels() {
    return badges.newest().stream().filter(badge -> badge.isLevel() && badge.published() && !badge.retired()).toList();
  }
}
