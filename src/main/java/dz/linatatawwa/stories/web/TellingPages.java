package dz.linatatawwa.stories.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.stories.SentDraft;
import dz.linatatawwa.stories.SentTestimonies;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where volunteers tell what they lived, and take it back. */
@Controller
class TellingPages {

  private static final String MINE = "/stories/asked";

  private final SentTestimonies sent;
  private final Volunteers volunteers;
  private final PageMaker pages;

  TellingPages(SentTestimonies sent, Volunteers volunteers, PageMaker pages) {
    this.sent = sent;
    this.volunteers = volunteers;
    this.pages = pages;
  }

  @GetMapping("/stories/tell")
  ModelAndView begin(SignedIn me, HttpServletRequest request) {
    Language language = pages.page(request).language();
    return form(me, new TellingForm(Map.of("language", language == Language.KAB ? "ar" : language.code(), "named", "first")), Problems.none());
  }

  @PostMapping("/stories/tell")
  ModelAndView send(SignedIn me, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile upload) {
    Map<String, String> fields = new HashMap<>(typed);
    if (isMinor(me)) fields.put("named", "first");
    TellingForm form = new TellingForm(fields);
    Problems problems = Problems.none();
    MultipartFile picture = upload == null || upload.isEmpty() ? null : upload;
    Optional<SentDraft> draft = form.read(picture != null, problems);
    if (draft.isEmpty() || sent.hindrance(me.id()).isPresent()) return form(me, form, problems);
    Optional<Kept.Refused> refused = sent.send(me.id(), draft.get(), picture);
    if (refused.isEmpty()) return View.seeOther(MINE + "#sent", View.saying("stories.said.sent"));
    problems.add("upload", refused.get().key(), refused.get().arguments().toArray());
    return form(me, form, problems);
  }

  private ModelAndView form(SignedIn me, TellingForm form, Problems problems) {
    String hindrance = sent.hindrance(me.id()).orElse("");
    Object[] shown = {"form", form, "minor", isMinor(me), "hindrance", hindrance, "problems", problems};
    return problems.any() || !hindrance.isEmpty() && form.typed().containsKey("body") ? View.unprocessable("stories/tell", shown) : View.of("stories/tell", shown);
  }

  private boolean isMinor(SignedIn me) {
    return !volunteers.minors(Set.of(me.id())).isEmpty();
  }

  @PostMapping("/stories/sent/{id:[1-9]\\d{0,17}}/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long id) {
    boolean own = sent.of(me.id()).stream().anyMatch(one -> one.id() == id);
    if (!own) throw new NotFound("sent testimony " + id);
    return View.seeOther(MINE + "#sent", sent.withdraw(me.id(), id) ? View.saying("stories.said.sentBack") : View.refusing("stories.said.sentBackBefore"));
  }
}
