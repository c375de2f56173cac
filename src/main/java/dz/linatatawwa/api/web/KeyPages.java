package dz.linatatawwa.api.web;

import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.api.KeyForm;
import dz.linatatawwa.api.KeyOwner;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keys of one body on its desk: made, looked at, revoked by whoever owns it. Whose desk it is the two kinds of bodies say. */
abstract class KeyPages {

  /** A desk that stands open to whoever asked.
   *  @param desk    as the page of its kind shows it
   *  @param address of its keys */
  record Opened(Object desk, String address, KeyOwner owner) {}

  private final String template;
  private final KeyDesk keys;
  private final PageMaker pages;

  KeyPages(String template, KeyDesk keys, PageMaker pages) {
    this.template = template;
    this.keys = keys;
    this.pages = pages;
  }

  /** @throws dz.linatatawwa.site.NotFound for whoever is not among the owners of this body */
  abstract Opened open(SignedIn me, long id);

  @GetMapping
  ModelAndView list(@PathVariable long id, SignedIn me, @RequestParam(defaultValue = "") String before, HttpServletRequest request) {
    Opened here = open(me, id);
    return View.of(template, "desk", here.desk(), "problems", Problems.none(), "shown",
        keys.shown(here.owner(), here.address(), me.id(), KeyForm.empty(), before, pages.page(request).words()));
  }

  @PostMapping
  ModelAndView make(@PathVariable long id, Session session, @RequestParam(required = false) @Nullable String label, @RequestParam(required = false) @Nullable List<String> scopes,
      @RequestParam(required = false) @Nullable String days, HttpServletRequest request, HttpServletResponse response) {
    Opened here = open(session.person(), id);
    KeyForm form = KeyForm.of(label, scopes, days);
    Problems problems = Problems.none();
    return keys.make(here.owner(), here.address(), session, form, problems, response).orElseGet(() -> View.unprocessable(template, "desk", here.desk(), "problems", problems, "shown",
        keys.shown(here.owner(), here.address(), session.person().id(), form, "", pages.page(request).words())));
  }

  @GetMapping("/{key:[1-9][0-9]{0,17}}")
  ModelAndView show(@PathVariable long id, @PathVariable long key, SignedIn me, @RequestParam(defaultValue = "") String before) {
    Opened here = open(me, id);
    return keys.show(here.owner(), here.address(), key, before);
  }

  @PostMapping("/{key:[1-9][0-9]{0,17}}/revocation")
  ModelAndView revoke(@PathVariable long id, @PathVariable long key, SignedIn me) {
    Opened here = open(me, id);
    return keys.revoke(here.owner(), here.address(), me.id(), key);
  }
}
