package dz.linatatawwa.recognition.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.recognition.Badges;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** One's own badges. */
@Controller
class BadgePages {

  private final Badges badges;

  BadgePages(Badges badges) {
    this.badges = badges;
  }

  @GetMapping("/badges")
  ModelAndView badges(SignedIn me) {
    return View.of("recognition/badges", "cabinet", badges.of(me.id()));
  }
}
