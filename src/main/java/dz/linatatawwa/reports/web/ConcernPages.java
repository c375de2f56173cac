package dz.linatatawwa.reports.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.reports.Concern;
import dz.linatatawwa.reports.Recourses;
import dz.linatatawwa.reports.Reports;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was decided of a reported thing, for those who answer for it: why, what they may mend, and how they may contest it. */
@Controller
class ConcernPages {

  private final Reports reports;
  private final Recourses recourses;

  ConcernPages(Reports reports, Recourses recourses) {
    this.reports = reports;
    this.recourses = recourses;
  }

  @GetMapping("/reports/{id:[1-9][0-9]{0,17}}")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    return show(me, reports.concerned(me.id(), id), "", Problems.none());
  }

  @PostMapping("/reports/{id:[1-9][0-9]{0,17}}/mending")
  ModelAndView mended(@PathVariable long id, SignedIn me, @RequestParam(defaultValue = "") String words) {
    Concern concern = reports.concerned(me.id(), id);
    Problems problems = Problems.none();
    String text = SaidWords.read(words, "words", 5, 1000, problems);
    if (problems.any()) return show(me, concern, words, problems);
    boolean asked = reports.mended(me.id(), id, text);
    return View.seeOther("/reports/" + id, View.saying(asked ? "reports.said.mended" : "reports.said.changed"));
  }

  private ModelAndView show(SignedIn me, Concern concern, String words, Problems problems) {
    Object[] parameters = {"concern", concern, "kind", reports.nameKey(concern.thing()), "standing", standing(me, concern), "words", words, "problems", problems};
    return problems.any() ? View.unprocessable("reports/concern", parameters) : View.of("reports/concern", parameters);
  }

  /** Nobody contests what left everything as it was. */
  private Recourses.Standing standing(SignedIn me, Concern concern) {
    try {
      return recourses.of(me.id(), "report", concern.id());
    } catch (NotFound nothing) {
      return new Recourses.Standing(null, null, false, null);
    }
  }
}
