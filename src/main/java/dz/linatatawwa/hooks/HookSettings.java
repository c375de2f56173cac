package dz.linatatawwa.hooks;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator may set about webhooks. */
@Configuration
class HookSettings {

  /** After so many days in which nothing arrived, an address is paused and its people are told. */
  static final Setting<Integer> PAUSE_DAYS = new Setting.Whole("hooks.pauseDays", 5, 1, 30);

  @Bean
  SettingList settingsOfHooks() {
    return () -> List.of(PAUSE_DAYS);
  }
}
