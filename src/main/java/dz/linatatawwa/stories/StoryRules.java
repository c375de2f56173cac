package dz.linatatawwa.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** May this be published? Why not? In order. */
final class StoryRules {

  /** So far ahead something may be published. */
  static final Duration AHEAD = Duration.ofDays(366);

  private StoryRules() {}

  /** Message keys of what is missing; empty: it may be published.
   *  @param agreed whether whoever tells it agrees to these very words */
  static List<String> lacks(Story story, boolean agreed, Instant when, Instant now) {
    List<String> lacks = new ArrayList<>();
    if (!story.words().ar().whole()) lacks.add("stories.lack.arabic");
    if (half(story.words().fr())) lacks.add("stories.lack.french");
    if (half(story.words().en())) lacks.add("stories.lack.english");
    if (story.kind() == StoryKind.TESTIMONY && story.teller() == null) lacks.add("stories.lack.teller");
    else if (!agreed) lacks.add("stories.lack.agreement");
    if (when.isAfter(now.plus(AHEAD))) lacks.add("stories.lack.time");
    if (story.withheldAt() != null) lacks.add("stories.lack.withheld");
    return lacks;
  }

  /** Somebody began in this language and did not end. */
  private static boolean half(StoryText text) {
    return !text.none() && !text.whole();
  }
}
