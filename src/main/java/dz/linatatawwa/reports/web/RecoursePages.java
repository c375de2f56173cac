package dz.linatatawwa.reports.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.reports.Recourses;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Contesting a decision that weighs on oneself or on one's organisation. */
@Controller
class RecoursePages {

  private static final int LONGEST = 2000;

  private final Recourses recourses;

  RecoursePages(Recourses recourses) {
    this.recourses = recourses;
  }

  @GetMapping("/recourses/{kind:[a-z-]{2,40}}/{id:[1-9][0-9]{0,17}}")
  ModelAndView show(@PathVariable String kind, @PathVariable long id, SignedIn me) {
    return show(me, kind, id, "", Problems.none());
  }

  @PostMapping("/recourses/{kind:[a-z-]{2,40}}/{id:[1-9][0-9]{0,17}}")
  ModelAndView ask(@PathVariable String kind, @PathVariable long id, SignedIn me, @RequestParam(defaultValue = "") String words) {
    recourses.of(me.id(), kind, id);
    Problems problems = Problems.none();
    String text = SaidWords.read(words, "words", 10, LONGEST, problems);
    if (problems.any()) return show(me, kind, id, words, problems);
    boolean asked = recourses.ask(me.id(), kind, id, text);
    return View.seeOther("/recourses/" + kind + "/" + id, View.saying(asked ? "reports.said.contested" : "reports.said.notContested"));
  }

  private ModelAndView show(SignedIn me, String kind, long id, String words, Problems problems) {
    Object[] parameters = {"standing", recourses.of(me.id(), kind, id), "kind", kind, "id", id, "nameKey", recourses.nameKey(kind), "words", words,
        "problems", problems};
    return problems.any() ? View.unprocessable("reports/recourse", parameters) : View.of("reports/recourse", parameters);
  }
}
