package dz.linatatawwa.stories.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import dz.linatatawwa.stories.Asked;
import dz.linatatawwa.stories.SentTestimonies;
import dz.linatatawwa.stories.ShownPeople;
import dz.linatatawwa.stories.Story;
import dz.linatatawwa.stories.StoryPictures;
import dz.linatatawwa.stories.Tellers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody is asked: whether their words and their face may be shown; answered, and taken back whenever they like. */
@Controller
@RequestMapping("/stories/asked")
class AskedPages {

  private static final String PAGE = "/stories/asked";

  private final Tellers tellers;
  private final ShownPeople people;
  private final SentTestimonies sent;
  private final StoryPictures pictures;
  private final StoryCards cards;
  private final StoryBodies bodies;
  private final PageMaker pages;

  AskedPages(Tellers tellers, ShownPeople people, SentTestimonies sent, StoryPictures pictures, StoryCards cards, StoryBodies bodies, PageMaker pages) {
    this.tellers = tellers;
    this.people = people;
    this.sent = sent;
    this.pictures = pictures;
    this.cards = cards;
    this.bodies = bodies;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView all(SignedIn me, HttpServletRequest request) {
    Page page = pages.page(request);
    List<AskedWords> words = tellers.of(me.id()).stream().map(asked -> words(asked, page)).toList();
    return View.of("stories/asked", "words", words, "pictures", people.of(me.id()), "sent", sent.of(me.id()));
  }

  private AskedWords words(Asked asked, Page page) {
    Story story = tellers.words(asked);
    return new AskedWords(asked, cards.of(story, null, page.words()), bodies.of(story, pictures.free(story), page.language()));
  }

  @PostMapping("/testimonies/{id:[1-9]\\d{0,17}}")
  ModelAndView answer(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String answer) {
    return answered(answer, tellers.answer(me.id(), id, yes(answer)));
  }

  @PostMapping("/pictures/{id:[1-9]\\d{0,17}}")
  ModelAndView answerPicture(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String answer) {
    return answered(answer, people.answer(me.id(), id, yes(answer)));
  }

  /** Whatever is not clearly a yes is a no. */
  private static boolean yes(String answer) {
    return answer.equals("yes");
  }

  private static ModelAndView answered(String answer, boolean found) {
    if (!found) throw new NotFound("nobody asked that");
    return View.seeOther(PAGE, View.saying(yes(answer) ? "stories.said.yes" : "stories.said.no"));
  }
}
