package dz.linatatawwa.entrances.web;

import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.entrances.Entrance;
import dz.linatatawwa.entrances.Entrance.FirstRole;
import dz.linatatawwa.entrances.EntranceId;
import dz.linatatawwa.entrances.EntranceWish;
import dz.linatatawwa.entrances.Entrances;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Institutions that vouch for their people: added, changed and closed by administrators. For everybody else there is no such page. */
@Controller
@RequestMapping("/administration/entrances")
class EntranceDeskPages {

  private static final String HOME = "/administration/entrances";
  private static final String ONE = "/{eid:[1-9][0-9]{0,17}}";

  private final Entrances entrances;
  private final Organizations organizations;
  private final OwnAddress own;
  private final Holds holds;
  private final PageMaker pages;

  EntranceDeskPages(Entrances entrances, Organizations organizations, OwnAddress own, Holds holds, PageMaker pages) {
    this.entrances = entrances;
    this.organizations = organizations;
    this.own = own;
    this.holds = holds;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(SignedIn me) {
    administrator(me);
    return View.of("entrances/list", "entrances", entrances.all());
  }

  @GetMapping("/new")
  ModelAndView blank(SignedIn me, HttpServletRequest request) {
    administrator(me);
    return form(null, new EntranceForm(Map.of("role", FirstRole.NONE.code())), Problems.none(), request);
  }

  @PostMapping
  ModelAndView add(SignedIn me, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    administrator(me);
    holds.pass(me.id());
    EntranceForm form = new EntranceForm(typed);
    Problems problems = Problems.none();
    Optional<EntranceWish> wish = form.read(true, entrances, organizations, problems);
    Optional<EntranceId> added = wish.flatMap(one -> entrances.add(one, me.id()));
    if (added.isPresent()) return View.seeOther(HOME + "/" + added.get(), View.saying("entrances.said.added"));
    if (wish.isPresent()) problems.add("clientId", "entrances.problem.twice");
    return form(null, form, problems, request);
  }

  @GetMapping(ONE)
  ModelAndView show(SignedIn me, @PathVariable long eid, HttpServletRequest request) {
    administrator(me);
    Entrance entrance = entrances.find(new EntranceId(eid));
    return form(entrance, EntranceForm.of(entrance), Problems.none(), request);
  }

  @PostMapping(ONE)
  ModelAndView change(SignedIn me, @PathVariable long eid, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    administrator(me);
    Entrance entrance = entrances.find(new EntranceId(eid));
    holds.pass(me.id());
    EntranceForm form = new EntranceForm(typed);
    Problems problems = Problems.none();
    Optional<EntranceWish> wish = form.read(false, entrances, organizations, problems);
    if (wish.isPresent() && entrances.change(entrance.id(), wish.get(), me.id())) return View.seeOther(HOME + "/" + eid, View.saying("entrances.said.changed"));
    if (wish.isPresent()) problems.add("clientId", "entrances.problem.twice");
    return form(entrance, form, problems, request);
  }

  @PostMapping(ONE + "/closure")
  ModelAndView close(SignedIn me, @PathVariable long eid) {
    administrator(me);
    entrances.close(entrances.find(new EntranceId(eid)).id(), me.id());
    return View.seeOther(HOME + "/" + eid, View.sayingWithUndo(HOME + "/" + eid + "/reopening", "entrances.said.closed"));
  }

  @PostMapping(ONE + "/reopening")
  ModelAndView reopen(SignedIn me, @PathVariable long eid) {
    administrator(me);
    entrances.reopen(entrances.find(new EntranceId(eid)).id(), me.id());
    return View.seeOther(HOME + "/" + eid, View.saying("entrances.said.reopened"));
  }

  private ModelAndView form(@Nullable Entrance entrance, EntranceForm typed, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    List<Option> roles = Arrays.stream(FirstRole.values()).map(role -> Option.of(role.code(), words.text("entrances.role." + role.code()), words.text("entrances.role." + role.code() + ".text"))).toList();
    Object[] parameters = {"entrance", entrance, "typed", typed, "roles", roles, "redirect", entrance == null ? "" : own.redirect(entrance.id(), request),
        "linked", entrance == null ? 0L : entrances.linked(entrance.id()), "problems", problems};
    return problems.any() ? View.unprocessable("entrances/form", parameters) : View.of("entrances/form", parameters);
  }

  private static void administrator(SignedIn me) {
    if (!me.administrator()) throw new NotFound("institutions are administered by others than " + me.id());
  }
}
