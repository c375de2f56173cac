package dz.linatatawwa.guardians.web;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Guardian;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For a guardian who lost the link: contact, code, and the links of those for whom the contact answers. Up to the code every contact gets the same answer,
 *  so that nobody learns who is here. */
@Controller
class GuardianAgainPages {

  private final GuardianDoor door;
  private final Guardians guardians;
  private final Volunteers volunteers;
  private final PageMaker pages;

  GuardianAgainPages(GuardianDoor door, Guardians guardians, Volunteers volunteers, PageMaker pages) {
    this.door = door;
    this.guardians = guardians;
    this.volunteers = volunteers;
    this.pages = pages;
  }

  @GetMapping("/guardian/again")
  ModelAndView contact() {
    return View.of("guardians/again", "contact", "", "problems", Problems.none());
  }

  @PostMapping("/guardian/again")
  ModelAndView ask(@RequestParam(defaultValue = "") String contact, HttpServletRequest request, HttpServletResponse response) {
    Optional<Contact> where = Contact.parse(contact);
    Problems problems = where.map(to -> door.ask(to, pages.page(request).language(), request, response))
        .orElseGet(() -> Problems.none().add("contact", "volunteers.problem.contact"));
    return problems.any() ? View.unprocessable("guardians/again", "contact", contact, "problems", problems) : View.seeOther("/guardian/again/code");
  }

  @GetMapping("/guardian/again/code")
  ModelAndView code(HttpServletRequest request) {
    return door.asked(request).map(contact -> View.of("guardians/againcode", "contact", contact.shown(), "problems", Problems.none()))
        .orElseGet(() -> View.seeOther("/guardian/again"));
  }

  @PostMapping("/guardian/again/code")
  ModelAndView prove(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
    String asked = door.asked(request).map(Contact::shown).orElse("");
    Problems problems = Problems.none();
    Optional<Contact> proved = door.prove(code, problems, request, response);
    if (proved.isEmpty()) return View.unprocessable("guardians/againcode", "contact", asked, "problems", problems);
    List<Link> links = guardians.byContact(proved.get()).stream().flatMap(guardian -> link(guardian, request, response).stream()).toList();
    return links.size() == 1 ? View.seeOther(links.getFirst().href()) : View.of("guardians/children", "links", links);
  }

  private Optional<Link> link(Guardian guardian, HttpServletRequest request, HttpServletResponse response) {
    Optional<Volunteer> minor = volunteers.find(guardian.minor()).filter(volunteers::isMinor);
    return minor.map(child -> {
      door.enter(guardian, request, response);
      return new Link(child.name(), "/guardian/consents/" + guardians.renew(guardian), false);
    });
  }
}
