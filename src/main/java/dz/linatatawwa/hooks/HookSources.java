package dz.linatatawwa.hooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose a thing is of which something is told, and the numbers of which the message is made: of things, never of people. */
@Repository
class HookSources {

  /** @param organization who is told */
  record Source(long organization, Map<String, Object> data) {}

  private final JdbcClient db;

  HookSources(JdbcClient db) {
    this.db = db;
  }

  Optional<Source> ofOpportunity(long opportunity, @Nullable Long shift, List<String> what) {
    return db.sql("select organization_id from opportunities.opportunity where id = :id").param("id", opportunity).query(Long.class).optional().map(organization -> {
      Map<String, Object> data = numbers(organization, opportunity);
      if (shift != null) data.put("shift", shift);
      if (!what.isEmpty()) data.put("what", what);
      return new Source(organization, data);
    });
  }

  Optional<Source> ofShift(long shift) {
    return db.sql("select o.id, o.organization_id from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = :shift").param("shift", shift)
        .query((row, number) -> {
          Map<String, Object> data = numbers(row.getLong("organization_id"), row.getLong("id"));
          data.put("shift", shift);
          return new Source(row.getLong("organization_id"), data);
        }).optional();
  }

  /** Sums over claims, by shift; work outside any organisation is nobody's to be told. */
  List<Source> sums(List<Long> claims) {
    return db.sql("""
        select c.organization_id, c.opportunity_id, c.shift_id, count(distinct c.volunteer_id) as people, sum(c.minutes) as minutes
        from hours.claim c
        where c.id = any(:claims) and c.organization_id is not null
        group by c.organization_id, c.opportunity_id, c.shift_id
        order by c.shift_id
        """).param("claims", claims.toArray(Long[]::new)).query((row, number) -> {
          Map<String, Object> data = numbers(row.getLong("organization_id"), row.getLong("opportunity_id"));
          if (row.getLong("shift_id") > 0) data.put("shift", row.getLong("shift_id"));
          data.put("people", row.getInt("people"));
          data.put("minutes", row.getLong("minutes"));
          return new Source(row.getLong("organization_id"), data);
        }).list();
  }

  Optional<Long> organizationOf(long agreement) {
    return db.sql("select organization_id from partnerships.agreement where id = :id and organization_id is not null").param("id", agreement).query(Long.class).optional();
  }

  private static Map<String, Object> numbers(long organization, long opportunity) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("organization", organization);
    if (opportunity > 0) data.put("opportunity", opportunity);
    return data;
  }
}
