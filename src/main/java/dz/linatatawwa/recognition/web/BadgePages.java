package dz.linatatawwa.recognition.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.eligibility.RuleWords;
import dz.linatatawwa.recognition.Badge;
import dz.linatatawwa.recognition.Badges;
import dz.linatatawwa.recognition.Holders;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One's own badges, and the public page of each badge. */
@Controller
class BadgePages {

  /** So few could be recognised: below it the page tells no number. */
  private static final int FEW = 5;

  private final Badges badges;
  private final RuleWords rules;

  BadgePages(Badges badges, RuleWords rules) {
    this.badges = badges;
    this.rules = rules;
  }

  @GetMapping("/badges")
  ModelAndView badges(SignedIn me) {
    return View.of("recognition/badges", "cabinet", badges.of(me.id()), "rules", rules);
  }

  @GetMapping("/badges/{key:[a-z0-9][a-z0-9-]{0,39}}")
  @PublicPage(mayLag = true)
  ModelAndView badge(@PathVariable String key) {
    Badge badge = badges.find(key).orElseThrow(() -> new NotFound("badge " + key));
    Optional<Holders> holders = badges.holders(badge).map(all -> all.number() < FEW ? new Holders(0, all.counted()) : all);
    return View.of("recognition/badge", "badge", badge, "rules", rules, "holders", holders);
  }
}
