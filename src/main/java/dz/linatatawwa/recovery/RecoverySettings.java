package dz.linatatawwa.recovery;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator may set about coming back. */
@Configuration(proxyBeanMethods = false)
class RecoverySettings {

  /** So many hours pass between a coordinator's word and the open account. */
  static final Setting<Integer> WAIT_HOURS = new Setting.Whole("recovery.waitHours", 72, 24, 720);

  /** So many people may one coordinator vouch for in thirty days. */
  static final Setting<Integer> MOST_VOUCHED = new Setting.Whole("recovery.mostVouched", 5, 0, 100);

  @Bean
  SettingList settingsOfRecovery() {
    return () -> List.of(WAIT_HOURS, MOST_VOUCHED);
  }
}
