package dz.linatatawwa.impact;

import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.impact.Reach.Line;
import dz.linatatawwa.impact.Reach.Material;
import dz.linatatawwa.language.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of sums over units. Scopes are conditions on an opportunity {@code o}, its wilaya {@code w}, and on a campaign {@code c}. */
@Repository
class ReachTable {

  private static final String LINES = """
      select unit, sum(planned)::bigint as planned, sum(reached)::bigint as reached
      from (
        select g.unit, 0 as planned, g.quantity as reached
        from daybook.goods g
        join attendance.closure x on x.shift_id = g.shift_id
        join opportunities.shift s on s.id = g.shift_id
        join opportunities.placed o on o.id = s.opportunity_id
        left join places.wilaya w on w.code = o.wilaya_code
        where g.removed_at is null and g.kind = 'achieved' and s.starts_at >= :from_at and s.starts_at < :to_at and %1$s
        union all
        select r.unit, 0, r.quantity
        from impact.reached r
        join opportunities.placed o on o.id = r.opportunity_id
        left join places.wilaya w on w.code = o.wilaya_code
        where r.removed_at is null and r.day between :from and :to and %1$s
        union all
        select r.unit, 0, r.quantity
        from impact.reached r
        join opportunities.campaign_title c on c.id = r.campaign_id
        where r.removed_at is null and r.day between :from and :to and %2$s
        union all
        select p.unit, p.quantity, 0
        from impact.plan p
        join opportunities.campaign c on c.id = p.campaign_id and c.state in ('published', 'closed')
        where c.ends_on between :from and :to and %2$s
        union all
        select p.unit, p.quantity, 0
        from impact.plan p
        join opportunities.placed o on o.id = p.opportunity_id and o.state in ('published', 'closed')
        left join places.wilaya w on w.code = o.wilaya_code
        cross join lateral (select max(s.starts_at) as at from opportunities.shift s where s.opportunity_id = o.id and s.state <> 'cancelled') l
        where l.at >= :from_at and l.at < :to_at and %1$s
          and not exists (select from impact.plan q join opportunities.campaign c on c.id = q.campaign_id and c.state in ('published', 'closed')
            where q.campaign_id = o.campaign_id and q.unit = p.unit and %2$s)
      ) u
      group by unit
      order by reached desc, planned desc, unit
      """;

  private static final String MATERIALS = """
      select g.unit, coalesce(sum(g.quantity) filter (where g.kind = 'used'), 0)::bigint as used,
        coalesce(sum(g.quantity) filter (where g.kind = 'returned'), 0)::bigint as returned
      from daybook.goods g
      join attendance.closure x on x.shift_id = g.shift_id
      join opportunities.shift s on s.id = g.shift_id
      join opportunities.placed o on o.id = s.opportunity_id
      left join places.wilaya w on w.code = o.wilaya_code
      where g.removed_at is null and g.kind in ('used', 'returned') and s.starts_at >= :from_at and s.starts_at < :to_at and %s
      group by g.unit
      order by used desc, g.unit
      """;

  private record Where(String opportunity, String campaign, Map<String, Object> values) {

    static Where of(Scope scope) {
      return switch (scope) {
        case Scope.Nation nation -> new Where("true", "true", Map.of());
        case Scope.OfWilaya(var code, var division) -> new Where(switch (division) {
          case W69 -> "o.wilaya_code = :place";
          case W58 -> "w.code_58 = :place";
          case W48 -> "w.code_48 = :place";
        }, "false", Map.of("place", code.value()));
        case Scope.OfCommune(var code) -> new Where("o.commune_code = :place", "false", Map.of("place", code.value()));
        case Scope.OfOrganization(var organization) -> new Where("o.organization_id = :id", "c.organization_id = :id", Map.of("id", organization.value()));
        case Scope.OfCampaign(var campaign) -> new Where("o.campaign_id = :id", "c.id = :id", Map.of("id", campaign.value()));
        case Scope.OfPeople people -> new Where("false", "false", Map.of());
      };
    }
  }

  private final JdbcClient db;
  private final Units units;

  ReachTable(JdbcClient db, Units units) {
    this.db = db;
    this.units = units;
  }

  List<Line> lines(Scope scope, Period period) {
    return lines(Where.of(scope), period);
  }

  /** Whenever it was. */
  List<Line> lines(Target target) {
    return lines(switch (target) {
      case Target.OfCampaign(var id) -> Where.of(new Scope.OfCampaign(id));
      case Target.OfOpportunity(var id) -> new Where("o.id = :id", "false", Map.of("id", id.value()));
    }, Period.days(Period.FIRST, Period.LAST));
  }

  private List<Line> lines(Where where, Period period) {
    Map<String, Unit> known = known();
    return db.sql(LINES.formatted(where.opportunity(), where.campaign())).params(where.values())
        .param("from", period.from()).param("to", period.to()).param("from_at", beginning(period.from())).param("to_at", beginning(period.to().plusDays(1)))
        .query((row, i) -> new Line(unit(known, row.getString("unit")), row.getLong("planned"), row.getLong("reached"))).list();
  }

  List<Material> materials(Scope scope, Period period) {
    Where where = Where.of(scope);
    Map<String, Unit> known = known();
    return db.sql(MATERIALS.formatted(where.opportunity())).params(where.values())
        .param("from_at", beginning(period.from())).param("to_at", beginning(period.to().plusDays(1)))
        .query((row, i) -> new Material(unit(known, row.getString("unit")), row.getLong("used"), row.getLong("returned"))).list();
  }

  private Map<String, Unit> known() {
    return units.all().stream().map(Units.Listed::unit).collect(Collectors.toMap(Unit::code, Function.identity()));
  }

  private static Unit unit(Map<String, Unit> known, String code) {
    Unit unit = known.get(code);
    if (unit == null) throw new IllegalStateException("no unit " + code);
    return unit;
  }

  private static OffsetDateTime beginning(LocalDate day) {
    return day.atStartOfDay(Words.ZONE).toOffsetDateTime();
  }
}
