package dz.linatatawwa.integrity.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.integrity.Integrity;
import dz.linatatawwa.integrity.Question;
import dz.linatatawwa.integrity.Sample;
import dz.linatatawwa.integrity.Samples;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What integrity asks of people: the sample's one tap, and a supervisor's question. */
@Controller
class AnswerPages {

  private static final int LONGEST = 2000;

  private final Samples samples;
  private final Integrity integrity;

  AnswerPages(Samples samples, Integrity integrity) {
    this.samples = samples;
    this.integrity = integrity;
  }

  @GetMapping("/hours/samples/{id:[1-9][0-9]{0,17}}")
  ModelAndView sample(SignedIn me, @PathVariable long id) {
    return View.of("integrity/sample", "sample", found(me, id));
  }

  @PostMapping("/hours/samples/{id:[1-9][0-9]{0,17}}/answer")
  ModelAndView answer(SignedIn me, @PathVariable long id, @RequestParam String answer) {
    Sample sample = found(me, id);
    if (!answer.equals("yes") && !answer.equals("no")) return View.unprocessable("integrity/sample", "sample", sample);
    samples.answer(me.id(), id, answer.equals("yes"));
    return View.seeOther("/hours/samples/" + id, View.saying(answer.equals("yes") ? "integrity.sample.thanks" : "integrity.sample.said.no"));
  }

  private Sample found(SignedIn me, long id) {
    return samples.find(me.id(), id).orElseThrow(() -> new NotFound("sample " + id + " is not of " + me.id()));
  }

  @GetMapping("/supervision/integrity/questions/{id:[1-9][0-9]{0,17}}")
  ModelAndView question(SignedIn me, @PathVariable long id) {
    return View.of("integrity/question", "question", integrity.asked(me.id(), id), "problems", Problems.none(), "typed", "");
  }

  @PostMapping("/supervision/integrity/questions/{id:[1-9][0-9]{0,17}}/answer")
  ModelAndView answerQuestion(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String answer) {
    Question question = integrity.asked(me.id(), id);
    String words = Typed.text(answer);
    Problems problems = Problems.none();
    if (Typed.deceives(answer)) problems.add("answer", "site.problem.characters");
    else if (words.isEmpty()) problems.add("answer", "integrity.problem.answer");
    else if (words.length() > LONGEST) problems.add("answer", "site.problem.tooLong", LONGEST);
    if (problems.any()) return View.unprocessable("integrity/question", "question", question, "problems", problems, "typed", answer);
    boolean first = integrity.answer(me.id(), id, words);
    return View.seeOther("/supervision/integrity/questions/" + id, View.saying(first ? "integrity.question.sent" : "integrity.question.done"));
  }
}
