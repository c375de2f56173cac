package dz.linatatawwa.contests;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import dz.linatatawwa.site.Settings;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The clocks of a case as an administrator has set them. */
@Component
class ContestSettings implements SettingList {

  private static final Setting.Whole CLOCK = new Setting.Whole("contests.clockHours", 72, 12, 720);
  private static final Setting.Whole ANSWER = new Setting.Whole("contests.answerHours", 48, 6, 720);
  private static final Setting.Whole APPEAL = new Setting.Whole("contests.appealDays", 30, 7, 365);

  private final Settings settings;

  ContestSettings(Settings settings) {
    this.settings = settings;
  }

  /** How long a case may take. */
  Duration clock() {
    return Duration.ofHours(settings.get(CLOCK));
  }

  /** How long the organisation is waited for; never longer than the whole clock. */
  Duration answer() {
    return Duration.ofHours(Math.min(settings.get(ANSWER), settings.get(CLOCK)));
  }

  /** How long after a decision it may be appealed. */
  Duration appeal() {
    return Duration.ofDays(settings.get(APPEAL));
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(CLOCK, ANSWER, APPEAL);
  }
}
