package dz.linatatawwa.participation;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator may set about applications. */
@Configuration(proxyBeanMethods = false)
class ParticipationSettings {

  /** How long an organisation has to answer an application, in hours; never beyond the shift's beginning. */
  static final Setting<Integer> ANSWER_HOURS = new Setting.Whole("participation.answerHours", 72, 1, 336);

  /** How long an offered seat waits for its confirmation, in hours; never beyond the shift's beginning. */
  static final Setting<Integer> OFFER_HOURS = new Setting.Whole("participation.offerHours", 24, 1, 168);

  @Bean
  SettingList settingsOfParticipation() {
    return () -> List.of(ANSWER_HOURS, OFFER_HOURS);
  }
}
