package dz.linatatawwa.attendance;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator may set about the day. */
@Configuration(proxyBeanMethods = false)
class AttendanceSettings {

  /** How many minutes before the grace is over those who are still in are told. */
  static final Setting<Integer> TOLD_BEFORE = new Setting.Whole("attendance.toldBefore", 15, 1, 120);

  @Bean
  SettingList settingsOfAttendance() {
    return () -> List.of(TOLD_BEFORE);
  }
}
