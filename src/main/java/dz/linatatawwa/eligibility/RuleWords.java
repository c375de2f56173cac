package dz.linatatawwa.eligibility;

import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Rules in words, and what is missing for them. */
@Component
public class RuleWords {

  private final Taxonomy taxonomy;
  private final Places places;
  private final ObjectProvider<Holdings> holdings;

  RuleWords(Taxonomy taxonomy, Places places, ObjectProvider<Holdings> holdings) {
    this.taxonomy = taxonomy;
    this.places = places;
    this.holdings = holdings;
  }

  /** The whole rule as one sentence without a full stop. */
  public String sentence(Rule rule, Words words) {
    return rule.all().isEmpty() ? words.text("eligibility.everybody") : String.join(" · ", lines(rule, words));
  }

  /** Each condition in words, in the order of the rule. */
  public List<String> lines(Rule rule, Words words) {
    return rule.all().stream().map(condition -> line(condition, words)).toList();
  }

  /** One condition in words: «50 ساعة من التطوع المؤكد خلال آخر 12 شهرا». */
  public String line(Condition condition, Words words) {
    return switch (condition) {
      case Condition.Hours c -> phrase(words.text("eligibility.rule.hours", words.hoursInWords(c.minutes())), fields(c.fields(), words), period(c.period(), words),
          grades(c.grades(), words));
      case Condition.Count c -> phrase(words.text("eligibility.rule.count." + c.what().code(), c.atLeast()), fields(c.fields(), words), period(c.period(), words),
          grades(c.grades(), words));
      case Condition.Events c -> phrase(words.text("eligibility.rule.events", c.atLeast(), activities(c.activities(), words)), period(c.period(), words));
      case Condition.Led c -> phrase(words.text("eligibility.rule.led", c.atLeast()), period(c.period(), words));
      case Condition.Holds c -> words.text("eligibility.kind." + c.kind()) + ": " + held(c, words.language());
      case Condition.OfAudience c -> words.text("eligibility.rule.audience", joined(c.audiences().stream().sorted()
          .map(audience -> words.text("volunteers.audience." + audience.code())).toList(), words));
      case Condition.LivesIn c -> words.text("eligibility.rule.lives", joined(c.wilayas().stream().sorted()
          .map(code -> places.name(code, words.language())).toList(), words));
      case Condition.Aged c -> aged(c, words);
    };
  }

  /** What is still missing for a condition: «ينقصك 12 ساعة». Of one that is met, the condition itself. */
  public String missing(Part part, Words words) {
    if (part.met()) return line(part.condition(), words);
    return switch (part.condition()) {
      case Condition.Hours c -> words.text("eligibility.missing", words.hoursInWords(part.missing()));
      case Condition.Count c -> words.text("eligibility.missing.count." + c.what().code(), part.missing());
      case Condition.Events c -> words.text("eligibility.missing.events", part.missing());
      case Condition.Led c -> words.text("eligibility.missing.led", part.missing());
      case Condition.Holds c -> words.text("eligibility.missing", line(c, words));
      case Condition.OfAudience c -> line(c, words);
      case Condition.LivesIn c -> line(c, words);
      case Condition.Aged c -> line(c, words);
    };
  }

  /** A number of a condition in its unit: a span of time, or a plain number. */
  public String amount(Condition condition, long value, Words words) {
    return condition instanceof Condition.Hours ? words.hours(value) : words.number(value);
  }

  /** The period in words; empty for always. */
  public String period(Period period, Words words) {
    return switch (period) {
      case Period.Always always -> "";
      case Period.LastMonths(int months) -> words.text("eligibility.period.last", months);
      case Period.Between(var from, var to) -> words.dates(from, to);
      case Period.EveryYear(var from, var to) -> words.text("eligibility.period.yearly", day(from, words), day(to, words));
      case Period.Ramadan ramadan -> words.text("eligibility.period.inRamadan");
    };
  }

  private String held(Condition.Holds condition, Language language) {
    return holdings.stream().filter(room -> room.kind().equals(condition.kind())).flatMap(room -> room.name(condition.code(), language).stream()).findFirst()
        .orElse(condition.code());
  }

  private static String aged(Condition.Aged ages, Words words) {
    Integer min = ages.min();
    Integer max = ages.max();
    if (min != null && max != null) return words.text("eligibility.rule.aged", min, max);
    return min != null ? words.text("eligibility.rule.agedFrom", min) : words.text("eligibility.rule.agedTo", Objects.requireNonNull(max));
  }

  private String fields(Set<String> fields, Words words) {
    if (fields.isEmpty()) return "";
    List<String> names = taxonomy.fields().stream().filter(field -> fields.contains(field.code())).map(field -> field.name().in(words.language())).toList();
    return words.text("eligibility.rule.fields", joined(names, words));
  }

  private String activities(Set<String> activities, Words words) {
    return joined(activities.stream().sorted().flatMap(code -> taxonomy.activity(code).stream()).map(activity -> activity.name().in(words.language())).toList(), words);
  }

  private static String grades(Set<Grade> grades, Words words) {
    if (grades.equals(Grade.COUNTED)) return "";
    return words.text("eligibility.rule.grades", grades.stream().sorted().map(Grade::name).collect(Collectors.joining(" ")));
  }

  private static String day(MonthDay day, Words words) {
    return day.format(DateTimeFormatter.ofPattern("d MMMM", words.language().locale()));
  }

  private static String phrase(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String joined(Collection<String> names, Words words) {
    return String.join(words.language() == Language.AR || words.language() == Language.KAB ? "، " : ", ", names);
  }
}
