package dz.linatatawwa.statistics.web;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import dz.linatatawwa.statistics.Asked;
import dz.linatatawwa.statistics.Dashboards;
import dz.linatatawwa.statistics.Definition;
import dz.linatatawwa.statistics.PeriodText;
import dz.linatatawwa.statistics.Subjects;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What every figure counts and what it does not: one page each. */
@Controller
class DefinitionPages {

  private final Dashboards dashboards;
  private final Subjects subjects;
  private final AskedReading reading;
  private final PeriodText periods;
  private final PageMaker pages;

  DefinitionPages(Dashboards dashboards, Subjects subjects, AskedReading reading, PeriodText periods, PageMaker pages) {
    this.dashboards = dashboards;
    this.subjects = subjects;
    this.reading = reading;
    this.periods = periods;
    this.pages = pages;
  }

  @PublicPage
  @GetMapping("/numbers/definitions")
  ModelAndView all() {
    return View.of("statistics/definitions", "definitions", List.of(Definition.values()));
  }

  @PublicPage
  @GetMapping("/numbers/definitions/{code:[a-z-]+}")
  ModelAndView one(@PathVariable String code, HttpServletRequest request) {
    Definition definition = Definition.of(code).orElseThrow(() -> new NotFound("definition " + code));
    Asked asked = reading.read(request);
    String country = pages.page(request).text("statistics.country");
    var dashboard = dashboards.open(subjects.nation(new LocalName(country, country, country)), asked, pages.page(request).words());
    Object[] parameters = {"definition", definition, "figure", dashboard.figure(definition).orElse(null), "asOf", dashboard.asOf(),
        "period", periods.name(dashboard.period(), pages.page(request).words())};
    return View.of("statistics/definition", parameters);
  }
}
