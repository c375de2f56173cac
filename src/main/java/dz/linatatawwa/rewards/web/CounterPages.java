package dz.linatatawwa.rewards.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.partnerships.PartnerDesk;
import dz.linatatawwa.partnerships.PartnerDeskSection;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.rewards.Counter;
import dz.linatatawwa.rewards.Presented;
import dz.linatatawwa.rewards.Showing;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The counter on a phone: scan or type, see what it is for, redeem. Every form carries the key of its showing, so that sending it twice does it once. */
@Controller
@RequestMapping("/partners/{partner:[1-9][0-9]{0,17}}/desk/counter")
class CounterPages implements PartnerDeskSection {

  private static final String KEY = "/{key:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

  private final Counter counter;
  private final PartnerDesks desks;

  CounterPages(Counter counter, PartnerDesks desks) {
    this.counter = counter;
    this.desks = desks;
  }

  @GetMapping
  ModelAndView form(SignedIn me, @PathVariable PartnerId partner) {
    return form(desk(me, partner), Problems.none(), "");
  }

  @PostMapping("/codes")
  ModelAndView present(SignedIn me, @PathVariable PartnerId partner, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String key) {
    PartnerDesk desk = desk(me, partner);
    String typed = code.length() > 60 ? code.substring(0, 60) : code;
    return switch (counter.present(me.id(), partner, uuid(key), typed)) {
      case Presented.Known(UUID kept) -> View.seeOther(desk.address("/counter/" + kept));
      case Presented.Slip slip -> form(desk, Problems.none().add("code", "rewards.problem.slip"), typed);
      case Presented.Unknown unknown -> form(desk, Problems.none().add("code", "rewards.problem.unknown"), typed);
      case Presented.TooMany(int minutes) -> form(desk, Problems.none().add("code", "rewards.problem.tooMany", minutes), typed);
    };
  }

  @GetMapping(KEY)
  ModelAndView show(SignedIn me, @PathVariable PartnerId partner, @PathVariable UUID key) {
    return shown(desk(me, partner), counter.look(me.id(), partner, key), Problems.none());
  }

  @PostMapping(KEY + "/redemption")
  ModelAndView redeem(SignedIn me, @PathVariable PartnerId partner, @PathVariable UUID key) {
    PartnerDesk desk = desk(me, partner);
    counter.redeem(me.id(), partner, key);
    return View.seeOther(desk.address("/counter/" + key));
  }

  @PostMapping(KEY + "/undo")
  ModelAndView undo(SignedIn me, @PathVariable PartnerId partner, @PathVariable UUID key, @RequestParam(defaultValue = "") String why) {
    PartnerDesk desk = desk(me, partner);
    String text = Typed.line(why);
    if (text.length() < 3 || text.length() > 200) {
      return shown(desk, counter.look(me.id(), partner, key), Problems.none().add("why", "rewards.problem.undoWhy"));
    }
    boolean undone = counter.undo(me.id(), partner, key, text);
    return View.seeOther(desk.address("/counter/" + key), View.saying(undone ? "rewards.said.undone" : "rewards.said.tooLate"));
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public String labelKey() {
    return "rewards.counter.tab";
  }

  @Override
  public String path() {
    return "/counter";
  }

  @Override
  public PartnerRole least() {
    return PartnerRole.COUNTER;
  }

  private PartnerDesk desk(SignedIn me, PartnerId partner) {
    return desks.open(me.id(), partner, PartnerRole.COUNTER);
  }

  private static UUID uuid(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException none) {
      throw new NotFound("no key of a showing");
    }
  }

  private static ModelAndView form(PartnerDesk desk, Problems problems, String typed) {
    Object[] parameters = {"desk", desk, "key", UUID.randomUUID().toString(), "typed", typed, "problems", problems};
    return problems.any() ? View.unprocessable("rewards/counter", parameters) : View.of("rewards/counter", parameters);
  }

  private static ModelAndView shown(PartnerDesk desk, Showing showing, Problems problems) {
    Object[] parameters = {"desk", desk, "showing", showing, "problems", problems};
    return problems.any() ? View.unprocessable("rewards/showing", parameters) : View.of("rewards/showing", parameters);
  }
}
