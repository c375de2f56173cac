package dz.linatatawwa.trainings;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator may set about trainings. */
@Configuration(proxyBeanMethods = false)
class TrainingSettings {

  /** How long a place offered from the waiting list waits for its confirmation, in hours; never beyond the session's beginning. */
  static final Setting<Integer> OFFER_HOURS = new Setting.Whole("trainings.offerHours", 24, 1, 168);

  /** How long before a certificate ends its holder is told, in days. */
  static final Setting<Integer> RENEWAL_DAYS = new Setting.Whole("trainings.renewalDays", 30, 1, 180);

  @Bean
  SettingList settingsOfTrainings() {
    return () -> List.of(OFFER_HOURS, RENEWAL_DAYS);
  }
}
