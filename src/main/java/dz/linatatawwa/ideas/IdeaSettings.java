package dz.linatatawwa.ideas;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import dz.linatatawwa.site.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** How much one person may write, and when what many reported is no longer seen, as an administrator has set it. */
@Component
class IdeaSettings implements SettingList {

  private static final Setting.Whole IDEAS = new Setting.Whole("ideas.aDay", 5, 1, 100);
  private static final Setting.Whole COMMENTS = new Setting.Whole("ideas.commentsADay", 40, 1, 1000);
  private static final Setting.Whole HELD = new Setting.Whole("ideas.heldAt", 3, 1, 100);

  private final Settings settings;

  IdeaSettings(Settings settings) {
    this.settings = settings;
  }

  int ideasADay() {
    return settings.get(IDEAS);
  }

  int commentsADay() {
    return settings.get(COMMENTS);
  }

  /** So many people must report a thing before it is hidden by itself. */
  int heldAt() {
    return settings.get(HELD);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(IDEAS, COMMENTS, HELD);
  }
}
