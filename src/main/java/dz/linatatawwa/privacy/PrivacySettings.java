package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.Retention;
import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an administrator may set: days of grace, days to answer, and every period of the register. */
@Component
class PrivacySettings implements SettingList {

  /** Days between asking to leave and leaving. */
  static final Setting.Whole GRACE = new Setting.Whole("privacy.grace", 7, 1, 30);
  /** Days within which a request is answered. */
  static final Setting.Whole ANSWER = new Setting.Whole("privacy.answer", 10, 1, 30);

  private final Register register;

  PrivacySettings(Register register) {
    this.register = register;
  }

  @Override
  public List<Setting<?>> settings() {
    return Stream.<Setting<?>>concat(Stream.of(GRACE, ANSWER), register.retentions().stream().map(Retention::days)).toList();
  }
}
