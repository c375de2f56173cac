package dz.linatatawwa.ideas.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.ideas.Answered;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaAnswers;
import dz.linatatawwa.ideas.IdeaId;
import dz.linatatawwa.ideas.IdeaSearch;
import dz.linatatawwa.ideas.IdeaState;
import dz.linatatawwa.ideas.Ideas;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits for an answer of somebody in power, and the answer. */
@Controller
class AnsweringPages {

  private final Ideas ideas;
  private final IdeaAnswers answers;
  private final IdeaSearch search;
  private final IdeaCards cards;
  private final IdeaShowing showing;
  private final PageMaker pages;

  AnsweringPages(Ideas ideas, IdeaAnswers answers, IdeaSearch search, IdeaCards cards, IdeaShowing showing, PageMaker pages) {
    this.ideas = ideas;
    this.answers = answers;
    this.search = search;
    this.cards = cards;
    this.showing = showing;
    this.pages = pages;
  }

  @GetMapping("/ideas/answering")
  ModelAndView waiting(SignedIn me, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    IdeaAnswers.Power power = answers.power(me.id());
    if (power.none()) throw new NotFound("ideas to answer for " + me.id());
    Slice<Idea> found = search.waiting(power, IdeaPages.number(page));
    return View.of("ideas/answering", "found", found, "cards", cards.of(found.rows(), pages.page(request).words()));
  }

  @PostMapping("/ideas/{id:[1-9]\\d{0,17}}/answers")
  ModelAndView answer(SignedIn me, @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    Idea idea = ideas.shown(new IdeaId(id));
    if (!answers.may(me.id(), idea)) throw new NotFound("idea " + id + " is not answered by " + me.id());
    Problems problems = Problems.none();
    Optional<IdeaState> to = IdeaState.of(typed.getOrDefault("state", ""));
    IdeaState from = IdeaState.of(typed.getOrDefault("was", "")).orElse(idea.state());
    if (to.isEmpty()) problems.add("state", "site.problem.choice");
    if (Typed.deceives(typed.get("answer"))) problems.add("answer", "site.problem.characters");
    if (to.isEmpty() || problems.any()) return showing.page(idea, Optional.of(me), problems, typed, request);
    String code = to.get() == IdeaState.DECLINED ? typed.getOrDefault("code", "") : null;
    return switch (answers.answer(me.id(), idea.id(), new IdeaAnswers.Answer(from, to.get(), code, Typed.text(typed.get("answer"))))) {
      case Answered.Done done -> View.seeOther(idea.id().path(), View.saying("ideas.said.answered"));
      case Answered.Unfit(String field, String key) -> showing.page(idea, Optional.of(me), problems.add(field, key), typed, request);
      case Answered.TooLate late -> View.seeOther(idea.id().path(), View.refusing("ideas.said.tooLate"));
    };
  }
}
