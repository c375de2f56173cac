package dz.linatatawwa.imports;

import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import dz.linatatawwa.site.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** How large a table of past operations may be, as an administrator has set it. */
@Component
public class ImportSettings implements SettingList {

  private static final Setting.Whole LARGEST = new Setting.Whole("imports.largest", 200, 10, 500);

  private final Settings settings;

  ImportSettings(Settings settings) {
    this.settings = settings;
  }

  /** Bytes of the largest file that the desk takes. */
  public long mostBytes() {
    return settings.get(LARGEST) * 1024L * 1024;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(LARGEST);
  }
}
