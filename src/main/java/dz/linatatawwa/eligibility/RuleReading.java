package dz.linatatawwa.eligibility;

import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.volunteers.Audience;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a rule out of its form. Only what the form offers is read; what is wrong stands beside its field. */
final class RuleReading {

  private static final int MOST = 100_000;

  private final RuleForm form;
  private final Problems problems;
  private final List<Condition> all = new ArrayList<>();
  private boolean wrong;

  RuleReading(RuleForm form, Problems problems) {
    this.form = form;
    this.problems = problems;
  }

  Optional<Rule> rule() {
    if (form.offers(RuleSection.HOURS)) hours();
    if (form.offers(RuleSection.COUNT)) count();
    if (form.offers(RuleSection.EVENTS)) events();
    if (form.offers(RuleSection.LED)) led();
    if (form.offers(RuleSection.HOLDINGS)) chosen("rule-holds", form.choices().holdings()).forEach(this::holds);
    if (form.offers(RuleSection.PERSON)) person();
    return wrong ? Optional.empty() : Optional.of(new Rule(all));
  }

  private void hours() {
    Integer minutes = minutes("rule-hours");
    if (minutes == null) return;
    Period period = period("rule-hours");
    all.add(new Condition.Hours(minutes, grades(), period, chosen("rule-hours-fields", form.choices().fields())));
  }

  private Set<Grade> grades() {
    Set<Grade> grades = chosen("rule-hours-grades", form.choices().grades()).stream().map(Grade::valueOf).collect(Collectors.toSet());
    return grades.isEmpty() ? Grade.COUNTED : grades;
  }

  private void count() {
    Integer atLeast = number("rule-count", 1, MOST);
    if (atLeast == null) return;
    Optional<String> what = chosen("rule-count-what", form.choices().whats()).stream().findFirst();
    if (what.isEmpty()) fault("rule-count-what", "site.problem.required");
    Period period = period("rule-count");
    what.ifPresent(code -> all.add(new Condition.Count(What.valueOf(code.toUpperCase(java.util.Locale.ROOT)), atLeast, Grade.COUNTED, period,
        chosen("rule-count-fields", form.choices().fields()))));
  }

  private void events() {
    Integer atLeast = number("rule-events", 1, MOST);
    if (atLeast == null) return;
    Set<String> activities = chosen("rule-events-activities", form.choices().activities());
    Period period = period("rule-events");
    if (activities.isEmpty()) fault("rule-events-activities", "site.problem.required");
    else all.add(new Condition.Events(activities, atLeast, period));
  }

  private void led() {
    Integer atLeast = number("rule-led", 1, MOST);
    if (atLeast != null) all.add(new Condition.Led(atLeast, period("rule-led")));
  }

  private void holds(String kindAndCode) {
    int colon = kindAndCode.indexOf(':');
    all.add(new Condition.Holds(kindAndCode.substring(0, colon), kindAndCode.substring(colon + 1)));
  }

  private void person() {
    Set<String> audiences = chosen("rule-audiences", form.choices().audiences());
    if (!audiences.isEmpty()) all.add(new Condition.OfAudience(audiences.stream().flatMap(code -> Audience.of(code).stream()).collect(Collectors.toSet())));
    Set<String> wilayas = chosen("rule-wilayas", form.choices().wilayas());
    if (!wilayas.isEmpty()) all.add(new Condition.LivesIn(wilayas.stream().map(WilayaCode::new).collect(Collectors.toSet())));
    Integer min = number("rule-age-from", 5, 120);
    Integer max = number("rule-age-to", 5, 120);
    if (min != null && max != null && max < min) fault("rule-age-to", "eligibility.problem.order");
    else if (min != null || max != null) all.add(new Condition.Aged(min, max));
  }

  private Period period(String of) {
    return switch (form.value(of + "-period", "always")) {
      case "last" -> {
        Integer months = number(of + "-months", 1, 120);
        if (months == null) fault(of + "-months", "site.problem.required");
        yield months == null || !form.offers(RuleSection.LAST_MONTHS) ? Period.ALWAYS : new Period.LastMonths(months);
      }
      case "between" -> days(of, true);
      case "every-year" -> days(of, false);
      case "ramadan" -> new Period.Ramadan();
      default -> Period.ALWAYS;
    };
  }

  private Period days(String of, boolean between) {
    LocalDate from = day(of + "-from");
    LocalDate to = day(of + "-to");
    if (from == null || to == null) return Period.ALWAYS;
    if (!between) return new Period.EveryYear(MonthDay.from(from), MonthDay.from(to));
    if (!to.isBefore(from)) return new Period.Between(from, to);
    fault(of + "-to", "eligibility.problem.order");
    return Period.ALWAYS;
  }

  private @Nullable LocalDate day(String name) {
    try {
      return LocalDate.parse(Digits.latin(form.value(name)));
    } catch (DateTimeParseException unreadable) {
      fault(name, form.value(name).isEmpty() ? "site.problem.required" : "eligibility.problem.day");
      return null;
    }
  }

  private Set<String> chosen(String name, List<Option> offered) {
    return form.all(name).stream().filter(value -> offered.stream().anyMatch(option -> option.value().equals(value))).collect(Collectors.toSet());
  }

  private @Nullable Integer minutes(String name) {
    String typed = Digits.latin(form.value(name)).replace(',', '.').replace('٫', '.');
    if (typed.isEmpty()) return null;
    if (typed.matches("\\d{1,6}(\\.\\d{1,2})?")) {
      int minutes = new BigDecimal(typed).multiply(BigDecimal.valueOf(60)).intValue();
      if (minutes >= 1 && minutes <= MOST * 60) return minutes;
    }
    fault(name, "eligibility.problem.number", 1, MOST);
    return null;
  }

  private @Nullable Integer number(String name, int least, int most) {
    String typed = Digits.latin(form.value(name));
    if (typed.isEmpty()) return null;
    if (typed.matches("\\d{1,6}") && Integer.parseInt(typed) >= least && Integer.parseInt(typed) <= most) return Integer.valueOf(typed);
    fault(name, "eligibility.problem.number", least, most);
    return null;
  }

  private void fault(String name, String key, Object... arguments) {
    wrong = true;
    problems.add(name, key, arguments);
  }
}
