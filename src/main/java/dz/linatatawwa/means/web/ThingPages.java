package dz.linatatawwa.means.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.means.LentThings;
import dz.linatatawwa.means.Thing;
import dz.linatatawwa.means.ThingCode;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Where the code of a label leads: those who run the owner to the thing on their desk, everybody else to whose it is, so that what is found comes home. */
@Controller
class ThingPages {

  private final LentThings things;
  private final Organizations organizations;

  ThingPages(LentThings things, Organizations organizations) {
    this.things = things;
    this.organizations = organizations;
  }

  @GetMapping("/things/{code:LT[0-9]{8}}")
  ModelAndView show(Optional<SignedIn> me, @PathVariable String code) {
    Thing thing = ThingCode.read(code).flatMap(things::byCode).orElseThrow(() -> new NotFound("thing " + code));
    if (me.isPresent() && organizations.mayRun(me.get().id(), thing.organization())) return View.seeOther(ThingDesk.address(thing.organization().value(), thing.id()));
    boolean shown = organizations.verified(thing.organization()).isPresent();
    return View.of("means/found", "thing", thing, "shown", shown);
  }
}
