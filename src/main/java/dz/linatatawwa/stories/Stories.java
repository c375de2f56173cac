package dz.linatatawwa.stories;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Stories as everybody sees them: from their hour on, as long as they are not taken back and whoever tells them agrees. */
@Service
public class Stories {

  /** So many on a page. */
  public static final int PAGE = 12;

  private final StoryTable table;
  private final Clock clock;

  Stories(StoryTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** A story that everybody may read now. */
  public Optional<Story> shown(StoryId id) {
    Instant now = clock.instant();
    return table.live(id).filter(story -> story.state(now) == StoryState.SHOWN);
  }

  /** A page of the list, the newest first.
   *  @param behind the place behind which it goes on; null: from the newest on */
  public StoryStretch page(StoryCriteria criteria, @Nullable StoryPlace behind) {
    List<Story> found = table.shown(criteria, behind, clock.instant(), PAGE + 1);
    if (found.size() <= PAGE) return new StoryStretch(found, null);
    List<Story> rows = found.subList(0, PAGE);
    return new StoryStretch(rows, StoryPlace.of(rows.getLast()));
  }

  /** The newest of all. @param most at most a hundred */
  public List<Story> newest(int most) {
    return table.shown(StoryCriteria.ALL, null, clock.instant(), Math.clamp(most, 1, 100));
  }
}
