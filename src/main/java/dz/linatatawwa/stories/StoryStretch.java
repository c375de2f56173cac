package dz.linatatawwa.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of the list of stories, the newest first. @param next behind which it goes on; null: this is the end */
public record StoryStretch(List<Story> rows, @Nullable StoryPlace next) {

  public StoryStretch {
    rows = List.copyOf(rows);
  }
}
