package dz.linatatawwa.ideas.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.ideas.Adopted;
import dz.linatatawwa.ideas.Adoption;
import dz.linatatawwa.ideas.Adoptions;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaId;
import dz.linatatawwa.ideas.IdeaPictures;
import dz.linatatawwa.ideas.Ideas;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
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

/** An organisation takes an idea up, gives it back, or says that it is done. */
@Controller
@RequestMapping("/ideas/{id:[1-9]\\d{0,17}}")
class AdoptionPages {

  private final Ideas ideas;
  private final Adoptions adoptions;
  private final IdeaUploads uploads;
  private final Organizations organizations;
  private final IdeaShowing showing;

  AdoptionPages(Ideas ideas, Adoptions adoptions, IdeaUploads uploads, Organizations organizations, IdeaShowing showing) {
    this.ideas = ideas;
    this.adoptions = adoptions;
    this.uploads = uploads;
    this.organizations = organizations;
    this.showing = showing;
  }

  @PostMapping("/adoptions")
  ModelAndView adopt(SignedIn me, @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    String organization = typed.getOrDefault("organization", "");
    if (!organization.matches("[1-9]\\d{0,17}")) throw new NotFound("organisation " + organization);
    Idea idea = ideas.shown(new IdeaId(id));
    return switch (adoptions.adopt(me.id(), new OrganizationId(Long.parseLong(organization)), idea.id(), typed.getOrDefault("from", ""), typed.getOrDefault("to", ""))) {
      case Adopted.Done(Adoption adoption) -> View.seeOther(adoption.deskPath(), View.saying("ideas.said.adopted"));
      case Adopted.Unfit(String field, String key) -> showing.page(idea, Optional.of(me), Problems.none().add(name(field), key), typed, request);
      case Adopted.Unverified none -> showing.page(idea, Optional.of(me), Problems.none().add("organization", "ideas.problem.unverified"), typed, request);
      case Adopted.TooLate late -> View.seeOther(idea.id().path(), View.saying("ideas.said.taken"));
    };
  }

  /** As the page calls the field of a campaign's form. */
  private static String name(String field) {
    return switch (field) {
      case "startsOn" -> "from";
      case "endsOn" -> "to";
      default -> "organization";
    };
  }

  @PostMapping("/adoptions/ending")
  ModelAndView giveBack(SignedIn me, @PathVariable long id) {
    boolean back = adoptions.giveBack(me.id(), new IdeaId(id));
    return View.seeOther(new IdeaId(id).path(), View.saying(back ? "ideas.said.givenBack" : "ideas.said.tooLate"));
  }

  @PostMapping("/closing")
  ModelAndView finish(SignedIn me, @PathVariable long id, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile upload,
      HttpServletRequest request) {
    Idea idea = ideas.shown(new IdeaId(id));
    if (adoptions.of(idea.id()).filter(adoption -> organizations.mayRun(me.id(), adoption.organization())).isEmpty()) throw new NotFound("idea " + id + " is foreign to " + me.id());
    Problems problems = Problems.none();
    Map<String, String> kept = new HashMap<>(typed);
    kept.put("title", idea.told().title());
    uploads.waiting(me, kept, upload, IdeaPictures.Moment.AFTER, problems);
    if (Typed.deceives(typed.get("answer"))) problems.add("answer", "site.problem.characters");
    if (problems.any()) return showing.page(idea, Optional.of(me), problems, kept, request);
    FileId after = FileId.of(kept.getOrDefault("picture", "")).orElse(null);
    return switch (adoptions.finish(me.id(), idea.id(), after, idea.told().title(), Typed.text(kept.get("answer")))) {
      case Adopted.Done done -> View.seeOther(idea.id().path(), View.saying("ideas.said.done"));
      case Adopted.Unfit(String field, String key) -> showing.page(idea, Optional.of(me), problems.add(field.equals("picture") ? "upload" : field, key), kept, request);
      case Adopted.Unverified none -> throw new IllegalStateException("nobody asks for that here");
      case Adopted.TooLate late -> View.seeOther(idea.id().path(), View.refusing("ideas.said.tooLate"));
    };
  }
}
