package dz.linatatawwa.opportunities;

import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.taxonomy.Activity;
import dz.linatatawwa.taxonomy.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page shows on which an opportunity is written.
 *  @param obstacles what keeps a draft from being published
 *  @param runs      whether this member may change it; a reader only looks */
public record Editing(Opportunity opportunity, List<Shift> shifts, Choices choices, List<Problems.Problem> obstacles, boolean runs, LocalDate today,
    Instant now) {

  public Editing {
    shifts = List.copyOf(shifts);
    obstacles = List.copyOf(obstacles);
  }

  /** What the form offers to choose from.
   *  @param activities of the chosen field
   *  @param fixed      the nature that it has for good, because somebody was there; null while it may still be said */
  public record Choices(List<Field> fields, List<Activity> activities, List<Option> campaigns, List<String> audiences, List<String> skills,
      @Nullable Nature fixed) {

    public List<Option> fields(Page page) {
      return fields.stream().map(field -> Option.of(field.code(), field.name().in(page.language()))).toList();
    }

    public List<Option> activities(Page page) {
      return activities.stream().map(activity -> Option.of(activity.code(), activity.name().in(page.language()))).toList();
    }

    public List<Option> natures(Page page) {
      return Arrays.stream(Nature.values()).map(nature -> Option.of(nature.code(), page.text("opportunities.nature." + nature.code()),
          page.text("opportunities.nature." + nature.code() + ".hint"))).toList();
    }

    public List<Option> audiences(Page page) {
      return audiences.stream().map(code -> Option.of(code, page.text("opportunities.audience." + code))).toList();
    }

    public List<Option> skills(Page page) {
      return skills.stream().filter(code -> page.words().has("volunteers.skill." + code))
          .map(code -> Option.of(code, page.text("volunteers.skill." + code))).toList();
    }
  }

  /** Where a copy begins by itself: the first weekday like the original's, from tomorrow on. */
  public LocalDate copyDay() {
    return shifts.isEmpty() ? today.plusDays(7) : today.with(java.time.temporal.TemporalAdjusters.next(shifts.getFirst().day().getDayOfWeek()));
  }
}
