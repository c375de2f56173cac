package dz.linatatawwa.eligibility;

import dz.linatatawwa.site.Option;
import java.util.List;
import java.util.Set;

/** What the form of a rule offers.
 *  @param holdings values are {@code kind:code}, grouped by kind */
public record RuleChoices(Set<RuleSection> sections, List<Option> grades, List<Option> fields, List<Option> activities, List<Option> whats, List<Option> periods,
    List<Option> holdings, List<Option> audiences, List<Option> wilayas) {

  public RuleChoices {
    sections = Set.copyOf(sections);
    grades = List.copyOf(grades);
    fields = List.copyOf(fields);
    activities = List.copyOf(activities);
    whats = List.copyOf(whats);
    periods = List.copyOf(periods);
    holdings = List.copyOf(holdings);
    audiences = List.copyOf(audiences);
    wilayas = List.copyOf(wilayas);
  }
}
