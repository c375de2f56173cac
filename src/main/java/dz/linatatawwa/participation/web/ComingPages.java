package dz.linatatawwa.participation.web;

import dz.linatatawwa.participation.Coming;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Still coming?" by the link in a reminder, without signing in. Opening the link asks and changes nothing: programs that look through mail open every link. */
@Controller
class ComingPages {

  private static final String AT = "/coming/{token:[A-Za-z0-9_-]{17,27}}";

  private final Coming coming;

  ComingPages(Coming coming) {
    this.coming = coming;
  }

  @GetMapping(AT)
  ModelAndView ask(@PathVariable String token) {
    return View.of("participation/coming", "question", question(token), "token", token);
  }

  @PostMapping(AT + "/answer")
  ModelAndView answer(@PathVariable String token, @RequestParam(defaultValue = "") String answer) {
    Coming.Question question = question(token);
    Coming.@Nullable Answered answered = switch (answer) {
      case "yes" -> coming.yes(question);
      case "no" -> coming.no(question);
      default -> null;
    };
    if (answered == null) return View.unprocessable("participation/coming", "question", question, "token", token);
    return View.seeOther("/coming/" + token, View.saying("participation.coming.said." + answered.name().toLowerCase(Locale.ROOT)));
  }

  private Coming.Question question(String token) {
    return coming.question(token).orElseThrow(() -> new NotFound("no link of ours"));
  }
}
