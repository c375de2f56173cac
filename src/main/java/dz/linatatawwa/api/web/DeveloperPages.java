package dz.linatatawwa.api.web;

import dz.linatatawwa.api.KeyScope;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.ProblemType;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** For who builds on the platform: a start in five minutes, and what each problem means. */
@Controller
@PublicPage
class DeveloperPages {

  private static final int DAYS_TO_COME = 30;

  private final Clock clock;
  private final int ofKey;
  private final int ofNetwork;

  DeveloperPages(Clock clock, @Value("${linatatawwa.api.calls-of-key:600}") int ofKey, @Value("${linatatawwa.api.calls-of-network:300}") int ofNetwork) {
    this.clock = clock;
    this.ofKey = ofKey;
    this.ofNetwork = ofNetwork;
  }

  @GetMapping("/developers")
  ModelAndView start() {
    return View.of("api/developers", "examples", Example.all(LocalDate.now(clock.withZone(Words.ZONE)).plusDays(DAYS_TO_COME)), "scopes", List.of(KeyScope.values()), "problems", List.of(ProblemType.values()), "ofKey", ofKey, "ofNetwork", ofNetwork);
  }

  @GetMapping("/developers/problems/{code}")
  ModelAndView problem(@PathVariable String code) {
    ProblemType type = ProblemType.of(code).orElseThrow(() -> new NotFound("problem " + code));
    return View.of("api/problem", "type", type);
  }
}
