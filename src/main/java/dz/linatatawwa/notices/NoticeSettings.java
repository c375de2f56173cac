package dz.linatatawwa.notices;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator may set about notices. */
@Configuration(proxyBeanMethods = false)
class NoticeSettings {

  /** What one part of a text message costs, in centimes of a dinar, as the contract with the operator says. */
  static final Setting<Integer> SMS_PRICE = new Setting.Whole("notices.smsPrice", 500, 0, 100_000);

  /** The most parts of text messages in a day; codes and what is urgent are counted, but not held back. */
  static final Setting<Integer> SMS_DAY = new Setting.Whole("notices.smsDay", 5_000, 0, 10_000_000);

  /** The same for a month. */
  static final Setting<Integer> SMS_MONTH = new Setting.Whole("notices.smsMonth", 60_000, 0, 100_000_000);

  /** How many letters of an announcement are handed over in a second. */
  static final Setting<Integer> BULK_PACE = new Setting.Whole("notices.bulkPace", 420, 1, 5_000);

  @Bean
  SettingList settingsOfNotices() {
    return () -> List.of(SMS_PRICE, SMS_DAY, SMS_MONTH, BULK_PACE);
  }
}
