package dz.linatatawwa.guardians.web;

import dz.linatatawwa.opportunities.AgeRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a coordinator typed about an opportunity's rules for young people. */
public record AgeRuleForm(@Nullable List<String> works, @Nullable String from, @Nullable String to, @Nullable String accompaniedUnder,
    @Nullable String bothGuardians) {

  /** From what is kept. */
  static AgeRuleForm of(AgeRule rule) {
    return new AgeRuleForm(rule.works(), rule.from().toString(), rule.to().toString(),
        rule.accompaniedUnder() == null ? "" : rule.accompaniedUnder().toString(), Boolean.toString(rule.bothGuardians()));
  }

  /** What was typed, or nothing. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  /** What was chosen, or nothing. */
  public static List<String> list(@Nullable List<String> chosen) {
    return chosen == null ? List.of() : chosen;
  }
}
