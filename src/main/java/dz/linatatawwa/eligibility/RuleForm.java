package dz.linatatawwa.eligibility;

import java.util.List;
import java.util.Map;

/** A rule as it stands in a form: what was typed or kept, by field, and what may be chosen. Made by {@link RuleForms}; drawn by {@code eligibility/rule.jte}.
 *  @param values what each field holds; a field without anything is missing */
public record RuleForm(Map<String, List<String>> values, RuleChoices choices) {

  public RuleForm {
    values = Map.copyOf(values);
  }

  /** The one value of a field, or nothing typed. */
  public String value(String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }

  /** The same, and what stands there when nothing was typed. */
  public String value(String name, String otherwise) {
    String value = value(name);
    return value.isEmpty() ? otherwise : value;
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The same, and what is ticked when nothing was. */
  public List<String> all(String name, List<String> otherwise) {
    List<String> all = all(name);
    return all.isEmpty() ? otherwise : all;
  }

  public boolean offers(RuleSection section) {
    return choices.sections().contains(section);
  }

  /** Whether a part of the form has something in it, and so stands open. */
  public boolean uses(String... names) {
    return List.of(names).stream().anyMatch(name -> !value(name).isEmpty());
  }
}
