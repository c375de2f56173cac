package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.partnerships.PartnerDesk;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The first page of a partner's desk: what its rooms have to say. */
@Controller
class PartnerDeskPages {

  private final PartnerDesks desks;
  private final PageMaker pages;

  PartnerDeskPages(PartnerDesks desks, PageMaker pages) {
    this.desks = desks;
    this.pages = pages;
  }

  @GetMapping("/partners/{id:[1-9][0-9]{0,17}}/desk")
  ModelAndView home(@PathVariable PartnerId id, SignedIn me, HttpServletRequest request) {
    PartnerDesk desk = desks.open(me.id(), id, PartnerRole.COUNTER);
    return View.of("partnerships/home", "desk", desk, "contents", desks.contents(desk, pages.page(request)));
  }
}
