package dz.linatatawwa.stories.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.stories.MediaCell;
import dz.linatatawwa.stories.SentDesk;
import dz.linatatawwa.stories.Story;
import dz.linatatawwa.stories.StoryDesk;
import dz.linatatawwa.stories.StoryId;
import dz.linatatawwa.stories.StoryKind;
import dz.linatatawwa.stories.StoryPicture;
import dz.linatatawwa.stories.StoryPictures;
import dz.linatatawwa.stories.Tellers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One story on the desk of the media cell: looked at as readers will, agreed to, published, taken back, as it was before. */
@Controller
@RequestMapping("/media/stories/{id:[1-9]\\d{0,17}}")
class MediaStoryPages {

  private final MediaCell cell;
  private final StoryDesk desk;
  private final Tellers tellers;
  private final StoryPictures pictures;
  private final StoryCards cards;
  private final StoryBodies bodies;
  private final SentDesk sent;
  private final MediaShowing showing;
  private final Accounts accounts;
  private final PageMaker pages;
  private final Clock clock;

  MediaStoryPages(MediaCell cell, StoryDesk desk, Tellers tellers, StoryPictures pictures, StoryCards cards, StoryBodies bodies, SentDesk sent, MediaShowing showing, Accounts accounts,
      PageMaker pages, Clock clock) {
    this.cell = cell;
    this.desk = desk;
    this.tellers = tellers;
    this.pictures = pictures;
    this.cards = cards;
    this.bodies = bodies;
    this.sent = sent;
    this.showing = showing;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    return showing.page(story(me, id), me, Problems.none(), Map.of(), request);
  }

  /** As readers will see it; with every picture, so that its words can be read with them. */
  @GetMapping("/preview")
  ModelAndView preview(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    return preview(story(me, id), request);
  }

  @GetMapping("/revisions/{number:[1-9]\\d{0,8}}")
  ModelAndView revision(SignedIn me, @PathVariable long id, @PathVariable int number, HttpServletRequest request) {
    cell.pass(me);
    return preview(desk.find(new StoryId(id), number), request);
  }

  private ModelAndView preview(Story story, HttpServletRequest request) {
    Page page = pages.page(request);
    List<StoryPicture> all = pictures.of(story);
    return View.of("stories/show", "card", cards.of(story, all.isEmpty() ? null : all.getFirst(), page.words()), "body", bodies.of(story, all, page.language()), "teller", sent.byline(story).orElse(""), "preview", true);
  }

  @PostMapping("/revisions/{number:[1-9]\\d{0,8}}/return")
  ModelAndView restore(SignedIn me, @PathVariable long id, @PathVariable int number) {
    Story story = story(me, id);
    return View.seeOther(story.id().deskPath(), View.saying("stories.said.restored", number, desk.restore(me.id(), story.id(), number)));
  }

  /** At once where no day is given; else from that day and hour on. */
  @PostMapping("/publication")
  ModelAndView publish(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String hour, HttpServletRequest request) {
    Story story = story(me, id);
    Problems problems = Problems.none();
    Optional<Instant> when = when(day, hour, problems);
    List<String> lacks = when.map(moment -> desk.publish(me.id(), story.id(), moment)).orElse(List.of());
    if (!lacks.isEmpty()) problems.add("day", lacks.getFirst());
    if (problems.any()) return showing.page(desk.find(story.id()), me, problems, Map.of("day", day, "hour", hour), request);
    boolean later = when.orElseThrow().isAfter(clock.instant());
    return View.seeOther(story.id().deskPath(), View.sayingWithUndo(story.id().deskPath() + "/withdrawal", later ? "stories.said.scheduled" : "stories.said.published"));
  }

  private Optional<Instant> when(String day, String hour, Problems problems) {
    if (day.isBlank()) return Optional.of(clock.instant());
    try {
      LocalDate date = LocalDate.parse(Typed.line(day));
      LocalTime time = hour.isBlank() ? LocalTime.of(8, 0) : LocalTime.parse(Typed.line(hour));
      if (date.getYear() >= 2000 && date.getYear() < 2200) return Optional.of(date.atTime(time).atZone(Words.ZONE).toInstant());
    } catch (DateTimeParseException e) {
      problems.add("day", "stories.problem.day");
    }
    problems.add("day", "stories.problem.day");
    return Optional.empty();
  }

  @PostMapping("/withdrawal")
  ModelAndView takeBack(SignedIn me, @PathVariable long id) {
    String path = story(me, id).id().deskPath();
    boolean done = desk.takeBack(me.id(), new StoryId(id));
    return View.seeOther(path, done ? View.sayingWithUndo(path + "/return", "stories.said.back") : View.refusing("stories.said.notShown"));
  }

  @PostMapping("/return")
  ModelAndView bringBack(SignedIn me, @PathVariable long id) {
    String path = story(me, id).id().deskPath();
    boolean done = desk.bringBack(me.id(), new StoryId(id));
    return View.seeOther(path, done ? View.saying("stories.said.again") : View.refusing("stories.said.notBack"));
  }

  /** Asks somebody whether this may be told as theirs. */
  @PostMapping("/teller")
  ModelAndView ask(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String contact, HttpServletRequest request) {
    Story story = story(me, id);
    if (story.kind() != StoryKind.TESTIMONY) return View.seeOther(story.id().deskPath(), View.refusing("stories.said.noTestimony"));
    Optional<AccountId> person = contact.isBlank() ? Optional.ofNullable(story.teller()) : Contact.parse(Typed.line(contact)).flatMap(accounts::findBy);
    Tellers.Result result = person.map(one -> tellers.ask(me.id(), story.id(), one)).orElse(Tellers.Result.NO_VOLUNTEER);
    return switch (result) {
      case SENT -> View.seeOther(story.id().deskPath(), View.saying("stories.said.asked"));
      case BEFORE -> View.seeOther(story.id().deskPath(), View.refusing("stories.said.askedBefore"));
      case NO_VOLUNTEER, ANOTHERS -> showing.page(desk.find(story.id()), me,
          Problems.none().add("contact", result == Tellers.Result.ANOTHERS ? "stories.problem.anothers" : "stories.problem.nobody"), Map.of("contact", contact), request);
    };
  }

  private Story story(SignedIn me, long id) {
    cell.pass(me);
    return desk.find(new StoryId(id));
  }
}
