package dz.linatatawwa.rewards.web;

import dz.linatatawwa.eligibility.Judgement;
import dz.linatatawwa.eligibility.RuleWords;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.rewards.Benefit;
import dz.linatatawwa.rewards.CounterPlace;
import dz.linatatawwa.rewards.Entry;
import dz.linatatawwa.rewards.Refusal;
import dz.linatatawwa.rewards.Standing;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Benefits in the words of their reader. */
@Component
class BenefitViews {

  private static final int PAGE = 20;

  private final RuleWords rules;
  private final Places places;
  private final PageMaker pages;

  BenefitViews(RuleWords rules, Places places, PageMaker pages) {
    this.rules = rules;
    this.places = places;
    this.pages = pages;
  }

  /** For somebody who is not signed in. */
  BenefitCard card(Benefit benefit, HttpServletRequest request) {
    return new BenefitCard(benefit, rules.sentence(benefit.rule(), words(request)), false, null, null, null, 0);
  }

  BenefitCard card(Standing standing, HttpServletRequest request) {
    return card(standing, words(request));
  }

  BenefitCard card(Standing standing, Words words) {
    Entry entry = standing.entry();
    return new BenefitCard(standing.benefit(), rules.sentence(standing.benefit().rule(), words), standing.free(), standing.granting(), why(standing, words),
        missing(standing, words), entry == null ? 0 : entry.number());
  }

  private static @Nullable String why(Standing standing, Words words) {
    Refusal refusal = standing.refusal();
    if (refusal == null || standing.granting() != null) return null;
    LocalDate day = refusal.day();
    return words.text("rewards.why." + refusal.reason().code(), day == null ? "" : words.longDate(day));
  }

  private @Nullable String missing(Standing standing, Words words) {
    Refusal refusal = standing.refusal();
    Judgement judgement = standing.judgement();
    if (refusal == null || refusal.reason() != Refusal.Reason.RULE || judgement == null || judgement.unmet().isEmpty()) return null;
    return rules.missing(judgement.unmet().getFirst(), words);
  }

  /** The rule, condition by condition, with how far the reader is. */
  List<RuleLine> rule(Standing standing, HttpServletRequest request) {
    Words words = words(request);
    Judgement judgement = standing.judgement();
    if (judgement == null) return rules.lines(standing.benefit().rule(), words).stream().map(line -> new RuleLine(line, null, "", 0, 1, "", "")).toList();
    return judgement.parts().stream().map(part -> new RuleLine(rules.line(part.condition(), words), part.met(), part.met() ? "" : rules.missing(part, words),
        part.have(), part.need(), rules.amount(part.condition(), part.have(), words), rules.amount(part.condition(), part.need(), words))).toList();
  }

  /** Addresses of counters in words. */
  List<String> where(List<CounterPlace> counters, HttpServletRequest request) {
    var language = pages.page(request).language();
    return counters.stream().map(counter -> counter.address() + " · " + places.name(counter.commune(), language) + " · " + places.name(counter.wilaya(), language)).toList();
  }

  /** A part of a list that is in memory. */
  <T> Slice<T> page(List<T> all, String typed) {
    int number = number(typed);
    int from = Math.min(all.size(), (number - 1) * PAGE);
    return new Slice<>(all.subList(from, Math.min(all.size(), from + PAGE)), number, PAGE, all.size());
  }

  static int number(String typed) {
    return typed.matches("[1-9]\\d{0,4}") ? Integer.parseInt(typed) : 1;
  }

  private Words words(HttpServletRequest request) {
    return pages.page(request).words();
  }
}
