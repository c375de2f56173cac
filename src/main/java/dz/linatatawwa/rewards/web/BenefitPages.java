package dz.linatatawwa.rewards.web;

import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.rewards.Appealed;
import dz.linatatawwa.rewards.Appeals;
import dz.linatatawwa.rewards.Benefit;
import dz.linatatawwa.rewards.BenefitId;
import dz.linatatawwa.rewards.Benefits;
import dz.linatatawwa.rewards.Lots;
import dz.linatatawwa.rewards.Offers;
import dz.linatatawwa.rewards.Standing;
import dz.linatatawwa.rewards.Taken;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Benefits for those who look for them: the list, one benefit, taking it, and turning to a person. */
@Controller
@RequestMapping("/benefits")
class BenefitPages {

  static final String ONE = "/{id:[1-9]\\d{0,17}}";

  private final Benefits benefits;
  private final Appeals appeals;
  private final Offers offers;
  private final Lots lots;
  private final Holds holds;
  private final BenefitViews views;

  BenefitPages(Benefits benefits, Appeals appeals, Offers offers, Lots lots, Holds holds, BenefitViews views) {
    this.holds = holds;
    this.benefits = benefits;
    this.appeals = appeals;
    this.offers = offers;
    this.lots = lots;
    this.views = views;
  }

  /** @param show mine: what can be taken now; soon: what something is missing for; else all */
  @GetMapping
  ModelAndView list(Optional<SignedIn> me, @RequestParam(defaultValue = "") String wilaya, @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    List<Benefit> found = benefits.offered(WilayaCode.of(wilaya).orElse(null));
    List<BenefitCard> cards = me.isPresent() ? benefits.standings(me.get().id(), found).stream().map(standing -> views.card(standing, request)).toList()
        : found.stream().map(benefit -> views.card(benefit, request)).toList();
    List<BenefitCard> shown = cards.stream().filter(card -> switch (show) {
      case "mine" -> card.free();
      case "soon" -> card.lacking();
      default -> true;
    }).toList();
    return View.of("rewards/list", "cards", views.page(shown, page), "wilaya", WilayaCode.of(wilaya).map(WilayaCode::value).orElse(""), "show", show,
        "free", cards.stream().filter(BenefitCard::free).count(), "signedIn", me.isPresent());
  }

  @GetMapping(ONE)
  ModelAndView show(Optional<SignedIn> me, @PathVariable long id, HttpServletRequest request) {
    return shown(me, found(id), Problems.none(), "", request);
  }

  /** Takes it, or enters its lot. */
  @PostMapping(ONE + "/grantings")
  ModelAndView take(SignedIn me, @PathVariable long id) {
    holds.pass(me.id());
    return switch (benefits.take(me.id(), new BenefitId(id))) {
      case Taken.Granted granted -> View.seeOther("/benefits/mine", View.saying("rewards.said.granted"));
      case Taken.Already already -> View.seeOther("/benefits/mine/" + already.id(), View.saying("rewards.said.already"));
      case Taken.Entered(int number) -> View.seeOther("/benefits/" + id, View.saying("rewards.said.entered", number));
      case Taken.Refused refused -> View.seeOther("/benefits/" + id, View.refusing("rewards.said.refused." + refused.why().reason().code()));
    };
  }

  @PostMapping(ONE + "/entry/withdrawal")
  ModelAndView leave(SignedIn me, @PathVariable long id) {
    boolean left = benefits.leave(me.id(), found(id).id());
    return View.seeOther("/benefits/" + id, View.saying(left ? "rewards.said.left" : "rewards.said.tooLate"));
  }

  @PostMapping(ONE + "/appeal")
  ModelAndView appeal(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String words, HttpServletRequest request) {
    Benefit benefit = found(id);
    Problems problems = Problems.none();
    String text = words(words, problems);
    if (problems.any()) return shown(Optional.of(me), benefit, problems, text, request);
    return View.seeOther("/benefits/" + id, View.saying(said(appeals.againstRefusal(me.id(), benefit.id(), text))));
  }

  /** An administrator stops it. */
  @PostMapping(ONE + "/stop")
  ModelAndView stop(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String why, HttpServletRequest request) {
    if (!me.administrator()) throw new NotFound("stopping for " + me.id());
    Benefit benefit = found(id);
    String text = Typed.line(why);
    if (text.length() < 5 || text.length() > 500) return shown(Optional.of(me), benefit, Problems.none().add("why", "rewards.problem.why"), "", request);
    offers.stop(me.id(), benefit.id(), text);
    return View.seeOther("/benefits/" + id, View.saying("rewards.said.stopped"));
  }

  static String said(Appealed appealed) {
    return switch (appealed) {
      case Appealed.Opened opened -> "rewards.said.appealed";
      case Appealed.Waiting waiting -> "rewards.said.waiting";
      case Appealed.Decided decided -> "rewards.said.decided";
      case Appealed.Needless needless -> "rewards.said.needless";
    };
  }

  static String words(String typed, Problems problems) {
    String text = Typed.text(typed);
    if (text.length() < 5) problems.add("words", "rewards.problem.words");
    if (text.length() > 1000) problems.add("words", "site.problem.tooLong", 1000);
    return text;
  }

  private Benefit found(long id) {
    return benefits.shown(new BenefitId(id)).orElseThrow(() -> new NotFound("benefit " + id));
  }

  private ModelAndView shown(Optional<SignedIn> me, Benefit benefit, Problems problems, String words, HttpServletRequest request) {
    Standing standing = me.map(person -> benefits.standing(person.id(), benefit)).orElse(new Standing(benefit, null, null, null, null, null));
    Object[] parameters = {"card", me.isPresent() ? views.card(standing, request) : views.card(benefit, request), "standing", standing, "rule",
        views.rule(standing, request), "where", views.where(benefits.counters(benefit.id()), request), "signedIn", me.isPresent(),
        "administrator", me.map(SignedIn::administrator).orElse(false), "lot", lots.view(benefit.id()).orElse(null), "words", words, "problems", problems};
    return problems.any() ? View.unprocessable("rewards/show", parameters) : View.of("rewards/show", parameters);
  }
}
