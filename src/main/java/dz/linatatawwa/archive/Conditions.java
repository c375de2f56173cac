package dz.linatatawwa.archive;

import dz.linatatawwa.opportunities.Asked;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is looked for, as SQL over {@code archive.listing l}. Values stand in their order, so that each search is planned with them. */
record Conditions(String where, List<Object> values) {

  /** @param page whether to begin behind the criteria's place */
  static Conditions of(Criteria criteria, boolean page) {
    List<String> all = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    Asked asked = Asked.words(criteria.words());
    if (!asked.stems().isEmpty()) add(all, values, "l.words @@ cast(? as tsquery)", asked.query());
    if (criteria.wilaya() != null) add(all, values, "l.wilaya_code = cast(? as char(2))", criteria.wilaya().value());
    if (criteria.commune() != null) add(all, values, "l.commune_code = cast(? as char(4))", criteria.commune().value());
    if (criteria.field() != null) add(all, values, "l.field_code = ?", criteria.field());
    if (criteria.organization() instanceof OrganizationId organization) add(all, values, "l.organization_id = ?", organization.value());
    if (criteria.pictures()) all.add("l.pictures");
    if (criteria.year() instanceof Integer year) {
      add(all, values, "l.first_day >= ?", LocalDate.of(year, 1, 1));
      add(all, values, "l.first_day < ?", LocalDate.of(year + 1, 1, 1));
    }
    if (page && criteria.after() instanceof Criteria.Place after) {
      add(all, values, "(l.first_day, l.operation_id) < (?, ?)", after.first());
      values.add(after.id());
    }
    return new Conditions(all.isEmpty() ? "true" : String.join(" and ", all), values);
  }

  private static void add(List<String> all, List<Object> values, String condition, Object value) {
    all.add(condition);
    values.add(value);
  }
}
