package dz.linatatawwa.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The administrators' page of settings: each with what it does, its bounds and a form of its own. */
@Controller
class SettingPages {

  private final Settings settings;
  private final PageMaker pages;
  private final List<SettingList> rooms;
  private final ApplicationEventPublisher events;

  SettingPages(Settings settings, PageMaker pages, List<SettingList> rooms, ApplicationEventPublisher events) {
    this.settings = settings;
    this.pages = pages;
    this.rooms = rooms;
    this.events = events;
  }

  @GetMapping("/settings")
  ModelAndView list(HttpServletRequest request) {
    administrator(request);
    return View.of("site/settings", "settings", all(), "values", values(), "problems", Problems.none());
  }

  @PostMapping("/settings/{key}")
  ModelAndView change(@PathVariable String key, @RequestParam String value, HttpServletRequest request) {
    long by = administrator(request);
    Setting<?> setting = all().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow(() -> new NotFound("setting " + key));
    if (store(setting, value, by)) {
      events.publishEvent(new PublicPagesChanged());
      return View.seeOther("/settings", View.saying("site.settings.changed"));
    }
    Map<String, String> typed = values();
    typed.put(key, value);
    return View.unprocessable("site/settings", "settings", all(), "values", typed, "problems", Problems.none().add(key, "site.settings.refused"));
  }

  private <T> boolean store(Setting<T> setting, String value, long by) {
    Optional<T> read = setting.read(value);
    read.ifPresent(good -> settings.change(setting, good, by));
    return read.isPresent();
  }

  private List<Setting<?>> all() {
    return rooms.stream().flatMap(room -> room.settings().stream()).sorted(Comparator.comparing(Setting::key)).toList();
  }

  private Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    all().forEach(setting -> values.put(setting.key(), shown(setting)));
    return values;
  }

  private <T> String shown(Setting<T> setting) {
    return setting.write(settings.get(setting));
  }

  /** Others than administrators see no such page. */
  private long administrator(HttpServletRequest request) {
    Visitor visitor = pages.page(request).visitor();
    Long account = visitor.account();
    if (account == null || !visitor.administrator()) throw new NotFound("settings");
    return account;
  }
}
