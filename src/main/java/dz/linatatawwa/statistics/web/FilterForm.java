package dz.linatatawwa.statistics.web;

import dz.linatatawwa.figures.AgeGroup;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.volunteers.Sex;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.Query;
import dz.linatatawwa.statistics.Dashboard;
import dz.linatatawwa.statistics.Labels;
import dz.linatatawwa.statistics.PeriodText;
import dz.linatatawwa.taxonomy.Field;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.volunteers.Audience;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the form over the numbers offers. */
@Component
class FilterForm {

  private final PeriodText periods;
  private final Labels labels;
  private final Taxonomy taxonomy;

  FilterForm(PeriodText periods, Labels labels, Taxonomy taxonomy) {
    this.periods = periods;
    this.labels = labels;
    this.taxonomy = taxonomy;
  }

  Filters of(Dashboard dashboard, Page page) {
    Words words = page.words();
    Period period = dashboard.period();
    List<Option> offered = new ArrayList<>(periods.offered().stream().map(one -> Option.of(periods.code(one), periods.name(one, words))).toList());
    String chosen = periods.code(period);
    if (!chosen.equals(PeriodText.DAYS) && offered.stream().noneMatch(option -> option.value().equals(chosen))) offered.add(Option.of(chosen, periods.name(period, words)));
    offered.add(Option.of(PeriodText.DAYS, words.text("statistics.period.days")));
    return new Filters(periods.name(period, words), periods.dates(period, words), periods.running(period), dashboard.before().map(before -> periods.name(before, words)).orElse(""),
        chosen, offered, fields(words), activities(dashboard.filter(), words), Arrays.stream(Audience.values()).map(one -> option(Breakdown.AUDIENCE, one.code(), words)).toList(),
        Arrays.stream(Sex.values()).map(one -> option(Breakdown.SEX, one.code(), words)).toList(), Arrays.stream(AgeGroup.values()).map(one -> option(Breakdown.AGE, one.code(), words)).toList(),
        Arrays.stream(Grade.values()).map(one -> option(Breakdown.GRADE, one.name(), words)).toList(), chips(dashboard, page), turned(periods.before(period), page), turned(periods.after(period), page));
  }

  private List<Option> fields(Words words) {
    return taxonomy.fields().stream().map(field -> Option.of(field.code(), field.name().in(words.language()))).toList();
  }

  private List<Option> activities(Filter filter, Words words) {
    Optional<String> field = filter.activity().flatMap(taxonomy::activity).map(dz.linatatawwa.taxonomy.Activity::field).or(filter::field);
    return field.flatMap(taxonomy::field).map(Field::code).map(code -> taxonomy.activities(code).stream()
        .map(activity -> Option.of(activity.code(), activity.name().in(words.language()))).toList()).orElse(List.of());
  }

  private Option option(Breakdown by, String key, Words words) {
    return Option.of(key, labels.of(by, key, words));
  }

  /** What is applied, each with the address that takes it away. */
  private List<Link> chips(Dashboard dashboard, Page page) {
    Filter filter = dashboard.filter();
    Words words = page.words();
    List<Link> chips = new ArrayList<>();
    filter.activity().ifPresent(code -> chips.add(without(labels.of(Breakdown.ACTIVITY, code, words), page, "activity")));
    filter.field().ifPresent(code -> chips.add(without(labels.of(Breakdown.FIELD, code, words), page, "field", "activity")));
    filter.audience().ifPresent(one -> chips.add(without(labels.of(Breakdown.AUDIENCE, one.code(), words), page, "audience")));
    filter.sex().ifPresent(one -> chips.add(without(labels.of(Breakdown.SEX, one.code(), words), page, "sex")));
    filter.age().ifPresent(one -> chips.add(without(labels.of(Breakdown.AGE, one.code(), words), page, "age")));
    if (!filter.grades().equals(Grade.COUNTED)) {
      chips.add(without(words.text("statistics.chip.grades", String.join(" ", filter.grades().stream().sorted().map(Grade::name).toList())), page, "grade"));
    }
    return chips;
  }

  private static Link without(String label, Page page, String... names) {
    Query query = Query.of(page.query());
    for (String name : names) query = query.without(name);
    return new Link(label, page.path() + query, true);
  }

  private Optional<Link> turned(Optional<Period> period, Page page) {
    return period.map(one -> {
      Query query = Query.of(page.query()).without("from").without("to").with("period", periods.code(one));
      if (one.kind() == Period.Kind.DAYS) query = query.with("from", one.from().toString()).with("to", one.to().toString());
      return new Link(periods.name(one, page.words()), page.path() + query, false);
    });
  }
}
