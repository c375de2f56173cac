package dz.linatatawwa.rewards.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.print.Qr;
import dz.linatatawwa.rewards.Appeals;
import dz.linatatawwa.rewards.BenefitCode;
import dz.linatatawwa.rewards.Benefits;
import dz.linatatawwa.rewards.Granting;
import dz.linatatawwa.rewards.GrantingId;
import dz.linatatawwa.rewards.GrantingState;
import dz.linatatawwa.site.OwnPage;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own benefits: the codes, on one page that stays on the phone, and each by itself. */
@Controller
@RequestMapping("/benefits/mine")
class MinePages {

  private final Benefits benefits;
  private final Appeals appeals;
  private final PageMaker pages;

  MinePages(Benefits benefits, Appeals appeals, PageMaker pages) {
    this.benefits = benefits;
    this.appeals = appeals;
    this.pages = pages;
  }

  @Bean
  static OwnPage ownBenefits() {
    return new OwnPage("/benefits/mine");
  }

  @GetMapping
  ModelAndView list(SignedIn me, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    return View.of("rewards/mine", "coupons", benefits.living(me.id()).stream().map(granting -> coupon(granting, request)).toList(),
        "past", benefits.past(me.id(), BenefitViews.number(page)));
  }

  @GetMapping(BenefitPages.ONE)
  ModelAndView show(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    return shown(me, id, Problems.none(), "", request);
  }

  @PostMapping(BenefitPages.ONE + "/return")
  ModelAndView giveBack(SignedIn me, @PathVariable long id) {
    boolean taken = benefits.giveBack(me.id(), new GrantingId(id));
    return View.seeOther("/benefits/mine", View.saying(taken ? "rewards.said.returned" : "rewards.said.tooLate"));
  }

  @PostMapping(BenefitPages.ONE + "/appeal")
  ModelAndView appeal(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String words, HttpServletRequest request) {
    Problems problems = Problems.none();
    String text = BenefitPages.words(words, problems);
    if (problems.any()) return shown(me, id, problems, text, request);
    return View.seeOther("/benefits/mine/" + id, View.saying(BenefitPages.said(appeals.againstHold(me.id(), new GrantingId(id), text))));
  }

  private ModelAndView shown(SignedIn me, long id, Problems problems, String words, HttpServletRequest request) {
    Granting granting = benefits.own(me.id(), new GrantingId(id));
    Object[] parameters = {"coupon", coupon(granting, request), "appeal", appeals.ofGranting(granting).orElse(null), "words", words, "problems", problems};
    return problems.any() ? View.unprocessable("rewards/coupon", parameters) : View.of("rewards/coupon", parameters);
  }

  /** A code that cannot be used is not shown. */
  private Coupon coupon(Granting granting, HttpServletRequest request) {
    if (!granting.is(GrantingState.GRANTED)) return new Coupon(granting, "", "");
    BenefitCode code = benefits.code(granting);
    String alt = pages.page(request).text("rewards.code.alt", granting.name().in(pages.page(request).language()));
    return new Coupon(granting, code.shown(), Qr.of(code.scanned(), Qr.Correction.QUARTILE).svg(alt));
  }
}
