package dz.linatatawwa.eligibility;

import java.util.List;

/** Who is meant: whoever fulfils all conditions.
 *  @param all none: everybody */
public record Rule(List<Condition> all) {

  /** A rule without conditions. */
  public static final Rule EVERYBODY = new Rule(List.of());

  public Rule {
    all = List.copyOf(all);
  }

  public static Rule of(Condition... all) {
    return new Rule(List.of(all));
  }

  /** The rule that was kept.
   *  @throws IllegalArgumentException when it is no rule */
  public static Rule of(String json) {
    return RuleText.read(json);
  }

  /** As it is kept: for a column of type {@code jsonb}. */
  public String json() {
    return RuleText.write(this);
  }
}
