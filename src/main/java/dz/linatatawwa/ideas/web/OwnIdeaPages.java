package dz.linatatawwa.ideas.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaId;
import dz.linatatawwa.ideas.IdeaPictures;
import dz.linatatawwa.ideas.IdeaSearch;
import dz.linatatawwa.ideas.Ideas;
import dz.linatatawwa.ideas.Proposal;
import dz.linatatawwa.ideas.Proposed;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What somebody proposed and follows, and what they may still do with their own. */
@Controller
class OwnIdeaPages {

  private static final String ID = "/ideas/{id:[1-9]\\d{0,17}}";

  private final Ideas ideas;
  private final IdeaSearch search;
  private final IdeaCards cards;
  private final IdeaUploads uploads;
  private final IdeaPictures pictures;
  private final IdeaChoices choices;
  private final PageMaker pages;

  OwnIdeaPages(Ideas ideas, IdeaSearch search, IdeaCards cards, IdeaUploads uploads, IdeaPictures pictures, IdeaChoices choices, PageMaker pages) {
    this.ideas = ideas;
    this.search = search;
    this.cards = cards;
    this.uploads = uploads;
    this.pictures = pictures;
    this.choices = choices;
    this.pages = pages;
  }

  @GetMapping("/ideas/mine")
  ModelAndView mine(SignedIn me, @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    boolean followed = show.equals("followed");
    Slice<Idea> found = followed ? search.followed(me.id(), IdeaPages.number(page)) : search.of(me.id(), IdeaPages.number(page));
    return View.of("ideas/mine", "followed", followed, "found", found, "cards", cards.of(found.rows(), pages.page(request).words()));
  }

  @GetMapping(ID + "/edit")
  ModelAndView edit(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    Idea idea = ideas.own(me.id(), new IdeaId(id));
    if (!Ideas.changeable(idea)) return View.seeOther(idea.id().path(), View.refusing("ideas.said.tooLate"));
    return form(idea, IdeaForm.of(idea), Problems.none(), request);
  }

  @PostMapping(ID)
  ModelAndView change(SignedIn me, @PathVariable long id, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile upload,
      HttpServletRequest request) {
    Idea idea = ideas.own(me.id(), new IdeaId(id));
    Problems problems = Problems.none();
    Map<String, String> kept = new HashMap<>(typed);
    uploads.ofForm(me, kept, upload, problems);
    IdeaForm form = new IdeaForm(kept);
    Optional<Proposal> told = form.read(choices, problems);
    if (told.isEmpty() || problems.any()) return form(idea, form, problems, request);
    return switch (ideas.change(me.id(), idea.id(), told.get())) {
      case Proposed.Done done -> {
        FileId.of(form.get("picture")).ifPresent(file -> pictures.give(me.id(), file, idea.id(), IdeaPictures.Moment.BEFORE, told.get().title()));
        yield View.seeOther(idea.id().path(), View.saying("ideas.said.changed"));
      }
      case Proposed.Unfit(String field, String key) -> form(idea, form, Problems.none().add(field, key), request);
      case Proposed.TooMany many -> throw new IllegalStateException("a change is no new idea");
      case Proposed.TooLate late -> View.seeOther(idea.id().path(), View.refusing("ideas.said.tooLate"));
    };
  }

  private ModelAndView form(Idea idea, IdeaForm form, Problems problems, HttpServletRequest request) {
    var words = pages.page(request).words();
    Object[] parameters = {"idea", idea, "form", form, "signedIn", true, "similar", java.util.List.of(), "kinds", choices.kinds(words), "fields", choices.fields(words.language()),
        "problems", problems};
    return problems.any() ? View.unprocessable("ideas/form", parameters) : View.of("ideas/form", parameters);
  }

  @PostMapping(ID + "/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long id) {
    IdeaId idea = new IdeaId(id);
    boolean gone = ideas.withdraw(me.id(), idea);
    return View.seeOther(idea.path(), gone ? View.sayingWithUndo(idea.path() + "/return", "ideas.said.withdrawn") : View.refusing("ideas.said.tooLate"));
  }

  @PostMapping(ID + "/return")
  ModelAndView bringBack(SignedIn me, @PathVariable long id) {
    boolean back = ideas.bringBack(me.id(), new IdeaId(id));
    return View.seeOther(new IdeaId(id).path(), View.saying(back ? "ideas.said.back" : "ideas.said.tooLate"));
  }

  @PostMapping(ID + "/naming")
  ModelAndView name(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "false") boolean names) {
    ideas.name(me.id(), new IdeaId(id), names);
    return View.seeOther(new IdeaId(id).path(), View.saying(names ? "ideas.said.named" : "ideas.said.unnamed"));
  }
}
