package dz.linatatawwa.recognition.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.eligibility.RuleForm;
import dz.linatatawwa.eligibility.RuleForms;
import dz.linatatawwa.eligibility.RuleSection;
import dz.linatatawwa.recognition.Badge;
import dz.linatatawwa.recognition.BadgeDesk;
import dz.linatatawwa.recognition.Wording;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form of a badge: a new one, or the draft of the next version. */
@Controller
@RequestMapping("/administration/badges")
class BadgeDraftPages {

  private static final Set<RuleSection> WITH_MONTHS = Set.copyOf(EnumSet.of(RuleSection.HOURS, RuleSection.COUNT, RuleSection.EVENTS, RuleSection.LED,
      RuleSection.LAST_MONTHS));

  private final BadgeDesk desk;
  private final RuleForms rules;

  BadgeDraftPages(BadgeDesk desk, RuleForms rules) {
    this.desk = desk;
    this.rules = rules;
  }

  @GetMapping("/new")
  ModelAndView blank(SignedIn me, HttpServletRequest request) {
    BadgeDeskPages.administrator(me);
    return form("/administration/badges", null, BadgeForm.empty(), rules.of(Rule.EVERYBODY, WITH_MONTHS, request), Problems.none());
  }

  @PostMapping
  ModelAndView add(BadgeForm form, SignedIn me, HttpServletRequest request) {
    BadgeDeskPages.administrator(me);
    Problems problems = Problems.none();
    RuleForm rule = rules.typed(WITH_MONTHS, request);
    Optional<Wording> wording = form.read(rules.read(rule, problems), form.kindChosen(), problems);
    String key = form.keyTyped();
    if (!key.matches("[a-z0-9][a-z0-9-]{1,39}")) problems.add("key", "recognition.problem.key");
    if (wording.isEmpty() || problems.any()) return form("/administration/badges", null, form, rule, problems);
    return desk.add(key, form.kindChosen(), wording.get(), me.id()).map(id -> View.seeOther("/administration/badges/" + id, View.saying("recognition.said.saved")))
        .orElseGet(() -> form("/administration/badges", null, form, rule, problems.add("key", "recognition.problem.taken")));
  }

  @GetMapping("/{id:[1-9][0-9]{0,17}}/draft")
  ModelAndView draft(@PathVariable long id, SignedIn me, HttpServletRequest request) {
    BadgeDeskPages.administrator(me);
    Badge badge = newest(id);
    return form("/administration/badges/" + id + "/draft", badge, BadgeForm.of(badge), rules.of(badge.rule(), sections(badge), request), Problems.none());
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/draft")
  ModelAndView save(@PathVariable long id, BadgeForm form, SignedIn me, HttpServletRequest request) {
    BadgeDeskPages.administrator(me);
    Badge badge = newest(id);
    Problems problems = Problems.none();
    RuleForm rule = rules.typed(sections(badge), request);
    Optional<Wording> wording = form.read(rules.read(rule, problems), badge.kind(), problems);
    if (wording.isEmpty() || problems.any()) return form("/administration/badges/" + id + "/draft", badge, form, rule, problems);
    desk.draft(id, wording.get(), me.id());
    return View.seeOther("/administration/badges/" + id, View.saying("recognition.said.saved"));
  }

  private Badge newest(long id) {
    List<Badge> versions = desk.versions(id);
    if (versions.isEmpty()) throw new NotFound("badge " + id);
    return versions.getFirst();
  }

  private static Set<RuleSection> sections(Badge badge) {
    return badge.isLevel() ? WITH_MONTHS : RuleSection.DEEDS;
  }

  private static ModelAndView form(String action, @Nullable Badge badge, BadgeForm form, RuleForm rule, Problems problems) {
    Object[] parameters = {"action", action, "badge", badge, "form", form, "rule", rule, "problems", problems};
    return problems.any() ? View.unprocessable("recognition/form", parameters) : View.of("recognition/form", parameters);
  }
}
