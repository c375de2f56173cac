package dz.linatatawwa.recognition;

import dz.linatatawwa.hours.Grade;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has reached which tier. */
@Repository
class BadgeTable {

  private final JdbcClient db;

  BadgeTable(JdbcClient db) {
    this.db = db;
  }

  /** A badge that somebody has from now on. */
  record Given(long volunteer, int hours) {}

  /** Everything that these people have reached and did not have: one statement for all of them. */
  List<Given> give(Collection<Long> people, List<Integer> tiers, Set<Grade> grades) {
    return db.sql("""
        insert into recognition.badge as b (volunteer_id, tier_hours)
        select h.volunteer_id, t.tier
        from (select volunteer_id, sum(minutes) as minutes from hours.volunteer_hours
          where volunteer_id = any(:people) and grade::text = any(:grades) group by volunteer_id) h
        join unnest(cast(:tiers as integer[])) as t(tier) on h.minutes >= t.tier * 60
        order by h.volunteer_id, t.tier
        on conflict (volunteer_id, tier_hours) do update set reached_at = now(), withdrawn_at = null where b.withdrawn_at is not null
        returning volunteer_id, tier_hours""")
        .param("people", people.toArray(Long[]::new)).param("grades", codes(grades)).param("tiers", tiers.toArray(Integer[]::new))
        .query((row, number) -> new Given(row.getLong("volunteer_id"), row.getInt("tier_hours"))).list();
  }

  /** Takes back what the hours no longer reach. */
  List<Integer> withdraw(long person, Set<Grade> grades) {
    return db.sql("""
        update recognition.badge set withdrawn_at = now()
        where volunteer_id = :person and withdrawn_at is null and tier_hours * 60 > (
          select coalesce(sum(minutes), 0) from hours.volunteer_hours where volunteer_id = :person and grade::text = any(:grades))
        returning tier_hours""")
        .param("person", person).param("grades", codes(grades)).query((row, number) -> row.getInt("tier_hours")).list();
  }

  Map<Integer, Instant> reached(long person) {
    Map<Integer, Instant> found = new HashMap<>();
    db.sql("select tier_hours, reached_at from recognition.badge where volunteer_id = :person and withdrawn_at is null").param("person", person)
        .query(row -> {
          found.put(row.getInt("tier_hours"), row.getObject("reached_at", OffsetDateTime.class).toInstant());
        });
    return found;
  }

  private static String[] codes(Set<Grade> grades) {
    return grades.stream().map(Grade::name).toArray(String[]::new);
  }
}
