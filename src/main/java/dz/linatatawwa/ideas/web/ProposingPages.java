package dz.linatatawwa.ideas.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.ideas.GuestIdeas;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaId;
import dz.linatatawwa.ideas.IdeaKind;
import dz.linatatawwa.ideas.IdeaPictures;
import dz.linatatawwa.ideas.Ideas;
import dz.linatatawwa.ideas.Proposal;
import dz.linatatawwa.ideas.Proposed;
import dz.linatatawwa.ideas.SimilarIdeas;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Proposing: the form, what is like it, and the first sending; whoever has not signed in finds what they typed again afterwards. */
@Controller
class ProposingPages {

  private final Ideas ideas;
  private final SimilarIdeas similar;
  private final IdeaUploads uploads;
  private final IdeaPictures pictures;
  private final GuestIdeas drafts;
  private final IdeaCards cards;
  private final IdeaChoices choices;
  private final PageMaker pages;

  ProposingPages(Ideas ideas, SimilarIdeas similar, IdeaUploads uploads, IdeaPictures pictures, GuestIdeas drafts, IdeaCards cards, IdeaChoices choices, PageMaker pages) {
    this.ideas = ideas;
    this.similar = similar;
    this.uploads = uploads;
    this.pictures = pictures;
    this.drafts = drafts;
    this.cards = cards;
    this.choices = choices;
    this.pages = pages;
  }

  @GetMapping("/ideas/new")
  ModelAndView blank(@RequestParam(defaultValue = "") String kind, Optional<SignedIn> me, HttpServletRequest request) {
    Map<String, String> typed = new HashMap<>(Map.of("kind", IdeaKind.of(kind).orElse(IdeaKind.INITIATIVE).code()));
    Optional<String> token = me.isEmpty() ? Optional.empty() : GuestCookie.of(request);
    token.map(drafts::of).ifPresent(typed::putAll);
    return form(new IdeaForm(typed), me.isPresent(), List.of(), Problems.none(), request);
  }

  /** What is like a title that is being typed: a piece of a page, and the same as a page of its own where no script asked for it. */
  @GetMapping("/ideas/similar")
  ModelAndView like(@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String wilaya,
      HttpServletRequest request) {
    List<Idea> found = similar.like(Typed.line(title), IdeaKind.of(kind).orElse(null), wilaya(wilaya), null);
    return View.of("ideas/similar", "similar", cards.of(found, pages.page(request).words()));
  }

  @PostMapping("/ideas")
  ModelAndView propose(Optional<SignedIn> me, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile upload, HttpServletRequest request,
      HttpServletResponse response) {
    if (me.isEmpty()) return signIn(typed, request, response);
    Problems problems = Problems.none();
    Map<String, String> kept = new HashMap<>(typed);
    uploads.ofForm(me.get(), kept, upload, problems);
    IdeaForm form = new IdeaForm(kept);
    Optional<Proposal> told = form.read(choices, problems);
    if (told.isEmpty() || problems.any()) return form(form, true, List.of(), problems, request);
    List<Idea> like = ideas.proposedBefore(me.get().id(), told.get()) ? List.of() : like(told.get(), form);
    if (!like.isEmpty()) return form(form, true, like, problems, request);
    return answered(me.get(), told.get(), form, request, response);
  }

  /** Those that were not shown yet, by script or by the step before sending. */
  private List<Idea> like(Proposal told, IdeaForm form) {
    Set<String> seen = Arrays.stream(form.get("seen").split(",")).map(String::strip).collect(Collectors.toSet());
    List<Idea> found = similar.like(told.title(), told.kind(), told.wilaya(), null);
    return found.stream().allMatch(idea -> seen.contains(idea.id().toString())) ? List.of() : found;
  }

  private ModelAndView answered(SignedIn me, Proposal told, IdeaForm form, HttpServletRequest request, HttpServletResponse response) {
    return switch (ideas.propose(me.id(), told)) {
      case Proposed.Done(IdeaId id, boolean again) -> {
        if (!again) FileId.of(form.get("picture")).ifPresent(file -> pictures.give(me.id(), file, id, IdeaPictures.Moment.BEFORE, told.title()));
        GuestCookie.of(request).ifPresent(drafts::forget);
        GuestCookie.forget(request, response);
        yield View.seeOther(id.path(), View.saying(again ? "ideas.said.again" : "ideas.said.proposed"));
      }
      case Proposed.Unfit(String field, String key) -> form(form, true, List.of(), Problems.none().add(field, key), request);
      case Proposed.TooMany(int aDay) -> form(form, true, List.of(), Problems.none().add("title", "ideas.problem.many", aDay), request);
      case Proposed.TooLate late -> throw new IllegalStateException("a new idea cannot come too late");
    };
  }

  private ModelAndView signIn(Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
    drafts.keep(typed).ifPresent(token -> GuestCookie.keep(token, request, response));
    return View.seeOther("/sign-in?to=/ideas/new", View.saying("ideas.said.signIn"));
  }

  private @Nullable WilayaCode wilaya(String typed) {
    return typed.isBlank() ? null : choices.wilaya(Typed.line(typed)).orElse(null);
  }

  private ModelAndView form(IdeaForm form, boolean signedIn, List<Idea> like, Problems problems, HttpServletRequest request) {
    var words = pages.page(request).words();
    Object[] parameters = {"form", form, "signedIn", signedIn, "similar", cards.of(like, words), "kinds", choices.kinds(words), "fields", choices.fields(words.language()),
        "problems", problems};
    return problems.any() ? View.unprocessable("ideas/form", parameters) : View.of("ideas/form", parameters);
  }
}
