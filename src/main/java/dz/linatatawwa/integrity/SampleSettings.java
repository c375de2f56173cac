package dz.linatatawwa.integrity;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import dz.linatatawwa.site.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** How large the sample is, and how long people have to answer. */
@Component
class SampleSettings implements SettingList {

  /** 15 of 1,000: between one and two percent. */
  private static final Setting.Whole PERMILLE = new Setting.Whole("integrity.samplePermille", 15, 10, 100);
  private static final Setting.Whole DAYS = new Setting.Whole("integrity.sampleDays", 14, 4, 60);

  private final Settings settings;

  SampleSettings(Settings settings) {
    this.settings = settings;
  }

  int permille() {
    return settings.get(PERMILLE);
  }

  int days() {
    return settings.get(DAYS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(PERMILLE, DAYS);
  }
}
