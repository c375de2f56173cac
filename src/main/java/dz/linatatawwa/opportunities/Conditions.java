package dz.linatatawwa.opportunities;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The where and the order of one search over {@code opportunities.listing l}, with its parameters in their order. */
final class Conditions {

  private final List<String> all = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** @param asked the words; without stems: whatever the words
   *  @param wide  whether each word may stand anywhere: in the description and the field's name too */
  static Conditions of(SearchCriteria c, Asked asked, boolean wide) {
    Conditions conditions = new Conditions();
    if (wide) asked.queries().forEach(conditions::anywhere);
    else if (!asked.stems().isEmpty()) conditions.add("l.about @@ ?::tsquery", asked.query());
    if (c.wilaya() != null) conditions.add("l.wilaya_code = ?", c.wilaya().value());
    if (c.commune() != null) conditions.add("l.commune_code = ?", c.commune().value());
    if (c.field() != null) conditions.add("l.field_code = ?", c.field());
    if (c.activity() != null) conditions.add("l.activity_code = ?", c.activity());
    conditions.days(c.from(), c.to());
    if (c.audience() != null) conditions.add("(l.audiences = '{}' or ? = any(l.audiences))", c.audience());
    if (c.age() != null) conditions.add("l.min_age <= ?", c.age());
    if (c.remote()) conditions.all.add("l.remote");
    if (c.left()) conditions.all.add("l.seats_left > 0");
    if (c.organization() != null) conditions.add("l.organization_id = ?", c.organization().value());
    if (c.campaign() != null) conditions.add("l.campaign_id = ?", c.campaign().value());
    if (c.sort() == SearchCriteria.Sort.DISTANCE) conditions.all.add("l.spot is not null");
    return conditions;
  }

  /** {@code where …}, or nothing. */
  String where() {
    return all.isEmpty() ? "" : "where " + String.join(" and ", all);
  }

  List<Object> values() {
    return values;
  }

  static String order(SearchCriteria c) {
    return switch (c.sort()) {
      case NEED -> "l.need_at, l.opportunity_id";
      case DATE -> "l.next_start, l.opportunity_id";
      case DISTANCE -> "l.spot <-> opportunities.spot(" + near(c) + "), l.opportunity_id";
    };
  }

  static String distance(SearchCriteria c) {
    return c.near() == null ? "null::double precision" : "l.spot <-> opportunities.spot(" + near(c) + ")";
  }

  /** Numbers of ours, not text of a visitor: written into the statement, so that the index on the place sees a constant. */
  private static String near(SearchCriteria c) {
    SearchCriteria.Near near = c.near();
    return near == null ? "" : near.lat() + "::double precision, " + near.lon() + "::double precision";
  }

  private void days(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null && to == null) return;
    if (from != null && to != null && from.isAfter(to)) {
      all.add("false");
      return;
    }
    all.add("l.days && daterange(?, ?, '[]')");
    values.add(from == null ? Date.valueOf("2000-01-01") : Date.valueOf(from));
    values.add(to == null ? Date.valueOf("2200-01-01") : Date.valueOf(to));
  }

  private void anywhere(String query) {
    add("(l.about @@ ?::tsquery or l.around @@ ?::tsquery)", query);
    values.add(query);
  }

  private void add(String condition, Object value) {
    all.add(condition);
    values.add(value);
  }
}
