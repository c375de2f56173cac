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

  /** How many people without an account somebody may name in one application; a family, not a crowd. */
  static final Setting<Integer> NAMED_AT_MOST = new Setting.Whole("participation.namedAtMost", 8, 0, Wish.MOST_NAMED);

  @Bean
  SettingList settingsOfParticipation() {
    return () -> List.of(ANSWER_HOURS, OFFER_HOURS, NAMED_AT_MOST);
  }
}
