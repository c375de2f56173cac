package dz.linatatawwa.guardians.web;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.guardians.YouthGroups;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.View;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** On a person's desk: groups that ask for them or that they belong to. */
@Controller
class BelongingPages implements OwnDeskPart {

  private final YouthGroups groups;
  private final Fragments fragments;

  BelongingPages(YouthGroups groups, Fragments fragments) {
    this.groups = groups;
    this.fragments = fragments;
  }

  @PostMapping("/groups/memberships/{member:[1-9][0-9]{0,17}}/acceptance")
  ModelAndView accept(SignedIn me, @PathVariable long member) {
    groups.accept(me.id(), member);
    return View.seeOther("/desk", View.saying("guardians.said.belongs"));
  }

  @PostMapping("/groups/memberships/{member:[1-9][0-9]{0,17}}/leaving")
  ModelAndView leave(SignedIn me, @PathVariable long member) {
    groups.leave(me.id(), member);
    return View.seeOther("/desk", View.saying("guardians.said.left"));
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public Optional<Content> section(SignedIn me, Page page) {
    List<YouthGroups.Belonging> own = groups.of(me.id());
    return own.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "guardians/belonging", "groups", own));
  }
}
