package dz.linatatawwa.messages;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import dz.linatatawwa.site.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** How much one person or organisation may write, as an administrator has set it. */
@Component
class MessageSettings implements SettingList {

  private static final Setting.Whole CONVERSATIONS = new Setting.Whole("messages.conversationsADay", 8, 1, 1000);
  private static final Setting.Whole MESSAGES = new Setting.Whole("messages.anHour", 60, 1, 10_000);
  private static final Setting.Whole CIRCULARS = new Setting.Whole("messages.circularsADay", 10, 1, 1000);

  private final Settings settings;

  MessageSettings(Settings settings) {
    this.settings = settings;
  }

  /** So many conversations may one volunteer begin in a day. */
  int conversationsADay() {
    return settings.get(CONVERSATIONS);
  }

  /** So many messages may one account write in an hour. */
  int messagesAnHour() {
    return settings.get(MESSAGES);
  }

  /** So many circulars may one organisation send in a day. */
  int circularsADay() {
    return settings.get(CIRCULARS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(CONVERSATIONS, MESSAGES, CIRCULARS);
  }
}
