package dz.linatatawwa.screening.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.screening.Conditions;
import dz.linatatawwa.screening.ScreeningRule;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;

/** Puts rules into the words of a reader. */
public final class RuleWording {

  private final Words words;
  private final Places places;
  private final Taxonomy taxonomy;

  RuleWording(Words words, Places places, Taxonomy taxonomy) {
    this.words = words;
    this.places = places;
    this.taxonomy = taxonomy;
  }

  /** Where it holds. */
  public String place(ScreeningRule rule) {
    return rule.wilaya() == null ? words.text("supervision.nation") : places.name(rule.wilaya(), words.language());
  }

  /** Each condition as a line; all must hold. */
  public List<String> lines(Conditions it) {
    List<String> lines = new ArrayList<>();
    if (it.minors()) lines.add(words.text("screening.line.minors"));
    if (it.from() != null) lines.add(words.text("screening.line.hours", String.valueOf(it.from()), String.valueOf(it.to())));
    if (!it.words().isEmpty()) lines.add(words.text("screening.line.words", String.join(" · ", it.words())));
    if (it.first()) lines.add(words.text("screening.line.first"));
    if (it.newer() > 0) lines.add(words.text("screening.line.newer", it.newer()));
    if (it.seats() > 0) lines.add(words.text("screening.line.seats", it.seats()));
    if (!it.field().isEmpty()) lines.add(words.text("screening.line.field", taxonomy.name(it.field(), words.language())));
    if (it.remote()) lines.add(words.text("screening.line.remote"));
    return lines;
  }
}
