package dz.linatatawwa.ideas.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.ideas.IdeaBacking;
import dz.linatatawwa.ideas.IdeaId;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** "I want it too" and "tell me", each with its way back. */
@Controller
@RequestMapping("/ideas/{id:[1-9]\\d{0,17}}")
class BackingPages {

  private final IdeaBacking backing;

  BackingPages(IdeaBacking backing) {
    this.backing = backing;
  }

  @PostMapping("/support")
  ModelAndView support(SignedIn me, @PathVariable long id) {
    IdeaId idea = new IdeaId(id);
    boolean added = backing.support(me.id(), idea);
    return View.seeOther(idea.path(), added ? View.sayingWithUndo(idea.path() + "/support/ending", "ideas.said.supported") : View.saying("ideas.said.supportedBefore"));
  }

  @PostMapping("/support/ending")
  ModelAndView unsupport(SignedIn me, @PathVariable long id) {
    backing.unsupport(me.id(), new IdeaId(id));
    return View.seeOther(new IdeaId(id).path(), View.saying("ideas.said.unsupported"));
  }

  @PostMapping("/following")
  ModelAndView follow(SignedIn me, @PathVariable long id) {
    backing.follow(me.id(), new IdeaId(id));
    return View.seeOther(new IdeaId(id).path(), View.saying("ideas.said.follows"));
  }

  @PostMapping("/following/ending")
  ModelAndView unfollow(SignedIn me, @PathVariable long id) {
    backing.unfollow(me.id(), new IdeaId(id));
    return View.seeOther(new IdeaId(id).path(), View.sayingWithUndo(new IdeaId(id).path() + "/following", "ideas.said.unfollows"));
  }
}
