package dz.linatatawwa.api.web;

import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.api.KeyForm;
import dz.linatatawwa.api.KeyOwner;
import dz.linatatawwa.partnerships.PartnerDesk;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keys of a partner, on its desk: its owners make and revoke them. */
@Controller
@RequestMapping("/partners/{id:[1-9][0-9]{0,17}}/desk/keys")
class PartnerKeyPages {

  private final PartnerDesks desks;
  private final KeyDesk keys;
  private final PageMaker pages;

  PartnerKeyPages(PartnerDesks desks, KeyDesk keys, PageMaker pages) {
    this.desks = desks;
    this.keys = keys;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(@PathVariable long id, SignedIn me, @RequestParam(defaultValue = "") String before, HttpServletRequest request) {
    PartnerDesk desk = owned(me, id);
    return View.of("api/partner-keys", "desk", desk, "problems", Problems.none(),
        "shown", keys.shown(owner(id), desk.address("/keys"), me.id(), KeyForm.empty(), before, pages.page(request).words()));
  }

  @PostMapping
  ModelAndView make(@PathVariable long id, Session here, @RequestParam(required = false) @Nullable String label, @RequestParam(required = false) @Nullable List<String> scopes,
      @RequestParam(required = false) @Nullable String days, HttpServletRequest request, HttpServletResponse response) {
    PartnerDesk desk = owned(here.person(), id);
    KeyForm form = KeyForm.of(label, scopes, days);
    Problems problems = Problems.none();
    return keys.make(owner(id), desk.address("/keys"), here, form, problems, response).orElseGet(() -> View.unprocessable("api/partner-keys", "desk", desk, "problems", problems,
        "shown", keys.shown(owner(id), desk.address("/keys"), here.person().id(), form, "", pages.page(request).words())));
  }

  @GetMapping("/{key:[1-9][0-9]{0,17}}")
  ModelAndView show(@PathVariable long id, @PathVariable long key, SignedIn me, @RequestParam(defaultValue = "") String before) {
    return keys.show(owner(id), owned(me, id).address("/keys"), key, before);
  }

  @PostMapping("/{key:[1-9][0-9]{0,17}}/revocation")
  ModelAndView revoke(@PathVariable long id, @PathVariable long key, SignedIn me) {
    return keys.revoke(owner(id), owned(me, id).address("/keys"), me.id(), key);
  }

  private PartnerDesk owned(SignedIn me, long id) {
    return desks.open(me.id(), new PartnerId(id), PartnerRole.OWNER);
  }

  private static KeyOwner owner(long id) {
    return new KeyOwner.OfPartner(new PartnerId(id));
  }
}
