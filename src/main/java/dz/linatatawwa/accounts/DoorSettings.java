package dz.linatatawwa.accounts;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator may set about the doors. */
@Configuration(proxyBeanMethods = false)
class DoorSettings {

  /** After so many days without a code typed for it, a contact alone opens nothing: operators give numbers to other people after some months. */
  static final Setting<Integer> CONTACT_SLEEPS = new Setting.Whole("accounts.contactSleeps", 180, 30, 3650);

  /** So many hours sensitive deeds wait, and a new contact can be taken back. */
  static final Setting<Integer> HOLD_HOURS = new Setting.Whole("accounts.holdHours", 72, 1, 720);

  @Bean
  SettingList settingsOfDoors() {
    return () -> List.of(CONTACT_SLEEPS, HOLD_HOURS);
  }
}
