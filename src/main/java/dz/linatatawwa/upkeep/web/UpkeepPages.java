package dz.linatatawwa.upkeep.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import dz.linatatawwa.upkeep.Upkeep;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The state of the platform, for administrators; for everybody else there is no such page. */
@Controller
class UpkeepPages {

  private final Upkeep upkeep;
  private final Clock clock;

  UpkeepPages(Upkeep upkeep, Clock clock) {
    this.upkeep = upkeep;
    this.clock = clock;
  }

  @GetMapping("/administration/upkeep")
  ModelAndView state(SignedIn me) {
    if (!me.administrator()) throw new NotFound("the platform is looked after by others than " + me.id());
    return View.of("upkeep/state", "findings", upkeep.findings(), "jobs", upkeep.jobs(), "complaints", upkeep.complaints(), "troubles", upkeep.troubles(),
        "databaseBytes", upkeep.databaseBytes(), "tables", upkeep.tables(), "queries", upkeep.slowQueries(), "now", clock.instant());
  }
}
