package dz.linatatawwa.figures;

import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.volunteers.Sex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts straight from the ledger, line by line. */
@Repository
class LedgerCount {

  private static final String LINES = """
      select %s as key, l.volunteer_id, sum(l.minutes) as minutes
      from hours.line l
      join volunteers.statistical v on v.id = l.volunteer_id
      left join organizations.public_organization o on o.id = l.organization_id
      left join places.wilaya w on w.code = l.wilaya_code
      where l.day between :from and :to and l.grade::text = any(:grades) and extract(year from l.day) - v.birth_year >= 15
        and (:field::text is null or l.field_code = :field) and (:activity::text is null or l.activity_code = :activity)
        and (:audience::text is null or v.audience = :audience) and (:sex::text is null or v.sex = :sex)
        and (:young::int is null or :year - v.birth_year between :young and :old) and %s
      group by 1, 2
      """;

  private static final String COUNT = """
      select key, count(*) filter (where minutes >= 60) as persons, count(*) filter (where minutes > 0) as givers, sum(minutes) as minutes,
        coalesce(percentile_disc(0.5) within group (order by minutes) filter (where minutes >= 60), 0) as median
      from (%s) p group by key order by key collate "C"
      """;

  private final JdbcClient db;

  LedgerCount(JdbcClient db) {
    this.db = db;
  }

  Totals total(Question question) {
    List<Answer.Part> all = count("''::text", question);
    return all.isEmpty() ? Totals.NONE : all.getFirst().totals();
  }

  List<Answer.Part> parts(Question question, Breakdown breakdown) {
    String key = switch (breakdown) {
      case MONTH -> "to_char(l.day, 'YYYY-MM')";
      case PLACE -> switch (question.scope()) {
        case Scope.OfWilaya wilaya -> "coalesce(l.commune_code, '')";
        case Scope.OfCommune commune -> "coalesce(l.commune_code, '')";
        default -> "coalesce(l.wilaya_code, '')";
      };
      case RESIDENCE -> "v.wilaya_code";
      case FIELD -> "coalesce(l.field_code, '')";
      case ACTIVITY -> "coalesce(l.activity_code, '')";
      case AUDIENCE -> "coalesce(v.audience, '')";
      case SEX -> "coalesce(v.sex, '')";
      case AGE -> "case when :year - v.birth_year < 15 then '' when :year - v.birth_year < 25 then '15-24' when :year - v.birth_year < 55 then '25-54' "
          + "when :year - v.birth_year < 65 then '55-64' else '65+' end";
      case EDUCATION -> "coalesce(v.education, '')";
      case GRADE -> "l.grade::text";
      case SECTOR -> "case when l.organization_id is null then 'direct' when o.kind = 'public-institution' then 'government' "
          + "when o.kind = 'private-institution' then 'enterprise' else 'non-profit' end";
    };
    return count(key + "::text", question);
  }

  private List<Answer.Part> count(String key, Question question) {
    Map<String, Object> values = new HashMap<>();
    String scope = switch (question.scope()) {
      case Scope.Nation nation -> "true";
      case Scope.OfWilaya(var code, var division) -> {
        values.put("place", code.value());
        yield switch (division) {
          case W69 -> "l.wilaya_code = :place";
          case W58 -> "w.code_58 = :place";
          case W48 -> "w.code_48 = :place";
        };
      }
      case Scope.OfCommune(var code) -> {
        values.put("place", code.value());
        yield "l.commune_code = :place";
      }
      case Scope.OfOrganization(var organization) -> {
        values.put("id", organization.value());
        yield "l.organization_id = :id";
      }
      case Scope.OfCampaign(var campaign) -> {
        values.put("id", campaign.value());
        yield "l.opportunity_id in (select c.opportunity_id from opportunities.in_campaign c where c.campaign_id = :id)";
      }
      case Scope.OfPeople(var name, var people) -> {
        values.put("people", people.toArray(Long[]::new));
        yield "l.volunteer_id = any(:people)";
      }
    };
    Filter filter = question.filter();
    values.put("from", question.period().from());
    values.put("to", question.period().to());
    values.put("year", question.period().to().getYear());
    values.put("grades", filter.grades().stream().map(Grade::name).toArray(String[]::new));
    values.put("field", filter.field().orElse(null));
    values.put("activity", filter.activity().orElse(null));
    values.put("audience", filter.audience().map(audience -> audience.code()).orElse(null));
    values.put("sex", filter.sex().map(Sex::code).orElse(null));
    values.put("young", filter.age().map(AgeGroup::from).orElse(null));
    values.put("old", filter.age().map(AgeGroup::to).orElse(null));
    return db.sql(COUNT.formatted(LINES.formatted(key, scope))).params(values)
        .query((row, i) -> new Answer.Part(row.getString("key"),
            new Totals(row.getLong("persons"), row.getLong("givers"), row.getLong("minutes"), row.getLong("median")))).list();
  }
}
