package dz.linatatawwa.impact.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of units, which administrators make longer; for everybody else there is no such page. */
@Controller
@RequestMapping("/administration/units")
class UnitPages {

  private static final int LONGEST = 60;
  /** The forms of a number by language: each of these categories is asked for. */
  private static final Map<Language, List<String>> FORMS = Map.of(Language.AR, List.of("one", "two", "few", "many", "other"), Language.FR, List.of("one", "other"),
      Language.EN, List.of("one", "other"));

  private final Units units;

  UnitPages(Units units) {
    this.units = units;
  }

  @GetMapping
  ModelAndView list(SignedIn me) {
    administrator(me);
    return page(Problems.none(), Map.of());
  }

  @PostMapping
  ModelAndView add(SignedIn me, @RequestParam Map<String, String> typed) {
    administrator(me);
    Problems problems = Problems.none();
    String code = Typed.line(typed.get("code"));
    if (!code.matches("[a-z][a-z0-9-]{1,39}")) problems.add("code", "impact.problem.code");
    Map<Language, Unit.Naming> words = new EnumMap<>(Language.class);
    for (Language language : List.of(Language.AR, Language.FR, Language.EN)) {
      Map<String, String> counted = new HashMap<>();
      for (String form : FORMS.getOrDefault(language, List.of())) {
        String text = line(typed, language.code() + "-" + form, problems);
        if (form.equals("other") && !text.isEmpty() && !text.contains("#")) problems.add(language.code() + "-" + form, "impact.problem.hash");
        counted.put(form, text);
      }
      words.put(language, new Unit.Naming(line(typed, language.code() + "-label", problems), counted));
    }
    if (!problems.any() && !units.add(code, words, me.id())) problems.add("code", "impact.problem.taken");
    if (problems.any()) return page(problems, typed);
    return View.seeOther("/administration/units", View.saying("impact.said.unit"));
  }

  @PostMapping("/{code:[a-z][a-z0-9-]{1,39}}/retirement")
  ModelAndView retire(SignedIn me, @PathVariable String code) {
    administrator(me);
    if (!units.retire(code, true, me.id())) throw new NotFound("unit " + code);
    return View.seeOther("/administration/units", View.sayingWithUndo("/administration/units/" + code + "/return", "impact.said.retired"));
  }

  @PostMapping("/{code:[a-z][a-z0-9-]{1,39}}/return")
  ModelAndView back(SignedIn me, @PathVariable String code) {
    administrator(me);
    if (!units.retire(code, false, me.id())) throw new NotFound("unit " + code);
    return View.seeOther("/administration/units", View.saying("impact.said.unitBack"));
  }

  private ModelAndView page(Problems problems, Map<String, String> typed) {
    Object[] parameters = {"units", units.all(), "forms", FORMS, "problems", problems, "typed", Map.copyOf(typed)};
    return problems.any() ? View.unprocessable("impact/units", parameters) : View.of("impact/units", parameters);
  }

  private static String line(Map<String, String> typed, String field, Problems problems) {
    String text = Typed.line(typed.get(field));
    if (text.isEmpty()) problems.add(field, "site.problem.required");
    else if (Typed.deceives(text)) problems.add(field, "site.problem.characters");
    else if (text.length() > LONGEST) problems.add(field, "site.problem.tooLong", LONGEST);
    return text;
  }

  private static void administrator(SignedIn me) {
    if (!me.administrator()) throw new NotFound("units for " + me.id());
  }
}
