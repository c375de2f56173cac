package dz.linatatawwa.volunteers.web;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a minor sees of their guardians: who they are, what they agreed to; naming them, and ending it. */
@Controller
class GuardianPages {

  private final Guardians guardians;
  private final Volunteers volunteers;

  GuardianPages(Guardians guardians, Volunteers volunteers) {
    this.guardians = guardians;
    this.volunteers = volunteers;
  }

  @GetMapping("/guardian")
  ModelAndView guardian(SignedIn me) {
    if (volunteers.find(me.id()).isEmpty()) return View.seeOther("/join/facts");
    return View.of("volunteers/guardian", parameters(me, 0, "", "", Problems.none()));
  }

  /** Names a guardian, or writes to the same one again; the fields of the second place end in 2. */
  @PostMapping("/guardian")
  ModelAndView ask(SignedIn me, @RequestParam Map<String, String> sent) {
    int number = "2".equals(sent.get("place")) ? 2 : 1;
    String mark = number == 1 ? "" : "2";
    String guardian = sent.getOrDefault("guardian" + mark, "");
    String contact = sent.getOrDefault("contact" + mark, "");
    Volunteer minor = volunteers.find(me.id()).filter(volunteers::isMinor).orElseThrow(() -> new NotFound("minor " + me.id()));
    Problems problems = Problems.none();
    String name = Typed.line(guardian);
    if (Typed.deceives(guardian)) problems.add("guardian" + mark, "site.problem.characters");
    else if (name.length() < 2 || name.length() > 120) problems.add("guardian" + mark, "volunteers.problem.name");
    Optional<Contact> where = Contact.parse(contact);
    if (where.isEmpty()) problems.add("contact" + mark, "volunteers.problem.contact");
    if (!problems.any() && where.isPresent()) {
      String links = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
      switch (guardians.ask(minor, number, name, where.get(), me.language(), me.id(), links)) {
        case SENT -> { }
        case TOO_OFTEN -> problems.add("contact" + mark, "volunteers.problem.guardianTooOften");
        case OWN_CONTACT -> problems.add("contact" + mark, "volunteers.problem.guardianOwn");
        case THE_OTHER -> problems.add("contact" + mark, "volunteers.problem.guardianOther");
        case SAID_NO -> problems.add("contact" + mark, "volunteers.problem.guardianSaidNo");
      }
    }
    if (problems.any()) return View.unprocessable("volunteers/guardian", parameters(me, number, guardian, contact, problems));
    return View.seeOther("/guardian", View.saying("volunteers.guardian.sent.done"));
  }

  @PostMapping("/guardian/withdrawal")
  ModelAndView withdraw(SignedIn me) {
    guardians.withdraw(me.id());
    return View.seeOther("/guardian", View.saying("volunteers.guardian.withdrawn"));
  }

  /** @param place which form was sent; 0: none */
  private Object[] parameters(SignedIn me, int place, String guardian, String contact, Problems problems) {
    Volunteer person = volunteers.find(me.id()).orElseThrow(() -> new NotFound("volunteer " + me.id()));
    return new Object[] {"guardians", guardians.of(me.id()), "consents", guardians.consents(me.id()), "needed", volunteers.isMinor(person),
        "mayTakePart", volunteers.mayTakePart(person), "place", place, "guardian", guardian, "contact", contact, "problems", problems};
  }
}
