package dz.linatatawwa.partnerships;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import dz.linatatawwa.site.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an administrator may set about agreements. */
@Component
class PartnershipSettings implements SettingList {

  private static final Setting.Rising REMINDERS = new Setting.Rising("partnerships.renewalDays", List.of(15, 60), 1, 365);

  private final Settings settings;

  PartnershipSettings(Settings settings) {
    this.settings = settings;
  }

  /** So many days before its last day both sides are reminded of an agreement's end: the nearest first. */
  List<Integer> reminders() {
    return settings.get(REMINDERS);
  }

  /** The earliest of these reminders: from then on an agreement counts as expiring. */
  int firstReminder() {
    return reminders().getLast();
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(REMINDERS);
  }
}
