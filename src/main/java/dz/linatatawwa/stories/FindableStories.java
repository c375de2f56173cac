package dz.linatatawwa.stories;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Findable;
import dz.linatatawwa.site.FindableThings;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stories as the search over all, feeds and the map of the site find them: only those that everybody may read at this moment, in the words that were published. Nobody is named
 *  but in these words. */
@Component
class FindableStories implements FindableThings {

  static final String KIND = "story";

  private final StoryTable table;
  private final StoryHours hours;
  private final Clock clock;

  FindableStories(StoryTable table, StoryHours hours, Clock clock) {
    this.table = table;
    this.hours = hours;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Findable> read(Collection<Long> ids) {
    return table.shown(ids, clock.instant()).stream().map(FindableStories::found).toList();
  }

  @Override
  public List<Long> after(long id, int most) {
    return table.shownBehind(id, clock.instant(), most);
  }

  @Override
  public List<Long> restless() {
    return hours.restless();
  }

  private static Findable found(Story story) {
    StoryWords words = story.words();
    return new Findable(story.id().value(), story.id().path(), new LocalName(words.ar().title(), title(words.fr()), title(words.en())),
        Findable.told(about(words.ar()), about(words.fr()), about(words.en())), null, "", null, Optional.ofNullable(story.wilaya()).map(WilayaCode::value).orElse(null), null,
        story.field(), null, story.since());
  }

  private static @Nullable String title(StoryText text) {
    return text.whole() ? text.title() : null;
  }

  /** What a list shows of it: the summary, or how the words begin. */
  private static @Nullable String about(StoryText text) {
    if (!text.whole()) return null;
    return text.summary().isEmpty() ? StoryMarkdown.plain(text.body()) : text.summary();
  }
}
