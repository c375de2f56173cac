package dz.linatatawwa.recognition;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goes over everybody, some thousand people in one transaction that also keeps how far it came: whoever is killed in the middle goes on from there. */
@Component
class Walking {

  static final int AT_ONCE = 5_000;

  private final WalkTable walks;
  private final BadgeTable badges;
  private final Judging judging;

  Walking(WalkTable walks, BadgeTable badges, Judging judging) {
    this.walks = walks;
    this.badges = badges;
    this.judging = judging;
  }

  /** Goes one step. @return whether there was one to go */
  @Transactional
  public boolean step() {
    return step(AT_ONCE);
  }

  @Transactional
  boolean step(int atOnce) {
    Optional<Walk> next = walks.next();
    if (next.isEmpty()) return false;
    Walk walk = next.get();
    List<Long> people = walks.people(walk.reached(), atOnce);
    Judging.Result result = people.isEmpty() ? new Judging.Result(0, 0, List.of()) : look(walk, people);
    walks.advance(walk, people.isEmpty() ? walk.reached() : people.getLast(), people.size(), result, people.size() < atOnce);
    return true;
  }

  private Judging.Result look(Walk walk, List<Long> people) {
    Long trial = walk.trialOf();
    if (trial == null) return judging.bring(people, "rule", null, walk.quiet());
    Optional<Badge> draft = badges.versions(trial).stream().filter(version -> !version.published()).findFirst();
    return draft.map(badge -> judging.attempt(people, badge)).orElseGet(() -> new Judging.Result(0, 0, List.of()));
  }
}
