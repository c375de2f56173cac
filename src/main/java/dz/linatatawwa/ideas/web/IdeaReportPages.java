package dz.linatatawwa.ideas.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.ideas.Comment;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaComments;
import dz.linatatawwa.ideas.IdeaId;
import dz.linatatawwa.ideas.IdeaReports;
import dz.linatatawwa.ideas.Ideas;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "This should not stand here", of an idea or of a comment. */
@Controller
class IdeaReportPages {

  private static final String IDEA = "/ideas/{id:[1-9]\\d{0,17}}/reports";
  private static final String COMMENT = "/ideas/{id:[1-9]\\d{0,17}}/comments/{comment:[1-9]\\d{0,17}}/reports";

  private final Ideas ideas;
  private final IdeaComments comments;
  private final IdeaReports reports;

  IdeaReportPages(Ideas ideas, IdeaComments comments, IdeaReports reports) {
    this.ideas = ideas;
    this.comments = comments;
    this.reports = reports;
  }

  @GetMapping(IDEA + "/new")
  ModelAndView ofIdea(SignedIn me, @PathVariable long id) {
    return page(ideas.shown(new IdeaId(id)), null, "", "", Problems.none());
  }

  @GetMapping(COMMENT + "/new")
  ModelAndView ofComment(SignedIn me, @PathVariable long id, @PathVariable long comment) {
    Idea idea = ideas.shown(new IdeaId(id));
    return page(idea, comments.seen(idea.id(), comment), "", "", Problems.none());
  }

  @PostMapping(IDEA)
  ModelAndView idea(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String words) {
    return report(me, ideas.shown(new IdeaId(id)), null, code, words);
  }

  @PostMapping(COMMENT)
  ModelAndView comment(SignedIn me, @PathVariable long id, @PathVariable long comment, @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String words) {
    Idea idea = ideas.shown(new IdeaId(id));
    return report(me, idea, comments.seen(idea.id(), comment), code, words);
  }

  private ModelAndView report(SignedIn me, Idea idea, @Nullable Comment comment, String code, String words) {
    Problems problems = Problems.none();
    String said = Typed.text(words);
    if (!IdeaReports.CODES.contains(code)) problems.add("code", "ideas.problem.code");
    if (said.length() > 500) problems.add("words", "site.problem.tooLong", 500);
    if (problems.any()) return page(idea, comment, code, words, problems);
    boolean first = reports.report(me.id(), idea.id(), comment == null ? null : comment.id(), code, said);
    return View.seeOther("/ideas", View.saying(first ? "ideas.said.reported" : "ideas.said.reportedBefore"));
  }

  private static ModelAndView page(Idea idea, @Nullable Comment comment, String code, String words, Problems problems) {
    Object[] parameters = {"idea", idea, "comment", comment, "code", code, "words", words, "problems", problems};
    return problems.any() ? View.unprocessable("ideas/report", parameters) : View.of("ideas/report", parameters);
  }
}
