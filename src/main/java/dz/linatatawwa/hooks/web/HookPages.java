package dz.linatatawwa.hooks.web;

import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.hooks.Hook;
import dz.linatatawwa.hooks.HookId;
import dz.linatatawwa.hooks.HookKind;
import dz.linatatawwa.hooks.HookWish;
import dz.linatatawwa.hooks.Hooks;
import dz.linatatawwa.hooks.Hooks.Made;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Addresses that are told, on the desk of an organisation or a partner: for its owners. A secret is shown once, on the answer to the deed that made it. */
@Controller
@RequestMapping({HookPages.OF_ORGANIZATION, HookPages.OF_PARTNER})
class HookPages {

  static final String OF_ORGANIZATION = "/organizations/{oid:[1-9][0-9]{0,17}}/desk/hooks";
  static final String OF_PARTNER = "/partners/{pid:[1-9][0-9]{0,17}}/desk/hooks";

  /** One of them. */
  static final String ONE = "/{hid:[1-9][0-9]{0,17}}";

  private final HookFrames frames;
  private final Hooks hooks;
  private final Holds holds;
  private final PageMaker pages;

  HookPages(HookFrames frames, Hooks hooks, Holds holds, PageMaker pages) {
    this.frames = frames;
    this.hooks = hooks;
    this.holds = holds;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable Map<String, String> path) {
    HookFrame frame = frames.open(me.id(), path);
    return View.of("hooks/list", "frame", frame, "hooks", hooks.of(frame.owner()));
  }

  @GetMapping("/new")
  ModelAndView blank(SignedIn me, @PathVariable Map<String, String> path, HttpServletRequest request) {
    return form(frames.open(me.id(), path), null, HookForm.blank(), Problems.none(), request);
  }

  @PostMapping
  ModelAndView make(SignedIn me, @PathVariable Map<String, String> path, @RequestParam(defaultValue = "") String address, @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") List<String> kinds, HttpServletRequest request, HttpServletResponse response) {
    HookFrame frame = frames.open(me.id(), path);
    holds.pass(me.id());
    HookForm typed = new HookForm(address, about, kinds);
    Problems problems = Problems.none();
    Optional<HookWish> wish = typed.read(frame.owner(), hooks, problems);
    if (wish.isEmpty()) return form(frame, null, typed, problems, request);
    return switch (hooks.make(frame.owner(), wish.get(), me.id())) {
      case Made.Done(HookId id, String secret) -> secret(frame, id, secret, false, response);
      case Made.Refused(String code) -> form(frame, null, typed, problems.add("address", "hooks.problem." + code, Hooks.MOST), request);
    };
  }

  @GetMapping(ONE + "/edit")
  ModelAndView edit(SignedIn me, @PathVariable Map<String, String> path, @PathVariable long hid, HttpServletRequest request) {
    HookFrame frame = frames.open(me.id(), path);
    Hook hook = hooks.find(frame.owner(), new HookId(hid));
    return form(frame, hook, HookForm.of(hook), Problems.none(), request);
  }

  @PostMapping(ONE)
  ModelAndView change(SignedIn me, @PathVariable Map<String, String> path, @PathVariable long hid, @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String about, @RequestParam(defaultValue = "") List<String> kinds, HttpServletRequest request) {
    HookFrame frame = frames.open(me.id(), path);
    Hook hook = hooks.find(frame.owner(), new HookId(hid));
    holds.pass(me.id());
    HookForm typed = new HookForm(address, about, kinds);
    Problems problems = Problems.none();
    Optional<HookWish> wish = typed.read(frame.owner(), hooks, problems);
    if (wish.isEmpty()) return form(frame, hook, typed, problems, request);
    if (!hooks.change(hook, wish.get(), me.id())) return form(frame, hook, typed, problems.add("address", "hooks.problem.twice", Hooks.MOST), request);
    return View.seeOther(frame.address(hook.id(), ""), View.saying("hooks.said.changed"));
  }

  @PostMapping(ONE + "/secret")
  ModelAndView renew(SignedIn me, @PathVariable Map<String, String> path, @PathVariable long hid, HttpServletResponse response) {
    HookFrame frame = frames.open(me.id(), path);
    Hook hook = hooks.find(frame.owner(), new HookId(hid));
    holds.pass(me.id());
    return secret(frame, hook.id(), hooks.renew(hook, me.id()), true, response);
  }

  @PostMapping(ONE + "/pause")
  ModelAndView pause(SignedIn me, @PathVariable Map<String, String> path, @PathVariable long hid) {
    HookFrame frame = frames.open(me.id(), path);
    Hook hook = hooks.find(frame.owner(), new HookId(hid));
    hooks.pause(hook, me.id());
    return View.seeOther(frame.address(hook.id(), ""), View.sayingWithUndo(frame.address(hook.id(), "/resumption"), "hooks.said.paused"));
  }

  @PostMapping(ONE + "/resumption")
  ModelAndView resume(SignedIn me, @PathVariable Map<String, String> path, @PathVariable long hid) {
    HookFrame frame = frames.open(me.id(), path);
    Hook hook = hooks.find(frame.owner(), new HookId(hid));
    hooks.resume(hook, me.id());
    return View.seeOther(frame.address(hook.id(), ""), View.saying("hooks.said.resumed"));
  }

  @PostMapping(ONE + "/removal")
  ModelAndView remove(SignedIn me, @PathVariable Map<String, String> path, @PathVariable long hid) {
    HookFrame frame = frames.open(me.id(), path);
    hooks.remove(hooks.find(frame.owner(), new HookId(hid)), me.id());
    return View.seeOther(frame.address(""), View.saying("hooks.said.removed"));
  }

  /** The secret is on this page and nowhere else, so that nothing keeps it. */
  private static ModelAndView secret(HookFrame frame, HookId id, String secret, boolean renewed, HttpServletResponse response) {
    response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
    return View.of("hooks/secret", "frame", frame, "id", id, "secret", secret, "renewed", renewed, "hours", (int) Hooks.CHANGE_OVER.toHours());
  }

  private ModelAndView form(HookFrame frame, @Nullable Hook hook, HookForm typed, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    List<Option> kinds = HookKind.of(frame.owner()).stream().map(kind -> Option.of(kind.code(), words.text(kind.key()), words.text(kind.key() + ".text"))).toList();
    Object[] parameters = {"frame", frame, "hook", hook, "typed", typed, "kinds", kinds, "problems", problems};
    return problems.any() ? View.unprocessable("hooks/form", parameters) : View.of("hooks/form", parameters);
  }
}
