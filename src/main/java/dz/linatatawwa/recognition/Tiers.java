package dz.linatatawwa.recognition;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import dz.linatatawwa.site.Settings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** At how many confirmed hours a badge is reached. */
@Configuration
class Tiers {

  static final Setting<List<Integer>> SETTING = new Setting.Rising("recognition.tiers", List.of(10, 25, 50, 100, 250, 500, 1000), 1, 100_000);

  @Bean
  SettingList settingsOfRecognition() {
    return () -> List.of(SETTING);
  }

  static List<Integer> now(Settings settings) {
    return settings.get(SETTING);
  }
}
