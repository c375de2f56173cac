package dz.linatatawwa.eligibility;

import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.volunteers.Audience;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules as JSON: {@code {"all":[{"is":"hours","minutes":600,"grades":["A"],"period":{"is":"always"},"fields":[]}]}}. */
final class RuleText {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RuleText() {}

  static String write(Rule rule) {
    return JSON.writeValueAsString(Map.of("all", rule.all().stream().map(RuleText::written).toList()));
  }

  private static Map<String, Object> written(Condition condition) {
    return switch (condition) {
      case Condition.Hours c -> made("is", "hours", "minutes", c.minutes(), "grades", sorted(c.grades()), "period", written(c.period()), "fields", sorted(c.fields()));
      case Condition.Count c -> made("is", "count", "what", c.what().code(), "atLeast", c.atLeast(), "grades", sorted(c.grades()), "period", written(c.period()),
          "fields", sorted(c.fields()));
      case Condition.Events c -> made("is", "events", "activities", sorted(c.activities()), "atLeast", c.atLeast(), "period", written(c.period()));
      case Condition.Led c -> made("is", "led", "atLeast", c.atLeast(), "period", written(c.period()));
      case Condition.Holds c -> made("is", "holds", "kind", c.kind(), "code", c.code());
      case Condition.OfAudience c -> made("is", "audience", "audiences", c.audiences().stream().map(Audience::code).sorted().toList());
      case Condition.LivesIn c -> made("is", "lives", "wilayas", c.wilayas().stream().map(WilayaCode::value).sorted().toList());
      case Condition.Aged c -> made("is", "aged", "min", c.min(), "max", c.max());
    };
  }

  private static Map<String, Object> written(Period period) {
    return switch (period) {
      case Period.Always always -> made("is", "always");
      case Period.LastMonths p -> made("is", "months", "months", p.months());
      case Period.Between p -> made("is", "between", "from", p.from().toString(), "to", p.to().toString());
      case Period.EveryYear p -> made("is", "every-year", "from", p.from().toString(), "to", p.to().toString());
      case Period.Ramadan ramadan -> made("is", "ramadan");
    };
  }

  private static Map<String, Object> made(@Nullable Object... namesAndValues) {
    Map<String, Object> made = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) made.put(String.valueOf(namesAndValues[i]), value);
    }
    return made;
  }

  private static Collection<String> sorted(Set<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
  }

  static Rule read(String json) {
    JsonNode rule = JSON.readTree(json);
    List<Condition> all = new ArrayList<>();
    rule.path("all").forEach(condition -> all.add(condition(condition)));
    return new Rule(all);
  }

  private static Condition condition(JsonNode c) {
    return switch (c.path("is").asString("")) {
      case "hours" -> new Condition.Hours(c.path("minutes").asInt(), grades(c), period(c.path("period")), texts(c.path("fields")));
      case "count" -> new Condition.Count(What.valueOf(c.path("what").asString("").toUpperCase(java.util.Locale.ROOT)), c.path("atLeast").asInt(), grades(c),
          period(c.path("period")), texts(c.path("fields")));
      case "events" -> new Condition.Events(texts(c.path("activities")), c.path("atLeast").asInt(), period(c.path("period")));
      case "led" -> new Condition.Led(c.path("atLeast").asInt(), period(c.path("period")));
      case "holds" -> new Condition.Holds(c.path("kind").asString(""), c.path("code").asString(""));
      case "audience" -> new Condition.OfAudience(texts(c.path("audiences")).stream().map(code -> Audience.of(code).orElseThrow()).collect(Collectors.toSet()));
      case "lives" -> new Condition.LivesIn(texts(c.path("wilayas")).stream().map(WilayaCode::new).collect(Collectors.toSet()));
      case "aged" -> new Condition.Aged(c.has("min") ? c.path("min").asInt() : null, c.has("max") ? c.path("max").asInt() : null);
      default -> throw new IllegalArgumentException("not a condition: " + c);
    };
  }

  private static Period period(JsonNode p) {
    return switch (p.path("is").asString("")) {
      case "always" -> Period.ALWAYS;
      case "months" -> new Period.LastMonths(p.path("months").asInt());
      case "between" -> new Period.Between(LocalDate.parse(p.path("from").asString("")), LocalDate.parse(p.path("to").asString("")));
      case "every-year" -> new Period.EveryYear(MonthDay.parse(p.path("from").asString("")), MonthDay.parse(p.path("to").asString("")));
      case "ramadan" -> new Period.Ramadan();
      default -> throw new IllegalArgumentException("not a period: " + p);
    };
  }

  private static Set<Grade> grades(JsonNode c) {
    return texts(c.path("grades")).stream().map(Grade::valueOf).collect(Collectors.toSet());
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(text -> texts.add(text.asString("")));
    return texts;
  }
}
