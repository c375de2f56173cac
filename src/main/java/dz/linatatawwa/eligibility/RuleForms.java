package dz.linatatawwa.eligibility;

import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.volunteers.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The form in which rules are written, the same for badges, benefits and trainings: at most one condition of each kind, and as many holdings as ticked. */
@Component
public class RuleForms {

  private final Taxonomy taxonomy;
  private final ObjectProvider<Holdings> holdings;
  private final PageMaker pages;

  RuleForms(Taxonomy taxonomy, ObjectProvider<Holdings> holdings, PageMaker pages) {
    this.taxonomy = taxonomy;
    this.holdings = holdings;
    this.pages = pages;
  }

  /** A kept rule in its form. */
  public RuleForm of(Rule rule, Set<RuleSection> sections, HttpServletRequest request) {
    return new RuleForm(RuleFields.written(rule), choices(sections, pages.page(request)));
  }

  /** What somebody typed. */
  public RuleForm typed(Set<RuleSection> sections, HttpServletRequest request) {
    Map<String, List<String>> values = new HashMap<>();
    request.getParameterMap().forEach((name, typed) -> {
      if (name.startsWith(RuleFields.PREFIX)) values.put(name, Arrays.stream(typed).map(String::strip).filter(value -> !value.isEmpty()).toList());
    });
    return new RuleForm(values, choices(sections, pages.page(request)));
  }

  /** The rule that was typed; nothing, and what is wrong beside its fields, when it cannot be read. An empty form is {@link Rule#EVERYBODY}. */
  public Optional<Rule> read(RuleForm form, Problems problems) {
    return new RuleReading(form, problems).rule();
  }

  private RuleChoices choices(Set<RuleSection> sections, Page page) {
    Language language = page.language();
    List<Option> fields = taxonomy.fields().stream().map(field -> Option.of(field.code(), field.name().in(language))).toList();
    List<Option> activities = taxonomy.fields().stream().flatMap(field -> taxonomy.activities(field.code()).stream()
        .map(activity -> new Option(activity.code(), activity.name().in(language), "", field.name().in(language)))).toList();
    List<Option> whats = Arrays.stream(What.values()).map(what -> Option.of(what.code(), page.text("eligibility.what." + what.code()))).toList();
    return new RuleChoices(sections, Arrays.stream(Grade.values()).map(grade -> Option.of(grade.name(), grade.name())).toList(), fields, activities, whats,
        periods(sections, page), sections.contains(RuleSection.HOLDINGS) ? held(page) : List.of(),
        Arrays.stream(Audience.values()).map(audience -> Option.of(audience.code(), page.text("volunteers.audience." + audience.code()))).toList(),
        page.places().wilayas(language));
  }

  private static List<Option> periods(Set<RuleSection> sections, Page page) {
    return Stream.of("always", "last", "between", "every-year", "ramadan").filter(period -> !period.equals("last") || sections.contains(RuleSection.LAST_MONTHS))
        .map(period -> Option.of(period, page.text("eligibility.form.period." + period))).toList();
  }

  private List<Option> held(Page page) {
    return holdings.stream().flatMap(room -> room.choices(page).stream()
        .map(choice -> new Option(room.kind() + ":" + choice.value(), choice.label(), choice.hint(), page.text("eligibility.kind." + room.kind())))).toList();
  }
}
