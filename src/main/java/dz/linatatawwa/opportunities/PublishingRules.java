package dz.linatatawwa.opportunities;

import dz.linatatawwa.site.Problems;
import java.time.Instant;
import java.util.List;

/** May this be published? Each reason why not stands beside the field that mends it. */
final class PublishingRules {

  private PublishingRules() {}

  /** @param verified whether the organisation is */
  static Problems against(Opportunity it, List<Shift> shifts, boolean verified, Instant now) {
    Problems problems = Problems.none();
    if (!verified) problems.add("publication", "opportunities.publish.unverified");
    saysWhatItIs(it, problems);
    if (!it.remote() && it.commune() == null) problems.add("commune", "opportunities.publish.place");
    if (shifts.stream().noneMatch(shift -> shift.open() && shift.startsAt().isAfter(now))) problems.add("shifts", "opportunities.publish.shifts");
    return problems;
  }

  /** What must hold of a published one when it is changed, too. */
  static void saysWhatItIs(Opportunity it, Problems problems) {
    if (it.title().length() < 3) problems.add("title", "opportunities.publish.title");
    if (it.field() == null) problems.add("field", "opportunities.publish.field");
    if (it.description().length() < 20) problems.add("description", "opportunities.publish.description");
  }

  /** The same of what somebody wants to make of a published one. */
  static void saysWhatItIs(Terms terms, Problems problems) {
    if (terms.title().length() < 3) problems.add("title", "opportunities.publish.title");
    if (terms.field() == null) problems.add("field", "opportunities.publish.field");
    if (terms.description().length() < 20) problems.add("description", "opportunities.publish.description");
    if (!terms.remote() && terms.commune() == null) problems.add("commune", "opportunities.publish.place");
  }
}
