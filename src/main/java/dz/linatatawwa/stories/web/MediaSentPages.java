package dz.linatatawwa.stories.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.stories.MediaCell;
import dz.linatatawwa.stories.SentDesk;
import dz.linatatawwa.stories.SentTestimony;
import dz.linatatawwa.stories.StoryPictures;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What volunteers sent to the media cell: read, made a story of, or declined with a reason. */
@Controller
@RequestMapping("/media/sent")
class MediaSentPages {

  private static final String PAGE = "/media/sent";
  private static final List<String> ALTS = List.of("altAr", "altFr", "altEn");
  private static final int MOST_ALT = 250;

  private final MediaCell cell;
  private final SentDesk desk;
  private final Accounts accounts;
  private final Volunteers volunteers;
  private final AccessLog log;

  MediaSentPages(MediaCell cell, SentDesk desk, Accounts accounts, Volunteers volunteers, AccessLog log) {
    this.cell = cell;
    this.desk = desk;
    this.accounts = accounts;
    this.volunteers = volunteers;
    this.log = log;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @RequestParam(defaultValue = "") String before, HttpServletRequest request) {
    cell.pass(me);
    List<SentTestimony> found = desk.waiting(before.matches("[1-9]\\d{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE);
    boolean more = found.size() > SentDesk.PAGE;
    List<SentTestimony> rows = more ? found.subList(0, SentDesk.PAGE) : found;
    return View.of("stories/mediaSent", "rows", rows, "names", names(me, rows, request), "next", more ? rows.getLast().id() : 0L);
  }

  @GetMapping("/{id:[1-9]\\d{0,17}}")
  ModelAndView one(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    return page(me, sent(me, id), Map.of(), Problems.none(), request);
  }

  @PostMapping("/{id:[1-9]\\d{0,17}}/taking")
  ModelAndView take(SignedIn me, @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    SentTestimony sent = sent(me, id);
    Problems problems = Problems.none();
    StoryPictures.About seen = seen(sent, typed, problems);
    if (problems.any()) return page(me, sent, typed, problems, request);
    return switch (desk.take(me.id(), id, seen)) {
      case SentDesk.Taking.Done(var story) -> View.seeOther(story.deskPath(), View.saying("stories.said.takenUp"));
      case SentDesk.Taking.Late late -> View.seeOther(PAGE, View.refusing("stories.said.late"));
      case SentDesk.Taking.NoPicture(var why) -> page(me, sent, typed, problems.add("altAr", why.key(), why.arguments().toArray()), request);
    };
  }

  /** What is seen on the picture, in three languages; nothing in any of them leaves the picture out. */
  private static StoryPictures.@Nullable About seen(SentTestimony sent, Map<String, String> typed, Problems problems) {
    List<String> alts = ALTS.stream().map(name -> Typed.line(typed.get(name))).toList();
    if (sent.file() == null || alts.stream().allMatch(String::isEmpty)) return null;
    for (String name : ALTS) {
      String alt = Typed.line(typed.get(name));
      if (alt.length() < 3) problems.add(name, "stories.problem.alt");
      if (alt.length() > MOST_ALT) problems.add(name, "site.problem.tooLong", MOST_ALT);
      if (Typed.deceives(typed.get(name))) problems.add(name, "site.problem.characters");
    }
    return new StoryPictures.About(alts.get(0), alts.get(1), alts.get(2), !"nobody".equals(sent.draft().shows()));
  }

  @PostMapping("/{id:[1-9]\\d{0,17}}/decline")
  ModelAndView decline(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
    SentTestimony sent = sent(me, id);
    Problems problems = Problems.none();
    String why = Typed.line(reason);
    if (why.length() < 5) problems.add("reason", "stories.problem.reason");
    if (why.length() > 500) problems.add("reason", "site.problem.tooLong", 500);
    if (Typed.deceives(reason)) problems.add("reason", "site.problem.characters");
    if (problems.any()) return page(me, sent, Map.of("reason", reason), problems, request);
    return View.seeOther(PAGE, desk.decline(me.id(), id, why) ? View.saying("stories.said.declined") : View.refusing("stories.said.late"));
  }

  private SentTestimony sent(SignedIn me, long id) {
    cell.pass(me);
    return desk.find(id).orElseThrow(() -> new NotFound("sent testimony " + id));
  }

  private ModelAndView page(SignedIn me, SentTestimony sent, Map<String, String> typed, Problems problems, HttpServletRequest request) {
    Object[] shown = {"sent", sent, "name", names(me, List.of(sent), request).getOrDefault(sent.author(), ""), "minor", !volunteers.minors(Set.of(sent.author())).isEmpty(), "typed", typed,
        "problems", problems};
    return problems.any() ? View.unprocessable("stories/sent", shown) : View.of("stories/sent", shown);
  }

  /** Reading names of minors is noted. */
  private Map<AccountId, String> names(SignedIn me, List<SentTestimony> rows, HttpServletRequest request) {
    List<AccountId> authors = rows.stream().map(SentTestimony::author).distinct().toList();
    log.noteMinors(me.id(), volunteers.minors(authors), "story", "sent", request);
    return accounts.names(authors);
  }
}
