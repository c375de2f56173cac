package dz.linatatawwa.integrity;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import dz.linatatawwa.site.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** From when on deciding is hasty. */
@Component
class HasteSettings implements SettingList {

  private static final Setting.Whole DECISIONS = new Setting.Whole("integrity.hasteDecisions", 12, 3, 500);
  private static final Setting.Whole MINUTES = new Setting.Whole("integrity.hasteMinutes", 60, 5, 600);
  private static final Setting.Whole SECONDS = new Setting.Whole("integrity.hasteSeconds", 15, 2, 300);

  private final Settings settings;

  HasteSettings(Settings settings) {
    this.settings = settings;
  }

  int decisions() {
    return settings.get(DECISIONS);
  }

  int minutes() {
    return settings.get(MINUTES);
  }

  int seconds() {
    return settings.get(SECONDS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(DECISIONS, MINUTES, SECONDS);
  }
}
