package dz.linatatawwa.reports.web;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;

/** What somebody says in their own words. */
final class SaidWords {

  private SaidWords() {}

  static String read(String raw, String field, int shortest, int longest, Problems problems) {
    if (Typed.deceives(raw)) problems.add(field, "site.problem.characters");
    String text = Typed.text(raw);
    if (text.length() < shortest) problems.add(field, "reports.problem.sentence", shortest);
    if (text.length() > longest) problems.add(field, "site.problem.tooLong", longest);
    return text;
  }
}
