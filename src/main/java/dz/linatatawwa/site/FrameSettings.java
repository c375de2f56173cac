package dz.linatatawwa.site;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of the frame itself. */
@Configuration(proxyBeanMethods = false)
class FrameSettings {

  private static final int LONGEST = 40;

  /** A telephone number for help, shown below every page; empty shows none. */
  static final Setting<String> HELP_LINE = new Setting.Line("site.helpLine", "", LONGEST);

  @Bean
  SettingList settingsOfTheFrame() {
    return () -> List.of(HELP_LINE);
  }
}
