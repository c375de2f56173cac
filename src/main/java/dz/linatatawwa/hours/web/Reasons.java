package dz.linatatawwa.hours.web;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;

/** Words that say why, read by the person whose hours they are. */
final class Reasons {

  static final int LONGEST = 500;

  private static final int SHORTEST = 3;

  private Reasons() {}

  /** Refuses what is longer than anybody reads. */
  static void limit(String words, String field, Problems problems) {
    if (words.length() > LONGEST) problems.add(field, "site.problem.tooLong", LONGEST);
  }

  /** Refuses nothing said, and too much. */
  static void need(String words, String field, Problems problems) {
    if (Typed.line(words).length() < SHORTEST) problems.add(field, "hours.problem.reason");
    limit(words, field, problems);
  }
}
