package dz.linatatawwa.hours;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import dz.linatatawwa.site.Settings;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The bounds of the ledger as an administrator has set them. */
@Component
class HourSettings implements SettingList {

  private static final Setting.Whole CLOCK = new Setting.Whole("hours.clockHours", HourLimits.USUAL.clockHours(), 12, 336);
  private static final Setting.Whole LATE = new Setting.Whole("hours.lateHours", HourLimits.USUAL.lateHours(), 12, 336);
  private static final Setting.Whole MANY = new Setting.Whole("hours.manyLater", HourLimits.USUAL.manyLater(), 0, 100);
  private static final Setting.Whole SHIFT = new Setting.Whole("hours.shiftMinutes", HourLimits.USUAL.shiftMinutes(), 60, 1_440);
  private static final Setting.Whole ORGANIZATION = new Setting.Whole("hours.organizationHours", HourLimits.USUAL.organizationHours(), 10, 1_000_000);

  private final Settings settings;
  private final int majority;

  HourSettings(Settings settings, @Value("${linatatawwa.majority:19}") int majority) {
    this.settings = settings;
    this.majority = majority;
  }

  HourLimits limits() {
    return new HourLimits(settings.get(CLOCK), settings.get(LATE), HourLimits.USUAL.laterEntryHours(), settings.get(MANY), settings.get(SHIFT),
        HourLimits.USUAL.reasonMinutes(), settings.get(ORGANIZATION));
  }

  /** The age of civil majority. */
  int majority() {
    return majority;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(CLOCK, LATE, MANY, SHIFT, ORGANIZATION);
  }
}
