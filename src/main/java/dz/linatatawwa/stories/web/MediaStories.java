package dz.linatatawwa.stories.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.stories.MediaCell;
import dz.linatatawwa.stories.SentDesk;
import dz.linatatawwa.stories.Story;
import dz.linatatawwa.stories.StoryDesk;
import dz.linatatawwa.stories.StoryDraft;
import dz.linatatawwa.stories.StoryId;
import dz.linatatawwa.stories.StorySaved;
import dz.linatatawwa.taxonomy.Taxonomy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk of the media cell: what there is, and writing. */
@Controller
@RequestMapping("/media")
class MediaStories {

  private final MediaCell cell;
  private final StoryDesk desk;
  private final SentDesk sent;
  private final StoryCards cards;
  private final Places places;
  private final Taxonomy taxonomy;
  private final PageMaker pages;
  private final Clock clock;

  MediaStories(MediaCell cell, StoryDesk desk, SentDesk sent, StoryCards cards, Places places, Taxonomy taxonomy, PageMaker pages, Clock clock) {
    this.cell = cell;
    this.desk = desk;
    this.sent = sent;
    this.cards = cards;
    this.places = places;
    this.taxonomy = taxonomy;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @RequestParam(defaultValue = "") String before) {
    cell.pass(me);
    List<Story> found = desk.list(before.matches("[1-9]\\d{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE);
    boolean more = found.size() > StoryDesk.PAGE;
    List<Story> rows = more ? found.subList(0, StoryDesk.PAGE) : found;
    return View.of("stories/media", "stories", rows, "next", more ? rows.getLast().id().value() : 0L, "now", clock.instant(), "administrator", me.administrator(), "sent", sent.waiting());
  }

  @GetMapping("/stories/new")
  ModelAndView begin(SignedIn me, @RequestParam(defaultValue = "news") String kind, HttpServletRequest request) {
    cell.pass(me);
    return form(null, new StoryForm(Map.of("kind", kind)), Problems.none(), request);
  }

  @PostMapping("/stories")
  ModelAndView write(SignedIn me, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    cell.pass(me);
    StoryForm form = new StoryForm(typed);
    Problems problems = Problems.none();
    Optional<StoryDraft> draft = form.read(places, taxonomy, problems);
    if (draft.isEmpty()) return form(null, form, problems, request);
    return View.seeOther(desk.begin(me.id(), draft.get()).deskPath(), View.saying("stories.said.saved"));
  }

  @GetMapping("/stories/{id:[1-9]\\d{0,17}}/edit")
  ModelAndView edit(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    cell.pass(me);
    Story story = desk.find(new StoryId(id));
    return form(story, StoryForm.of(story), Problems.none(), request);
  }

  @PostMapping("/stories/{id:[1-9]\\d{0,17}}")
  ModelAndView save(SignedIn me, @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    cell.pass(me);
    Story story = desk.find(new StoryId(id));
    Map<String, String> kept = new HashMap<>(typed);
    kept.put("kind", story.kind().code());
    StoryForm form = new StoryForm(kept);
    Problems problems = Problems.none();
    Optional<StoryDraft> draft = form.read(places, taxonomy, problems);
    if (draft.isEmpty()) return form(story, form, problems, request);
    return switch (desk.save(me.id(), story.id(), draft.get(), form.was())) {
      case StorySaved.Done done -> View.seeOther(story.id().deskPath(), View.saying("stories.said.saved"));
      case StorySaved.Overtaken(int newest) -> {
        kept.put("was", Integer.toString(newest));
        yield form(story, new StoryForm(kept), problems.add("titleAr", "stories.problem.overtaken", newest), request);
      }
    };
  }

  private ModelAndView form(@Nullable Story story, StoryForm form, Problems problems, HttpServletRequest request) {
    var language = pages.page(request).language();
    Object[] parameters = {"story", story, "form", form, "wilayas", cards.wilayas(language), "fields", cards.fields(language), "problems", problems};
    return problems.any() ? View.unprocessable("stories/form", parameters) : View.of("stories/form", parameters);
  }
}
