package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A campaign as somebody typed it. */
public record CampaignForm(String title, String aim, String startsOn, String endsOn) {

  private static final LocalDate NEVER = LocalDate.EPOCH;

  /** A campaign, read and clean. */
  record Plan(String title, String aim, LocalDate startsOn, LocalDate endsOn) {}

  public CampaignForm(@Nullable String title, @Nullable String aim, @Nullable String startsOn, @Nullable String endsOn) {
    this.title = title == null ? "" : title;
    this.aim = aim == null ? "" : aim;
    this.startsOn = startsOn == null ? "" : startsOn;
    this.endsOn = endsOn == null ? "" : endsOn;
  }

  /** From what is kept. */
  public static CampaignForm of(Campaign campaign) {
    return new CampaignForm(campaign.title(), campaign.aim(), campaign.startsOn().toString(), campaign.endsOn().toString());
  }

  Optional<Plan> read(Problems problems) {
    Plan plan = new Plan(Typed.line(title), Typed.text(aim), day("startsOn", startsOn, problems), day("endsOn", endsOn, problems));
    if (Typed.deceives(title)) problems.add("title", "site.problem.characters");
    if (Typed.deceives(aim)) problems.add("aim", "site.problem.characters");
    if (plan.title.length() < 3) problems.add("title", "opportunities.publish.title");
    if (plan.title.length() > 160) problems.add("title", "site.problem.tooLong", 160);
    if (plan.aim.length() > 5000) problems.add("aim", "site.problem.tooLong", 5000);
    if (!problems.any() && plan.endsOn.isBefore(plan.startsOn)) problems.add("endsOn", "opportunities.campaign.order");
    return problems.any() ? Optional.empty() : Optional.of(plan);
  }

  private static LocalDate day(String field, String typed, Problems problems) {
    try {
      LocalDate day = LocalDate.parse(Digits.latin(Typed.line(typed)));
      if (day.getYear() >= 2000 && day.getYear() <= 2100) return day;
    } catch (DateTimeException e) {
      // falls through to the same answer
    }
    problems.add(field, "site.problem.date");
    return NEVER;
  }
}
