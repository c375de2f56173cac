package dz.linatatawwa.declarations;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import dz.linatatawwa.site.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** The caps of declarations as an administrator has set them. */
@Component
class DeclarationSettings implements SettingList {

  private static final Setting.Whole DAYS = new Setting.Whole("declarations.days", 31, 1, 92);
  private static final Setting.Whole MONTH = new Setting.Whole("declarations.monthHours", 120, 10, 744);

  private final Settings settings;

  DeclarationSettings(Settings settings) {
    this.settings = settings;
  }

  DeclarationRules rules() {
    return new DeclarationRules(settings.get(DAYS), settings.get(MONTH));
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(DAYS, MONTH);
  }
}
