package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Reportable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stories as things that people may report. */
@Component
class StoryReports implements Reportable {

  private static final String KIND = "story";

  private final StoryTable table;
  private final PublicEye eye;
  private final Clock clock;

  StoryReports(StoryTable table, PublicEye eye, Clock clock) {
    this.table = table;
    this.eye = eye;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "stories.thing";
  }

  @Override
  public Optional<Reported> find(String id) {
    return live(id).map(story -> new Reported(Thing.of(KIND, story.id().value()), story.words().ar().title(), story.id().path(), story.wilaya(),
        story.madeBy() == null ? List.of() : List.of(story.madeBy()), null, story.state(clock.instant()) == StoryState.SHOWN));
  }

  @Override
  public boolean withhold(String id, AccountId by, String code, String words) {
    Optional<Story> story = live(id).filter(found -> found.state(clock.instant()) == StoryState.SHOWN);
    story.ifPresent(found -> table.withheld(found.id(), clock.instant()));
    story.ifPresent(found -> eye.refresh(found.id()));
    return story.isPresent();
  }

  @Override
  public boolean release(String id, AccountId by, String words) {
    Optional<Story> story = live(id).filter(found -> found.withheldAt() != null);
    story.ifPresent(found -> table.withheld(found.id(), null));
    story.ifPresent(found -> eye.refresh(found.id()));
    return story.isPresent();
  }

  private Optional<Story> live(String id) {
    return id.matches("[1-9]\\d{0,17}") ? table.live(new StoryId(Long.parseLong(id))).filter(story -> !story.since().isAfter(clock.instant())) : Optional.empty();
  }
}
