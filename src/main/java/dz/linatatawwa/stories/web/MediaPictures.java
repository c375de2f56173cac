package dz.linatatawwa.stories.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.stories.MediaCell;
import dz.linatatawwa.stories.ShownPeople;
import dz.linatatawwa.stories.Story;
import dz.linatatawwa.stories.StoryDesk;
import dz.linatatawwa.stories.StoryId;
import dz.linatatawwa.stories.StoryPictures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Pictures of a story, what is seen on them in three languages, and who can be recognised. */
@Controller
@RequestMapping("/media/stories/{id:[1-9]\\d{0,17}}")
class MediaPictures {

  private static final int MOST_ALT = 250;
  private static final int MOST_NAME = 120;

  private final MediaCell cell;
  private final StoryDesk desk;
  private final StoryPictures pictures;
  private final ShownPeople people;
  private final Accounts accounts;
  private final MediaShowing showing;

  MediaPictures(MediaCell cell, StoryDesk desk, StoryPictures pictures, ShownPeople people, Accounts accounts, MediaShowing showing) {
    this.cell = cell;
    this.desk = desk;
    this.pictures = pictures;
    this.people = people;
    this.accounts = accounts;
    this.showing = showing;
  }

  @PostMapping("/pictures")
  ModelAndView add(SignedIn me, @PathVariable long id, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile upload,
      HttpServletRequest request) {
    Story story = story(me, id);
    Problems problems = Problems.none();
    if (upload == null || upload.isEmpty()) problems.add("upload", "stories.problem.picture");
    StoryPictures.About about = new StoryPictures.About(alt("altAr", typed, problems), alt("altFr", typed, problems), alt("altEn", typed, problems),
        typed.getOrDefault("people", "").equals("yes"));
    if (!typed.getOrDefault("people", "").matches("yes|no")) problems.add("people", "site.problem.choice");
    if (!problems.any() && upload != null) {
      Optional<Kept.Refused> refused = pictures.add(me.id(), story.id(), upload, about);
      refused.ifPresent(why -> problems.add("upload", why.key(), why.arguments().toArray()));
    }
    if (problems.any()) return showing.page(story, me, problems, typed, request);
    return View.seeOther(story.id().deskPath() + "#pictures", View.saying(about.people() ? "stories.said.pictureOfPeople" : "stories.said.picture"));
  }

  private static String alt(String name, Map<String, String> typed, Problems problems) {
    String alt = Typed.line(typed.get(name));
    if (alt.length() < 3) problems.add(name, "stories.problem.alt");
    if (alt.length() > MOST_ALT) problems.add(name, "site.problem.tooLong", MOST_ALT);
    if (Typed.deceives(typed.get(name))) problems.add(name, "site.problem.characters");
    return alt;
  }

  @PostMapping("/pictures/{file}/removal")
  ModelAndView remove(SignedIn me, @PathVariable long id, @PathVariable String file) {
    Story story = story(me, id);
    boolean removed = FileId.of(file).filter(one -> pictures.remove(story.id(), one)).isPresent();
    if (!removed) throw new NotFound("picture " + file + " of story " + id);
    return View.seeOther(story.id().deskPath() + "#pictures", View.saying("stories.said.pictureGone"));
  }

  /** Names who can be recognised: by the contact of their account, or by name where the cell holds their yes. */
  @PostMapping("/pictures/{file}/people")
  ModelAndView name(SignedIn me, @PathVariable long id, @PathVariable String file, @RequestParam(defaultValue = "") String contact, @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String proof, HttpServletRequest request) {
    Story story = story(me, id);
    FileId picture = FileId.of(file).filter(one -> pictures.of(story).stream().anyMatch(its -> its.file().equals(one))).orElseThrow(() -> new NotFound("picture " + file));
    Problems problems = Problems.none();
    String field = "person-" + picture;
    boolean done;
    if (contact.isBlank()) {
      String called = Typed.line(name);
      if (called.length() < 2 || called.length() > MOST_NAME || Typed.deceives(name)) problems.add(field, "stories.problem.name");
      else if (!proof.matches("paper|message")) problems.add(field, "stories.problem.proof");
      done = !problems.any() && people.name(me.id(), story, picture, called, proof);
    } else {
      Optional<AccountId> person = Contact.parse(Typed.line(contact)).flatMap(accounts::findBy);
      if (person.isEmpty()) problems.add(field, "stories.problem.noAccount");
      done = person.filter(one -> people.name(me.id(), story, picture, one)).isPresent();
    }
    if (problems.any()) return showing.page(story, me, problems, Map.of("contact-" + picture, contact, "name-" + picture, name, "proof-" + picture, proof), request);
    return View.seeOther(story.id().deskPath() + "#pictures", done ? View.saying("stories.said.named") : View.refusing("stories.said.namedBefore"));
  }

  /** Somebody without an account took their yes back. */
  @PostMapping("/people/{person:[1-9]\\d{0,17}}/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long id, @PathVariable long person) {
    Story story = story(me, id);
    if (!people.withdraw(me.id(), story.id(), person)) throw new NotFound("person " + person + " of story " + id);
    return View.seeOther(story.id().deskPath() + "#pictures", View.saying("stories.said.personGone"));
  }

  private Story story(SignedIn me, long id) {
    cell.pass(me);
    return desk.find(new StoryId(id));
  }
}
