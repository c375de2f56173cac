package dz.linatatawwa.notices.web;

import dz.linatatawwa.accounts.Origin;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.notices.Preference;
import dz.linatatawwa.notices.QuietHours;
import dz.linatatawwa.notices.Topic;
import dz.linatatawwa.notices.Wishes;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody wants to hear how: by topic and way, at which hours, on which browsers. */
@Controller
class PreferencePages {

  private static final String AT = "/preferences";

  private final Wishes wishes;

  PreferencePages(Wishes wishes) {
    this.wishes = wishes;
  }

  @GetMapping(AT)
  ModelAndView show(SignedIn me) {
    return page(me, Problems.none());
  }

  /** A field that is missing or unreadable leaves its wish as it was. */
  @PostMapping(AT)
  ModelAndView store(SignedIn me, @RequestParam Map<String, String> typed) {
    Wishes.Of now = wishes.of(me.id());
    Map<Topic, Preference> about = new LinkedHashMap<>();
    now.about().forEach((topic, wants) -> about.put(topic, read(typed, topic, wants)));
    wishes.say(me.id(), about, quiet(typed, now.quiet()));
    return View.seeOther(AT, View.saying("notices.preferences.stored"));
  }

  /** Where a script has asked the browser: what it answered. */
  @PostMapping(AT + "/browsers")
  ModelAndView add(SignedIn me, @RequestParam(defaultValue = "") String endpoint, @RequestParam(defaultValue = "") String p256dh,
      @RequestParam(defaultValue = "") String auth, @RequestParam(defaultValue = "0") String key, HttpServletRequest request) {
    boolean good = key.matches("[1-9]\\d{0,2}") && wishes.addBrowser(me.id(), endpoint, p256dh, auth, Integer.parseInt(key), Origin.of(request).device());
    return good ? View.seeOther(AT + "#browsers", View.saying("notices.browsers.added")) : page(me, Problems.none().add("browsers", "notices.browsers.refused"));
  }

  @PostMapping(AT + "/browsers/{id}/removal")
  ModelAndView remove(@PathVariable long id, SignedIn me) {
    wishes.removeBrowser(me.id(), id);
    return View.seeOther(AT + "#browsers", View.saying("notices.browsers.removed"));
  }

  private ModelAndView page(SignedIn me, Problems problems) {
    Object[] parameters = {"wishes", wishes.of(me.id()), "key", wishes.key(), "problems", problems};
    return problems.any() ? View.unprocessable("notices/preferences", parameters) : View.of("notices/preferences", parameters);
  }

  private static Preference read(Map<String, String> typed, Topic topic, Preference now) {
    if (!typed.containsKey("email-" + topic.code())) return now;
    return new Preference(Preference.Pace.read(typed.getOrDefault("email-" + topic.code(), "")).orElse(now.email()),
        Preference.Use.read(typed.getOrDefault("sms-" + topic.code(), "")).orElse(now.sms()), typed.containsKey("push-" + topic.code()));
  }

  private static QuietHours quiet(Map<String, String> typed, QuietHours now) {
    String from = typed.getOrDefault("from", "");
    String to = typed.getOrDefault("to", "");
    return hour(from) && hour(to) ? new QuietHours(Integer.parseInt(from), Integer.parseInt(to)) : now;
  }

  private static boolean hour(String typed) {
    return typed.matches("1?\\d|2[0-3]");
  }
}
