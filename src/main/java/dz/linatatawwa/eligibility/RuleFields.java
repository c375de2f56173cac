package dz.linatatawwa.eligibility;

import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.volunteers.Audience;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule spread over the fields of its form. */
final class RuleFields {

  static final String PREFIX = "rule-";

  private final Map<String, List<String>> values = new HashMap<>();

  private RuleFields() {}

  static Map<String, List<String>> written(Rule rule) {
    RuleFields fields = new RuleFields();
    rule.all().forEach(fields::write);
    return fields.values;
  }

  private void write(Condition condition) {
    switch (condition) {
      case Condition.Hours c -> {
        put("rule-hours", BigDecimal.valueOf(c.minutes()).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString());
        many("rule-hours-grades", c.grades());
        many("rule-hours-fields", c.fields());
        period("rule-hours", c.period());
      }
      case Condition.Count c -> {
        put("rule-count", c.atLeast());
        put("rule-count-what", c.what().code());
        many("rule-count-fields", c.fields());
        period("rule-count", c.period());
      }
      case Condition.Events c -> {
        put("rule-events", c.atLeast());
        many("rule-events-activities", c.activities());
        period("rule-events", c.period());
      }
      case Condition.Led c -> {
        put("rule-led", c.atLeast());
        period("rule-led", c.period());
      }
      case Condition.Holds c -> values.merge("rule-holds", List.of(c.kind() + ":" + c.code()), RuleFields::both);
      case Condition.OfAudience c -> many("rule-audiences", c.audiences().stream().map(Audience::code).toList());
      case Condition.LivesIn c -> many("rule-wilayas", c.wilayas().stream().map(WilayaCode::value).toList());
      case Condition.Aged c -> {
        put("rule-age-from", c.min());
        put("rule-age-to", c.max());
      }
    }
  }

  private void period(String of, Period period) {
    switch (period) {
      case Period.Always always -> put(of + "-period", "always");
      case Period.LastMonths(int months) -> {
        put(of + "-period", "last");
        put(of + "-months", months);
      }
      case Period.Between(LocalDate from, LocalDate to) -> days(of, "between", from, to);
      case Period.EveryYear(MonthDay from, MonthDay to) -> days(of, "every-year", from.atYear(2028), to.atYear(2028));
      case Period.Ramadan ramadan -> put(of + "-period", "ramadan");
    }
  }

  private void days(String of, String kind, LocalDate from, LocalDate to) {
    put(of + "-period", kind);
    put(of + "-from", from);
    put(of + "-to", to);
  }

  private void put(String name, @Nullable Object value) {
    if (value != null) values.put(name, List.of(value.toString()));
  }

  private void many(String name, Collection<?> all) {
    values.put(name, all.stream().map(String::valueOf).sorted().toList());
  }

  private static List<String> both(List<String> one, List<String> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }
}
