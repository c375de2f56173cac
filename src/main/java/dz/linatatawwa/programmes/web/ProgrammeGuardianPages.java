package dz.linatatawwa.programmes.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.programmes.Membership;
import dz.linatatawwa.programmes.Programme;
import dz.linatatawwa.programmes.ProgrammeMembers;
import dz.linatatawwa.programmes.Programmes;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a guardian's own link opens: who would see what of the minor, and yes or no; the same link takes a yes back. */
@Controller
@RequestMapping("/programmes/guardian/{token}")
class ProgrammeGuardianPages {

  private final ProgrammeMembers members;
  private final Programmes programmes;
  private final Partners partners;
  private final Volunteers volunteers;
  private final PageMaker pages;

  ProgrammeGuardianPages(ProgrammeMembers members, Programmes programmes, Partners partners, Volunteers volunteers, PageMaker pages) {
    this.members = members;
    this.programmes = programmes;
    this.partners = partners;
    this.volunteers = volunteers;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView show(@PathVariable UUID token, HttpServletRequest request) {
    Words words = pages.page(request).words();
    Membership membership = members.byGuardian(token).orElseThrow(() -> new NotFound("guardian's link"));
    Programme programme = programmes.find(membership.programme()).orElseThrow();
    return View.of("programmes/guardian", "token", token.toString(), "membership", membership, "programme", programme,
        "partner", partners.find(programme.partner()).map(found -> found.name(words.language())).orElse(""),
        "minor", volunteers.find(membership.volunteer()).map(Volunteer::name).orElse(""));
  }

  @PostMapping("/consent")
  ModelAndView agree(@PathVariable UUID token) {
    members.guardianAgrees(token);
    return View.seeOther("/programmes/guardian/" + token);
  }

  @PostMapping("/refusal")
  ModelAndView refuse(@PathVariable UUID token) {
    if (!members.guardianRefuses(token)) throw new NotFound("guardian's link");
    return View.seeOther("/", View.refusing("programmes.guardian.refused"));
  }
}
