package dz.linatatawwa.programmes;

import dz.linatatawwa.accounts.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what an institution sees: only of members whose consent stands, and only what they show. */
@Component
class ProgressTable {

  private static final String FOUND = """
      from programmes.counted m
      join accounts.account a on a.id = m.volunteer_id
      left join programmes.cohort h on h.id = m.cohort_id
      where m.programme_id = :programme and m.shows_name
        and (cast(:cohort as bigint) is null or m.cohort_id = :cohort)
        and (cast(:reached as boolean) is null or (m.volunteer_id = any(:fitting)) = :reached)
        and (cast(:words as text) is null or position(lower(:words) in lower(a.name)) > 0 or m.reference = :words)
      """;

  private final JdbcClient db;

  ProgressTable(JdbcClient db) {
    this.db = db;
  }

  /** Whose consent stands, and whether they show their names. */
  Map<Long, Boolean> members(ProgrammeId programme) {
    Map<Long, Boolean> members = new HashMap<>();
    db.sql("select volunteer_id, shows_name from programmes.counted where programme_id = :id").param("id", programme.value())
        .query(row -> { members.put(row.getLong("volunteer_id"), row.getBoolean("shows_name")); });
    return members;
  }

  /** Those who show their minutes, by name: the people of a transcript. */
  List<AccountId> transcribed(ProgrammeId programme, @Nullable Long cohort) {
    return db.sql("""
        select m.volunteer_id
        from programmes.counted m join accounts.account a on a.id = m.volunteer_id
        where m.programme_id = :id and m.shows_minutes and (cast(:cohort as bigint) is null or m.cohort_id = :cohort)
        order by a.name, m.volunteer_id
        """).param("id", programme.value()).param("cohort", cohort).query(Long.class).list().stream().map(AccountId::new).toList();
  }

  long count(Programme programme, ProgressFilter filter, Collection<Long> fitting) {
    return db.sql("select count(*) " + FOUND).params(values(programme, filter, fitting)).query(Long.class).single();
  }

  List<Progress> page(Programme programme, ProgressFilter filter, Set<Long> fitting, int size, long skip) {
    return db.sql("""
        select m.id, m.volunteer_id, a.name, h.name as cohort, m.reference,
            case when m.shows_minutes then coalesce((
              select sum(l.minutes) from hours.ledger l
              where l.volunteer_id = m.volunteer_id and l.grade in ('A', 'B', 'C') and l.day between :from and :to), 0) end as minutes
        """ + FOUND + " order by a.name, m.id limit :size offset :skip").params(values(programme, filter, fitting)).param("size", size).param("skip", skip)
        .query((row, number) -> new Progress(row.getLong("id"), row.getString("name"), row.getString("cohort"), row.getString("reference"),
            fitting.contains(row.getLong("volunteer_id")), row.getObject("minutes", Long.class))).list();
  }

  private static Map<String, @Nullable Object> values(Programme programme, ProgressFilter filter, Collection<Long> fitting) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("programme", programme.id().value());
    values.put("from", programme.from());
    values.put("to", programme.to());
    values.put("cohort", filter.cohort());
    values.put("reached", filter.reached());
    values.put("words", filter.words());
    values.put("fitting", fitting.toArray(Long[]::new));
    return values;
  }
}
