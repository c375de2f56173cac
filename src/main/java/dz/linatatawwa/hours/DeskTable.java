package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimTable.Bounds;
import dz.linatatawwa.opportunities.Nature;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL behind {@link HourDesk}. */
@Repository
class DeskTable {

  private static final int PAGE = 20;
  private static final int MOST = 200;

  /** Everybody who came, was claimed by nobody, and belongs to a closed day of this organisation. */
  private static final String UNCLAIMED = """
      select t.shift_id, count(*) as unclaimed
      from attendance.attended t
      join opportunities.placed o on o.id = t.opportunity_id and o.nature = 'free'
      where t.organization_id = :organization and not exists (select 1 from hours.claim c where c.attendance_id = t.attendance_id)
      group by t.shift_id""";

  private static final String CLAIMED = """
      select shift_id,
        count(*) filter (where state = 'proposed') as open,
        count(*) filter (where state = 'proposed' and vouched_at is null and not flags <@ array['late', 'many-later']) as flagged,
        count(*) filter (where state = 'proposed' and vouched_at is not null) as vouched,
        coalesce(sum(minutes) filter (where state = 'proposed'), 0) as open_minutes,
        min(due_at) filter (where state = 'proposed' and vouched_at is null) as due,
        count(*) filter (where state = 'confirmed') as confirmed,
        coalesce(sum(minutes) filter (where state = 'confirmed'), 0) as confirmed_minutes
      from hours.claim
      where organization_id = :organization""";

  private static final String COLUMNS = """
      f.shift_id, f.title, f.nature, f.starts_at, f.ends_at, coalesce(c.open, 0) as open, coalesce(c.flagged, 0) as flagged, coalesce(c.vouched, 0) as vouched,
      coalesce(c.open_minutes, 0) as open_minutes, c.due, coalesce(c.confirmed, 0) as confirmed, coalesce(c.confirmed_minutes, 0) as confirmed_minutes
      """;

  private final JdbcClient db;

  DeskTable(JdbcClient db) {
    this.db = db;
  }

  List<ShiftHours> waiting(long organization) {
    return db.sql("""
        with claimed as (%s and shift_id in (select shift_id from hours.claim where organization_id = :organization and state = 'proposed') group by shift_id),
          unclaimed as (%s)
        select %s, coalesce(u.unclaimed, 0) as unclaimed
        from claimed c full join unclaimed u using (shift_id) join participation.shift_facts f on f.shift_id = coalesce(c.shift_id, u.shift_id)
        order by c.due nulls last, f.starts_at
        limit %d""".formatted(CLAIMED, UNCLAIMED, COLUMNS, MOST))
        .param("organization", organization).query((row, number) -> hours(row)).list();
  }

  Slice<ShiftHours> settled(long organization, int page) {
    long total = db.sql("""
        select count(*) from (select shift_id from hours.claim where organization_id = :organization and shift_id is not null
          group by shift_id having bool_and(state <> 'proposed')) s""")
        .param("organization", organization).query(Long.class).single();
    List<ShiftHours> rows = db.sql("""
        with claimed as (%s and shift_id is not null group by shift_id having bool_and(state <> 'proposed'))
        select %s, 0 as unclaimed
        from claimed c join participation.shift_facts f on f.shift_id = c.shift_id
        order by f.starts_at desc, f.shift_id desc
        limit :size offset :skip""".formatted(CLAIMED, COLUMNS))
        .param("organization", organization).param("size", PAGE).param("skip", (page - 1L) * PAGE).query((row, number) -> hours(row)).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  Optional<ShiftHours> shift(long organization, long shift) {
    return db.sql("""
        with claimed as (%s and shift_id = :shift group by shift_id),
          unclaimed as (
            select t.shift_id, count(*) as unclaimed from attendance.attended t
            join opportunities.placed o on o.id = t.opportunity_id and o.nature = 'free'
            where t.shift_id = :shift and not exists (select 1 from hours.claim k where k.attendance_id = t.attendance_id)
            group by t.shift_id)
        select %s, coalesce(u.unclaimed, 0) as unclaimed
        from participation.shift_facts f left join claimed c on c.shift_id = f.shift_id left join unclaimed u on u.shift_id = f.shift_id
        where f.shift_id = :shift and f.organization_id = :organization""".formatted(CLAIMED, COLUMNS))
        .param("organization", organization).param("shift", shift).query((row, number) -> hours(row)).optional();
  }

  List<ClaimRow> claims(long shift) {
    return db.sql("""
        select c.id, c.volunteer_id, coalesce(v.name, '—') as name, coalesce(v.code, '') as code, lower(c.during) as from_at, upper(c.during) as to_at,
          t.checked_in_at, t.checked_out_at, c.minutes, c.grade, c.flags, c.state, c.needs_second, c.decided_by, c.vouched_level, c.decided_at,
          c.reason_code, c.reason
        from hours.claim c
        left join volunteers.public_volunteer v on v.id = c.volunteer_id
        left join attendance.attended t on t.attendance_id = c.attendance_id
        where c.shift_id = :shift
        order by name, c.id""")
        .param("shift", shift).query((row, number) -> claim(row)).list();
  }

  Bounds bounds(long shift) {
    return db.sql("""
        select starts_at - make_interval(mins => grace_minutes) as earliest, ends_at + make_interval(mins => grace_minutes) as latest
        from participation.shift_facts where shift_id = :shift""")
        .param("shift", shift).query((row, number) -> new Bounds(instant(row, "earliest"), instant(row, "latest"))).single();
  }

  /** Who came and is not proposed, and why: the last part of a message key. */
  Map<String, String> unclaimed(long shift) {
    Map<String, String> found = new LinkedHashMap<>();
    db.sql("""
        select v.name || ' · ' || v.code as who,
          case when least(t.checked_out_at, t.ends_at + t.grace) - greatest(t.checked_in_at, t.starts_at - t.grace) < interval '1 minute' then 'outside'
            when exists (select 1 from hours.claim c where c.volunteer_id = t.volunteer_id and c.state in ('proposed', 'confirmed')
              and c.during && tstzrange(greatest(t.checked_in_at, t.starts_at - t.grace), least(t.checked_out_at, t.ends_at + t.grace))) then 'two-places'
            else 'new' end as why
        from attendance.attended t join volunteers.public_volunteer v on v.id = t.volunteer_id
        where t.shift_id = :shift and not exists (select 1 from hours.claim c where c.attendance_id = t.attendance_id)
        order by who limit %d""".formatted(MOST))
        .param("shift", shift).query(row -> {
          found.put(row.getString("who"), row.getString("why"));
        });
    return found;
  }

  int waitingFor(long person) {
    return db.sql("""
        select count(*) from hours.claim c join organizations.runner r on r.organization_id = c.organization_id
        where r.account_id = :person and c.state = 'proposed' and c.volunteer_id <> :person and c.decided_by is distinct from :person""")
        .param("person", person).query(Integer.class).single();
  }

  private static ShiftHours hours(ResultSet row) throws SQLException {
    OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
    return new ShiftHours(new ShiftId(row.getLong("shift_id")), row.getString("title"), Nature.of(row.getString("nature")).orElseThrow(),
        instant(row, "starts_at"), instant(row, "ends_at"), row.getInt("open"), row.getInt("flagged"), row.getInt("vouched"), row.getInt("unclaimed"), row.getLong("open_minutes"),
        due == null ? null : due.toInstant(), row.getInt("confirmed"), row.getLong("confirmed_minutes"));
  }

  private static ClaimRow claim(ResultSet row) throws SQLException {
    String level = row.getString("vouched_level");
    Long decidedBy = row.getObject("decided_by", Long.class);
    AccountId by = decidedBy == null ? null : new AccountId(decidedBy);
    List<Flag> flags = Arrays.stream((String[]) row.getArray("flags").getArray()).map(Flag::of).toList();
    return new ClaimRow(new ClaimId(row.getLong("id")), new AccountId(row.getLong("volunteer_id")), row.getString("name"), row.getString("code"),
        instant(row, "from_at"), instant(row, "to_at"), maybe(row, "checked_in_at"), maybe(row, "checked_out_at"), row.getInt("minutes"),
        Grade.valueOf(row.getString("grade")), flags, ClaimState.of(row.getString("state")).orElseThrow(), row.getBoolean("needs_second"),
        level == null ? null : by, level == null ? null : Level.of(level), by, maybe(row, "decided_at"), row.getString("reason_code"),
        row.getString("reason"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
