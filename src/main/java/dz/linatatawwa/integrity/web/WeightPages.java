package dz.linatatawwa.integrity.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.integrity.Weights;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The weights of the checks: an administrator tries others on today's queue, and puts them in force. For everybody else there is no such page. */
@Controller
@RequestMapping("/supervision/integrity/weights")
class WeightPages {

  private final Weights weights;

  WeightPages(Weights weights) {
    this.weights = weights;
  }

  /** What is typed lies in the address: a preview can be looked at again, and sent to a colleague. */
  @GetMapping
  ModelAndView show(SignedIn me, HttpServletRequest request) {
    administrator(me);
    Problems problems = Problems.none();
    Map<String, String> typed = typed(request);
    Map<String, Integer> wanted = wanted(typed, problems);
    return page(typed, wanted, problems, "");
  }

  @PostMapping
  ModelAndView change(SignedIn me, @RequestParam(defaultValue = "") String because, HttpServletRequest request) {
    administrator(me);
    Problems problems = Problems.none();
    Map<String, String> typed = typed(request);
    Map<String, Integer> wanted = wanted(typed, problems);
    String why = Typed.line(because);
    if (Typed.deceives(because)) problems.add("because", "site.problem.characters");
    else if (why.length() < 10) problems.add("because", "integrity.problem.because");
    else if (why.length() > 500) problems.add("because", "site.problem.tooLong", 500);
    if (problems.any()) return page(typed, wanted, problems, because);
    weights.change(me.id(), wanted, why);
    return View.seeOther("/supervision/integrity/weights", View.saying("integrity.weights.changed"));
  }

  private ModelAndView page(Map<String, String> typed, Map<String, Integer> wanted, Problems problems, String because) {
    Map<String, Integer> now = weights.now();
    Object[] parameters = {"now", now, "typed", typed, "other", !wanted.equals(now), "preview", weights.preview(wanted), "problems", problems, "because", because};
    return problems.any() ? View.unprocessable("integrity/weights", parameters) : View.of("integrity/weights", parameters);
  }

  private Map<String, String> typed(HttpServletRequest request) {
    Map<String, String> typed = new LinkedHashMap<>();
    weights.now().forEach((code, value) -> {
      String given = request.getParameter(code);
      typed.put(code, given == null ? value.toString() : given.strip());
    });
    return typed;
  }

  /** What cannot be read stays as it is. */
  private Map<String, Integer> wanted(Map<String, String> typed, Problems problems) {
    Map<String, Integer> wanted = weights.now();
    typed.forEach((code, text) -> {
      String digits = Digits.latin(text);
      if (digits.matches("[0-9]{1,3}") && Integer.parseInt(digits) <= Weights.MOST) wanted.put(code, Integer.valueOf(digits));
      else problems.add(code, "integrity.problem.weight");
    });
    return wanted;
  }

  private static void administrator(SignedIn me) {
    if (!me.administrator()) throw new NotFound("weights are not for " + me.id());
  }
}
