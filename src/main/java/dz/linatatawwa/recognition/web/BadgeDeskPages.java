package dz.linatatawwa.recognition.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.eligibility.RuleWords;
import dz.linatatawwa.recognition.Badge;
import dz.linatatawwa.recognition.BadgeDesk;
import dz.linatatawwa.recognition.BadgeArtwork;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Badges as administrators see them: the list, one with its versions and its trial, the history. For everybody else there is no such page. */
@Controller
@RequestMapping("/administration/badges")
class BadgeDeskPages {

  private static final String ONE = "/{id:[1-9][0-9]{0,17}}";

  private final BadgeDesk desk;
  private final BadgeArtwork pictures;
  private final RuleWords rules;
  private final PageMaker pages;

  BadgeDeskPages(BadgeDesk desk, BadgeArtwork pictures, RuleWords rules, PageMaker pages) {
    this.desk = desk;
    this.pictures = pictures;
    this.rules = rules;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(SignedIn me) {
    administrator(me);
    Object[] parameters = {"badges", desk.all(), "drafts", desk.drafts(), "holders", desk.holders(), "walk", desk.walk().orElse(null), "rules", rules};
    return View.of("recognition/desk", parameters);
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable long id, SignedIn me) {
    administrator(me);
    Object[] parameters = {"versions", versions(id), "holders", desk.holders().getOrDefault(id, 0L), "trial", desk.trial(id).orElse(null),
        "walk", desk.walk().orElse(null), "rules", rules};
    return View.of("recognition/deskBadge", parameters);
  }

  /** The picture of a draft, which nobody else may see. */
  @GetMapping(ONE + "/draft.svg")
  ResponseEntity<byte[]> picture(@PathVariable long id, SignedIn me, HttpServletRequest request) {
    administrator(me);
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("image/svg+xml"))
        .body(pictures.svg(versions(id).getFirst(), pages.page(request).language()).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping(ONE + "/history")
  ModelAndView history(@PathVariable long id, @RequestParam(defaultValue = "1") int page, SignedIn me) {
    administrator(me);
    return View.of("recognition/history", "badge", versions(id).getFirst(), "slice", desk.history(id, Math.clamp(page, 1, 100_000)));
  }

  @PostMapping(ONE + "/trial")
  ModelAndView attempt(@PathVariable long id, SignedIn me) {
    administrator(me);
    versions(id);
    desk.attempt(id, me.id());
    return View.seeOther("/administration/badges/" + id);
  }

  @PostMapping(ONE + "/publication")
  ModelAndView publish(@PathVariable long id, SignedIn me) {
    administrator(me);
    versions(id);
    String said = switch (desk.publish(id, me.id())) {
      case DONE -> "recognition.said.published";
      case NO_DRAFT -> "recognition.said.noDraft";
      case NOT_TRIED -> "recognition.said.notTried";
    };
    return View.seeOther("/administration/badges/" + id, View.saying(said));
  }

  @PostMapping(ONE + "/retirement")
  ModelAndView retire(@PathVariable long id, SignedIn me) {
    administrator(me);
    versions(id);
    desk.retire(id, me.id());
    return View.seeOther("/administration/badges/" + id, View.saying("recognition.said.retired"));
  }

  @PostMapping(ONE + "/draft/discarding")
  ModelAndView discard(@PathVariable long id, SignedIn me) {
    administrator(me);
    versions(id);
    desk.discard(id, me.id());
    return View.seeOther("/administration/badges", View.saying("recognition.said.discarded"));
  }

  private List<Badge> versions(long id) {
    List<Badge> versions = desk.versions(id);
    if (versions.isEmpty()) throw new NotFound("badge " + id);
    return versions;
  }

  static void administrator(SignedIn me) {
    if (!me.administrator()) throw new NotFound("badges are administered by others than " + me.id());
  }
}
