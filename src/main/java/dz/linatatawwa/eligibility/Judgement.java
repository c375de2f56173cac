package dz.linatatawwa.eligibility;

import java.util.List;

/** Whether a rule fits a person, and how each of its conditions stands.
 *  @param parts in the order of the rule */
public record Judgement(boolean fits, List<Part> parts) {

  public Judgement {
    parts = List.copyOf(parts);
  }

  /** What stands in the way. */
  public List<Part> unmet() {
    return parts.stream().filter(part -> !part.met()).toList();
  }
}
