package dz.linatatawwa.guardians.web;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.guardians.GuardianPageSection;
import dz.linatatawwa.guardians.GuardianViews;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Guardian;
import dz.linatatawwa.volunteers.GuardianPurpose;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a guardian's own link opens. Alone it names nobody: it offers a code to the guardian's contact, and to stop everything. After the code it shows what
 *  is planned, where, with whom, the hours, and what was agreed to. */
@Controller
@RequestMapping("/guardian/consents/{token}")
class GuardianLinkPages {

  private final Guardians guardians;
  private final Volunteers volunteers;
  private final GuardianDoor door;
  private final GuardianViews views;
  private final Participation participation;
  private final ObjectProvider<GuardianPageSection> sections;
  private final PageMaker pages;

  GuardianLinkPages(Guardians guardians, Volunteers volunteers, GuardianDoor door, GuardianViews views, Participation participation, ObjectProvider<GuardianPageSection> sections,
      PageMaker pages) {
    this.guardians = guardians;
    this.volunteers = volunteers;
    this.door = door;
    this.views = views;
    this.participation = participation;
    this.sections = sections;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView show(@PathVariable UUID token, HttpServletRequest request) {
    Guardian guardian = guardian(token);
    return door.open(guardian, request) ? page(token, guardian, Problems.none(), request) : gate(token, guardian, Problems.none(), request);
  }

  /** Sends the code to the guardian's own contact, whoever asks. */
  @PostMapping("/code")
  ModelAndView code(@PathVariable UUID token, HttpServletRequest request, HttpServletResponse response) {
    Guardian guardian = guardian(token);
    Problems problems = door.ask(contact(guardian), pages.page(request).language(), request, response);
    return problems.any() ? gate(token, guardian, problems, request) : View.seeOther(address(token));
  }

  @PostMapping("/visit")
  ModelAndView visit(@PathVariable UUID token, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
    Guardian guardian = guardian(token);
    Problems problems = Problems.none();
    Optional<Contact> proved = door.prove(code, problems, request, response);
    if (proved.isPresent() && !proved.get().equals(guardian.contact())) problems.add("code", "volunteers.problem.codeOver");
    if (problems.any()) return gate(token, guardian, problems, request);
    door.enter(guardian, request, response);
    return View.seeOther(address(token));
  }

  /** To what the guardian agrees; what is not sent is not agreed to. */
  @PostMapping("/agreement")
  ModelAndView agree(@PathVariable UUID token, @RequestParam(required = false) List<String> purposes, HttpServletRequest request) {
    return inside(token, request, guardian -> {
      Set<GuardianPurpose> chosen = (purposes == null ? List.<String>of() : purposes).stream().flatMap(code -> GuardianPurpose.of(code).stream())
          .collect(Collectors.toSet());
      return switch (guardians.agree(guardian, chosen)) {
        case KEPT -> View.seeOther(address(token), View.saying(chosen.contains(GuardianPurpose.TAKE_PART) ? "guardians.said.agreed" : "guardians.said.kept"));
        case A_MINOR -> page(token, guardian, Problems.none().add("purposes", "guardians.problem.minor"), request);
        case OVER -> throw new NotFound("guardian's link");
      };
    });
  }

  /** One place goes, the rest stays. */
  @PostMapping("/seats/{application:[1-9]\\d{0,17}}/withdrawal")
  ModelAndView withdraw(@PathVariable UUID token, @PathVariable long application, HttpServletRequest request) {
    return inside(token, request, guardian -> {
      boolean done = participation.withdraw(guardian.minor(), new ApplicationId(application));
      return View.seeOther(address(token), View.saying(done ? "guardians.said.seatGone" : "guardians.said.tooLate"));
    });
  }

  /** Stops everything. The link is enough: who holds it can do no other harm, and a code that does not come must not keep a guardian from it. */
  @PostMapping("/withdrawal")
  ModelAndView stop(@PathVariable UUID token) {
    guardians.stop(guardian(token));
    return View.seeOther(address(token), View.saying("guardians.said.stopped"));
  }

  @PostMapping("/leaving")
  ModelAndView leave(@PathVariable UUID token, HttpServletRequest request, HttpServletResponse response) {
    door.leave(request, response);
    return View.seeOther(address(token));
  }

  private ModelAndView inside(UUID token, HttpServletRequest request, Function<Guardian, ModelAndView> deed) {
    Guardian guardian = guardian(token);
    return door.open(guardian, request) ? deed.apply(guardian) : View.seeOther(address(token));
  }

  /** The guardian of the link, as long as there is somebody to answer for: whoever came of age shows nothing any more. */
  private Guardian guardian(UUID token) {
    return guardians.byLink(token).filter(found -> volunteers.find(found.minor()).filter(volunteers::isMinor).isPresent())
        .orElseThrow(() -> new NotFound("guardian's link"));
  }

  private ModelAndView gate(UUID token, Guardian guardian, Problems problems, HttpServletRequest request) {
    Contact contact = contact(guardian);
    Object[] parameters = {"address", address(token), "contact", Masked.of(contact), "sent", door.asked(contact, request), "stopped", guardian.stopped(),
        "problems", problems};
    return problems.any() ? View.unprocessable("guardians/gate", parameters) : View.of("guardians/gate", parameters);
  }

  private ModelAndView page(UUID token, Guardian guardian, Problems problems, HttpServletRequest request) {
    Volunteer minor = volunteers.find(guardian.minor()).orElseThrow();
    Page page = pages.page(request);
    Object[] parameters = {"address", address(token), "view", views.of(guardian, minor, page.words()), "problems", problems,
        "contents", sections.stream().flatMap(one -> one.section(guardian, minor, page).stream()).toList()};
    return problems.any() ? View.unprocessable("guardians/page", parameters) : View.of("guardians/page", parameters);
  }

  private static Contact contact(Guardian guardian) {
    Contact contact = guardian.contact();
    if (contact == null) throw new IllegalStateException("a link without a contact: guardian " + guardian.id());
    return contact;
  }

  private static String address(UUID token) {
    return "/guardian/consents/" + token;
  }
}
