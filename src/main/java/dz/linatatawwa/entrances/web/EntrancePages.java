package dz.linatatawwa.entrances.web;

import dz.linatatawwa.accounts.WayBack;
import dz.linatatawwa.entrances.EntranceId;
import dz.linatatawwa.entrances.Journeys;
import dz.linatatawwa.entrances.Journeys.Ended;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** To an institution and back. */
@Controller
class EntrancePages {

  private static final String ONE = "/sign-in/with/{eid:[1-9][0-9]{0,17}}";

  private final Journeys journeys;
  private final OwnAddress own;

  EntrancePages(Journeys journeys, OwnAddress own) {
    this.journeys = journeys;
    this.own = own;
  }

  @GetMapping(ONE)
  ModelAndView begin(@PathVariable long eid, @RequestParam(defaultValue = "") String to, HttpServletRequest request, HttpServletResponse response) {
    return journeys.begin(new EntranceId(eid), own.redirect(new EntranceId(eid), request), WayBack.of(to, ""), request, response).map(Outward::to)
        .orElseGet(() -> View.seeOther("/sign-in", View.refusing("entrances.refused.unreachable")));
  }

  @GetMapping(ONE + "/back")
  ModelAndView end(@PathVariable long eid, @RequestParam Map<String, String> said, HttpServletRequest request, HttpServletResponse response) {
    return switch (journeys.end(new EntranceId(eid), said, request, response)) {
      case Ended.In(String wayBack) -> View.seeOther(WayBack.of(wayBack, "/desk"));
      case Ended.Unknown unknown -> View.seeOther("/entrances/link");
      case Ended.Refused(String code) -> View.seeOther("/sign-in", View.refusing("entrances.refused." + code));
    };
  }
}
