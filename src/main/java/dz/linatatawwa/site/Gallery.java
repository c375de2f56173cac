package dz.linatatawwa.site;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every part of pages in every state, to be looked at; only in demonstrations and tests. */
@Controller
@ConditionalOnProperty({"linatatawwa.demo"})
class Gallery {

  @GetMapping("/site/gallery")
  ModelAndView gallery() {
    Problems problems = Problems.none().add("broken", "site.problem.required").add("brokenTiles", "site.problem.choice");
    return View.of("site/gallery", "problems", problems, "slice", new Slice<>(List.of(), 3, 20, 214));
  }
}
