package dz.linatatawwa.taxonomy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dz.linatatawwa.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The 23 fields and 68 activities of volunteering, held in memory. */
@Component
public class Taxonomy {

  private final List<Field> fields;
  private final Map<String, Field> fieldByCode;
  private final Map<String, List<Activity>> activitiesByField;
  private final Map<String, Activity> activityByCode;

  Taxonomy(TaxonomyTable table) {
    fields = List.copyOf(table.fields());
    List<Activity> activities = table.activities();
    fieldByCode = fields.stream().collect(toUnmodifiableMap(Field::code, Function.identity()));
    activityByCode = activities.stream().collect(toUnmodifiableMap(Activity::code, Function.identity()));
    activitiesByField = Map.copyOf(activities.stream().collect(groupingBy(Activity::field)));
  }

  /** All fields, in the order in which people expect them. */
  public List<Field> fields() {
    return fields;
  }

  /** The field with this code, if there is one. */
  public Optional<Field> field(String code) {
    return Optional.ofNullable(fieldByCode.get(code));
  }

  /** The activities of a field; none for an unknown field. */
  public List<Activity> activities(String field) {
    return activitiesByField.getOrDefault(field, List.of());
  }

  /** The activity with this code, if there is one. */
  public Optional<Activity> activity(String code) {
    return Optional.ofNullable(activityByCode.get(code));
  }

  /** The name of a field that is known to exist. */
  public String name(String field, Language language) {
    return field(field).orElseThrow(() -> new IllegalStateException("no field " + field)).name().in(language);
  }
}
