package dz.linatatawwa.volunteers.web;

import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.volunteers.Audience;
import dz.linatatawwa.volunteers.Education;
import dz.linatatawwa.volunteers.Joining;
import dz.linatatawwa.volunteers.Profile;
import dz.linatatawwa.volunteers.ProfileForm;
import dz.linatatawwa.volunteers.Sex;
import dz.linatatawwa.volunteers.Skill;
import dz.linatatawwa.volunteers.SpokenLanguage;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A volunteer's own profile: {@code /profile}. */
@Controller
class ProfilePages {

  private final Volunteers volunteers;
  private final Accounts accounts;
  private final Joining joining;
  private final Taxonomy taxonomy;
  private final PageMaker pages;

  ProfilePages(Volunteers volunteers, Accounts accounts, Joining joining, Taxonomy taxonomy, PageMaker pages) {
    this.volunteers = volunteers;
    this.accounts = accounts;
    this.joining = joining;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  @GetMapping("/profile")
  ModelAndView profile(SignedIn me, HttpServletRequest request, @RequestParam(name = "new", defaultValue = "") String fresh) {
    Optional<Volunteer> volunteer = volunteers.find(me.id());
    if (volunteer.isEmpty()) return View.seeOther("/join/facts");
    return View.of("volunteers/profile", parameters(volunteer.get(), ProfileForm.of(volunteer.get(), volunteers.forFigures(me.id())), Problems.none(), request, !fresh.isEmpty()));
  }

  @PostMapping("/profile")
  ModelAndView change(SignedIn me, ProfileForm form, HttpServletRequest request) {
    Optional<Volunteer> volunteer = volunteers.find(me.id());
    if (volunteer.isEmpty()) return View.seeOther("/join/facts");
    Problems problems = Problems.none();
    Optional<Profile> profile = form.checked(joining, taxonomy, problems);
    if (profile.isEmpty()) return View.unprocessable("volunteers/profile", parameters(volunteer.get(), form, problems, request, false));
    volunteers.change(me.id(), profile.get());
    if (!form.cleanName().equals(volunteer.get().name())) accounts.rename(me.id(), form.cleanName());
    return View.seeOther("/profile", View.saying("volunteers.profile.saved"));
  }

  private Object[] parameters(Volunteer volunteer, ProfileForm form, Problems problems, HttpServletRequest request, boolean fresh) {
    Words words = pages.page(request).words();
    return new Object[] {"volunteer", volunteer, "form", form, "problems", problems, "fresh", fresh, "minor", volunteers.isMinor(volunteer),
        "audiences", Arrays.stream(Audience.values()).map(a -> Option.of(a.code(), words.text("volunteers.audience." + a.code()))).toList(),
        "sexes", Arrays.stream(Sex.values()).map(s -> Option.of(s.code(), words.text("volunteers.sex." + s.code()))).toList(),
        "levels", Arrays.stream(Education.values()).map(e -> Option.of(e.code(), words.text("volunteers.education." + e.code()))).toList(),
        "skills", Arrays.stream(Skill.values()).map(s -> Option.of(s.code(), words.text("volunteers.skill." + s.code()))).toList(),
        "languages", Arrays.stream(SpokenLanguage.values()).map(l -> Option.of(l.code(), words.text("volunteers.language." + l.code()))).toList(),
        "fields", taxonomy.fields().stream().map(f -> Option.of(f.code(), f.name().in(words.language()))).toList()};
  }
}
