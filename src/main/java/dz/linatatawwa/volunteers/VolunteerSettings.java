package dz.linatatawwa.volunteers;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator may set about volunteers. */
@Configuration(proxyBeanMethods = false)
public class VolunteerSettings {

  /** The age from which nobody else's consent is needed: civil majority, which the law may change. In years. */
  public static final Setting<Integer> MAJORITY = new Setting.Whole("volunteers.majority", 19, 15, 25);

  @Bean
  SettingList settingsOfVolunteers() {
    return () -> List.of(MAJORITY);
  }
}
