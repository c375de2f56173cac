package dz.linatatawwa.site;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Every part of pages in every state, to be looked at; only in demonstrations and tests. */
@Controller
@ConditionalOnExpression("${linatatawwa.demo:false} or ${linatatawwa.gallery:false}")
class Gallery {

  @GetMapping("/site/gallery")
  ModelAndView gallery(@RequestParam(defaultValue = "false") boolean blank) {
    Problems problems = Problems.none();
    if (!blank) problems.add("broken", "site.problem.required").add("brokenTiles", "site.problem.choice");
    return View.of("site/gallery", "problems", problems, "slice", new Slice<>(List.of(), 3, 20, 214));
  }
}
