package dz.linatatawwa.releases;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator decides of releases. */
@Configuration(proxyBeanMethods = false)
class ReleaseSettings {

  private static final int LONGEST = 120;

  /** The name of the licence under which published figures stand; empty while none is chosen. */
  static final Setting<String> LICENCE = new Setting.Line("releases.licence.name", "", LONGEST);

  @Bean
  SettingList settingsOfReleases() {
    return () -> List.of(LICENCE);
  }
}
