package dz.linatatawwa.volunteers.web;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.GuardianConsent;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A guardian's consent, as the minor asks for it and as the guardian withdraws it. */
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
    return View.of("volunteers/guardian", parameters(me, "", "", Problems.none()));
  }

  @PostMapping("/guardian")
  ModelAndView ask(SignedIn me, @RequestParam(defaultValue = "") String guardian, @RequestParam(defaultValue = "") String contact) {
    Volunteer minor = volunteers.find(me.id()).orElseThrow(() -> new NotFound("volunteer " + me.id()));
    Problems problems = Problems.none();
    String name = Typed.line(guardian);
    if (name.length() < 2 || name.length() > 120) problems.add("guardian", "volunteers.problem.name");
    Optional<Contact> where = Contact.parse(contact);
    if (where.isEmpty()) problems.add("contact", "volunteers.problem.contact");
    if (!problems.any() && where.isPresent()) {
      String links = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
      switch (guardians.ask(minor, name, where.get(), me.language(), links)) {
        case SENT -> { }
        case TOO_OFTEN -> problems.add("contact", "volunteers.problem.guardianTooOften");
        case OWN_CONTACT -> problems.add("contact", "volunteers.problem.guardianOwn");
      }
    }
    return problems.any() ? View.unprocessable("volunteers/guardian", parameters(me, guardian, contact, problems)) : View.seeOther("/guardian");
  }

  @PostMapping("/guardian/code")
  ModelAndView give(SignedIn me, @RequestParam(defaultValue = "") String code) {
    return switch (guardians.give(me.id(), code)) {
      case CONSENTED -> View.seeOther("/guardian", View.saying("volunteers.guardian.given"));
      case WRONG -> View.unprocessable("volunteers/guardian",
          parameters(me, "", "", Problems.none().add("code", "volunteers.problem.guardianCode")));
      case OVER -> View.unprocessable("volunteers/guardian",
          parameters(me, "", "", Problems.none().add("code", "volunteers.problem.codeOver")));
    };
  }

  @PostMapping("/guardian/withdrawal")
  ModelAndView withdraw(SignedIn me) {
    guardians.withdraw(me.id());
    return View.seeOther("/guardian", View.saying("volunteers.guardian.withdrawn"));
  }

  @GetMapping("/guardian/consents/{token}")
  ModelAndView consent(@PathVariable UUID token) {
    GuardianConsent consent = byToken(token);
    return View.of("volunteers/consent", "consent", consent, "token", token.toString(),
        "minor", volunteers.find(consent.minor()).map(Volunteer::name).orElse(""));
  }

  @PostMapping("/guardian/consents/{token}/withdrawal")
  ModelAndView withdraw(@PathVariable UUID token) {
    guardians.withdraw(byToken(token).minor());
    return View.seeOther("/guardian/consents/" + token, View.saying("volunteers.guardian.withdrawn"));
  }

  private GuardianConsent byToken(UUID token) {
    return guardians.byToken(token).orElseThrow(() -> new NotFound("consent"));
  }

  private Object[] parameters(SignedIn me, String guardian, String contact, Problems problems) {
    Volunteer person = volunteers.find(me.id()).orElseThrow(() -> new NotFound("volunteer " + me.id()));
    return new Object[] {"consent", guardians.latest(me.id()).orElse(null), "needed", volunteers.isMinor(person), "guardian", guardian,
        "contact", contact, "problems", problems};
  }
}
