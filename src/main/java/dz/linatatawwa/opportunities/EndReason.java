package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;

/** What people are told when something is called off: a line of 3 to {@value #LONGEST} characters. */
public final class EndReason {

  public static final int LONGEST = 300;

  private EndReason() {}

  /** What is wrong with it, under the field {@code reason}. */
  public static Problems problems(String typed) {
    Problems problems = Problems.none();
    if (Typed.line(typed).length() < 3) problems.add("reason", "opportunities.reason.needed");
    else if (Typed.deceives(typed)) problems.add("reason", "site.problem.characters");
    else if (typed.length() > LONGEST) problems.add("reason", "site.problem.tooLong", LONGEST);
    return problems;
  }
}
