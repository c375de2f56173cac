package dz.linatatawwa.ideas.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.ideas.Comment;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaComments;
import dz.linatatawwa.ideas.IdeaId;
import dz.linatatawwa.ideas.Ideas;
import dz.linatatawwa.ideas.Said;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Saying something of an idea, answering it, mending it, taking it away. */
@Controller
@RequestMapping("/ideas/{id:[1-9]\\d{0,17}}/comments")
class CommentPages {

  private static final String ONE = "/{comment:[1-9]\\d{0,17}}";

  private final Ideas ideas;
  private final IdeaComments comments;
  private final IdeaShowing showing;
  private final Clock clock;

  CommentPages(Ideas ideas, IdeaComments comments, IdeaShowing showing, Clock clock) {
    this.ideas = ideas;
    this.comments = comments;
    this.showing = showing;
    this.clock = clock;
  }

  @PostMapping
  ModelAndView say(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String parent, HttpServletRequest request) {
    Idea idea = ideas.shown(new IdeaId(id));
    Long answered = parent.matches("[1-9]\\d{0,17}") ? Long.valueOf(parent) : null;
    return switch (comments.say(me.id(), idea.id(), answered, words)) {
      case Said.Done(long comment) -> View.seeOther(comments.path(idea.id(), comment), View.saying("ideas.said.said"));
      case Said.Unfit(String key, int most) -> answered == null
          ? showing.page(idea, Optional.of(me), problem(key, most), Map.of("words", words), request)
          : page("ideas/reply", idea, comments.seen(idea.id(), answered), words, problem(key, most));
      case Said.TooLate late -> throw new IllegalStateException("a new comment cannot come too late");
    };
  }

  /** Answering, as a page of its own: what is answered stands above. */
  @GetMapping(ONE + "/reply")
  ModelAndView reply(SignedIn me, @PathVariable long id, @PathVariable long comment) {
    Idea idea = ideas.shown(new IdeaId(id));
    return page("ideas/reply", idea, comments.seen(idea.id(), comment), "", Problems.none());
  }

  @GetMapping(ONE + "/edit")
  ModelAndView edit(SignedIn me, @PathVariable long id, @PathVariable long comment) {
    Idea idea = ideas.shown(new IdeaId(id));
    Comment own = comments.own(me.id(), idea.id(), comment);
    if (!own.editable(clock.instant())) return late(idea, own);
    return page("ideas/comment", idea, own, own.words(), Problems.none());
  }

  @PostMapping(ONE)
  ModelAndView change(SignedIn me, @PathVariable long id, @PathVariable long comment, @RequestParam(defaultValue = "") String words) {
    Idea idea = ideas.shown(new IdeaId(id));
    Comment own = comments.own(me.id(), idea.id(), comment);
    return switch (comments.edit(me.id(), idea.id(), comment, words)) {
      case Said.Done done -> View.seeOther(comments.path(idea.id(), comment), View.saying("ideas.said.changed"));
      case Said.Unfit(String key, int most) -> page("ideas/comment", idea, own, words, problem(key, most));
      case Said.TooLate late -> late(idea, own);
    };
  }

  @PostMapping(ONE + "/removal")
  ModelAndView remove(SignedIn me, @PathVariable long id, @PathVariable long comment) {
    comments.remove(me.id(), new IdeaId(id), comment);
    return View.seeOther(new IdeaId(id).path() + "#comments", View.saying("ideas.said.removed"));
  }

  private static ModelAndView late(Idea idea, Comment own) {
    return View.seeOther(idea.id().path() + "#comment-" + own.id(), View.refusing("ideas.said.late"));
  }

  private static Problems problem(String key, int most) {
    return most == 0 ? Problems.none().add("words", key) : Problems.none().add("words", key, most);
  }

  private static ModelAndView page(String template, Idea idea, Comment comment, String words, Problems problems) {
    Object[] parameters = {"idea", idea, "comment", comment, "words", words, "problems", problems};
    return problems.any() ? View.unprocessable(template, parameters) : View.of(template, parameters);
  }
}
