package dz.linatatawwa.means.web;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.means.Need;
import dz.linatatawwa.means.NeedId;
import dz.linatatawwa.means.Needs;
import dz.linatatawwa.means.Pledge;
import dz.linatatawwa.means.Pledged;
import dz.linatatawwa.means.Pledging;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import gg.jte.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own promises of goods: the list, taking one back, promising it anew. */
@Controller
@RequestMapping("/pledges")
class PledgePages implements OwnDeskPart {

  private final Pledging pledging;
  private final Needs needs;
  private final Fragments fragments;

  PledgePages(Pledging pledging, Needs needs, Fragments fragments) {
    this.pledging = pledging;
    this.needs = needs;
    this.fragments = fragments;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @RequestParam(defaultValue = "1") String page) {
    Slice<Pledge> mine = pledging.by(me.id(), Fields.page(page));
    return View.of("means/mine", "pledges", mine, "needs", needs(mine.rows()));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long id) {
    boolean now = pledging.withdraw(me.id(), id);
    return View.seeOther("/pledges", now ? View.sayingWithUndo("/pledges/" + id + "/return", "means.said.withdrawn") : View.refusing("means.said.notWaiting"));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/return")
  ModelAndView renew(SignedIn me, @PathVariable long id) {
    return View.seeOther("/pledges", switch (pledging.renew(me.id(), id)) {
      case Pledged.Made made -> View.saying("means.said.renewed");
      case Pledged.TooMuch(int left) -> View.refusing("means.said.tooLate", left);
      default -> View.saying("means.said.over");
    });
  }

  @Override
  public int order() {
    return 35;
  }

  @Override
  public Optional<Content> section(SignedIn me, Page page) {
    if (pledging.waiting(me.id()) == 0) return Optional.empty();
    List<Pledge> waiting = pledging.by(me.id(), 1).rows().stream().filter(Pledge::waits).limit(3).toList();
    return waiting.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "means/onOwnDesk", "pledges", waiting, "needs", needs(waiting)));
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    return List.of(new Link(page.text("means.mine"), "/pledges", false));
  }

  private Map<NeedId, Need> needs(List<Pledge> pledges) {
    Map<NeedId, Need> found = new HashMap<>();
    pledges.stream().map(Pledge::need).distinct().forEach(id -> needs.find(id).ifPresent(need -> found.put(id, need)));
    return found;
  }
}
