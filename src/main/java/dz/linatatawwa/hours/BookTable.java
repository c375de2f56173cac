package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.Nature;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A person's book: the lines of the ledger, and beside them what waits or was refused. */
@Repository
class BookTable {

  static final int PAGE = 30;
  private static final int ALL = 10_000;

  private static final String LINES = """
      from (
        select case when e.reverses is not null then 'reversal' when c.state = 'reversed' then 'reversed' else 'confirmed' end as kind,
          e.claim_id, e.id as entry_id, e.reverses, e.day, e.minutes, e.written_at as at, e.written_by as by_account, e.reason
        from hours.entry e join hours.claim c on c.id = e.claim_id
        where e.volunteer_id = :volunteer and (c.origin = 'declaration') = :declared
        union all
        select c.state, c.id, null, null, (lower(c.during) at time zone 'Africa/Algiers')::date, c.minutes,
          coalesce(c.decided_at, c.proposed_at), case when c.state = 'refused' then c.decided_by end, c.reason
        from hours.claim c
        where c.volunteer_id = :volunteer and c.state in ('proposed', 'refused') and (c.origin = 'declaration') = :declared
      ) l
      where (cast(:year as integer) is null or l.day between make_date(:year, 1, 1) and make_date(:year, 12, 31))
        and (cast(:state as text) is null or l.kind = :state or (:state = 'reversed' and l.kind = 'reversal'))""";

  private static final String COLUMNS = """
      select l.*, lower(c.during) as from_at, upper(c.during) as to_at, c.grade, c.organization_id, g.name_ar, g.name_fr, c.opportunity_id,
        coalesce(o.title, c.title) as title, c.decided_by, c.seconded_by, c.due_at, c.vouched_at is not null as vouched, c.reason_code
      """;

  private static final String JOINED = """

      join hours.claim c on c.id = l.claim_id
      left join organizations.public_organization g on g.id = c.organization_id
      left join opportunities.countable o on o.id = c.opportunity_id
      """;

  private static final String SHOWN = COLUMNS
      + "from (select l.* %s order by l.day desc, l.at desc, l.entry_id desc nulls first limit :limit offset :offset) l".formatted(LINES)
      + JOINED + "order by l.day desc, l.at desc, l.entry_id desc nulls first";

  private static final String ENTRY = COLUMNS + """
      from (select case when e.reverses is not null then 'reversal' when c.state = 'reversed' then 'reversed' else 'confirmed' end as kind,
          e.claim_id, e.id as entry_id, e.reverses, e.day, e.minutes, e.written_at as at, e.written_by as by_account, e.reason
        from hours.entry e join hours.claim c on c.id = e.claim_id
        where e.volunteer_id = :volunteer and e.id = :entry) l""" + JOINED;

  private static final String CLAIM = COLUMNS + """
      from (select c.state as kind, c.id as claim_id, cast(null as bigint) as entry_id, cast(null as bigint) as reverses,
          (lower(c.during) at time zone 'Africa/Algiers')::date as day, c.minutes, coalesce(c.decided_at, c.proposed_at) as at,
          case when c.state = 'refused' then c.decided_by end as by_account, c.reason
        from hours.claim c
        where c.volunteer_id = :volunteer and c.id = :claim and c.state in ('proposed', 'refused')) l""" + JOINED;

  private final JdbcClient db;

  BookTable(JdbcClient db) {
    this.db = db;
  }

  Slice<BookLine> page(long volunteer, BookFilter filter, int page) {
    long total = filtered("select count(*) " + LINES, volunteer, filter).query(Long.class).single();
    return new Slice<>(lines(volunteer, filter, PAGE, (page - 1L) * PAGE), page, PAGE, total);
  }

  List<BookLine> all(long volunteer, BookFilter filter) {
    return lines(volunteer, filter, ALL, 0);
  }

  private List<BookLine> lines(long volunteer, BookFilter filter, int limit, long offset) {
    return filtered(SHOWN, volunteer, filter).param("limit", limit).param("offset", offset).query((row, number) -> line(row)).list();
  }

  private JdbcClient.StatementSpec filtered(String sql, long volunteer, BookFilter filter) {
    ClaimState state = filter.state();
    return db.sql(sql).param("volunteer", volunteer).param("year", filter.year()).param("declared", filter.declared())
        .param("state", state == null ? null : state.code());
  }

  Optional<BookLine> entry(long volunteer, long entry) {
    return db.sql(ENTRY).param("volunteer", volunteer).param("entry", entry).query((row, number) -> line(row)).optional();
  }

  Optional<BookLine> claim(long volunteer, long claim) {
    return db.sql(CLAIM).param("volunteer", volunteer).param("claim", claim).query((row, number) -> line(row)).optional();
  }

  HourTotals totals(long volunteer) {
    Map<Grade, Long> byGrade = new EnumMap<>(Grade.class);
    db.sql("select grade, minutes from hours.volunteer_total where volunteer_id = :volunteer and minutes > 0").param("volunteer", volunteer)
        .query(row -> {
          byGrade.put(Grade.valueOf(row.getString("grade")), row.getLong("minutes"));
        });
    return db.sql("""
        select coalesce(sum(minutes) filter (where state = 'proposed'), 0) as minutes, count(*) filter (where state = 'proposed') as claims,
          coalesce(sum(minutes) filter (where state = 'confirmed' and origin = 'declaration'), 0) as declared
        from hours.claim where volunteer_id = :volunteer and (state = 'proposed' or origin = 'declaration')""")
        .param("volunteer", volunteer)
        .query((row, number) -> new HourTotals(byGrade, row.getLong("minutes"), row.getInt("claims"), row.getLong("declared"))).single();
  }

  /** The latest recorded attendances that are no volunteering, at most as many as a page holds. */
  List<Beside> beside(long volunteer) {
    return db.sql("""
        select n.opportunity_id, o.title, n.nature, n.minutes, n.starts_at, n.ends_at
        from hours.not_volunteered n
        join opportunities.countable o on o.id = n.opportunity_id
        where n.volunteer_id = :volunteer
        order by n.starts_at desc, n.shift_id desc
        limit :most""").param("volunteer", volunteer).param("most", PAGE)
        .query((row, number) -> new Beside(row.getLong("opportunity_id"), row.getString("title"), Nature.of(row.getString("nature")).orElseThrow(),
            at(row, "starts_at"), at(row, "ends_at"), row.getInt("minutes"))).list();
  }

  List<Integer> years(long volunteer) {
    return db.sql("""
        select distinct extract(year from day)::integer as year from hours.entry where volunteer_id = :volunteer
        union
        select distinct extract(year from lower(during) at time zone 'Africa/Algiers')::integer from hours.claim
        where volunteer_id = :volunteer and state in ('proposed', 'refused')
        order by year desc""")
        .param("volunteer", volunteer).query((row, number) -> row.getInt(1)).list();
  }

  private static BookLine line(ResultSet row) throws SQLException {
    String name = row.getString("name_ar");
    BookLine.Kind kind = BookLine.Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT));
    AccountId seconded = account(row, "seconded_by");
    AccountId by = kind == BookLine.Kind.CONFIRMED || kind == BookLine.Kind.REVERSED ? account(row, "decided_by") : account(row, "by_account");
    return new BookLine(kind, new ClaimId(row.getLong("claim_id")), row.getObject("entry_id", Long.class), row.getObject("reverses", Long.class),
        row.getObject("day", LocalDate.class), at(row, "from_at"), at(row, "to_at"), row.getInt("minutes"), Grade.valueOf(row.getString("grade")),
        name == null ? null : new LocalName(name, row.getString("name_fr"), null), row.getObject("organization_id", Long.class),
        row.getString("title"), row.getObject("opportunity_id", Long.class), at(row, "at"), by, seconded, at(row, "due_at"),
        row.getBoolean("vouched"), row.getString("reason_code"), row.getString("reason"));
  }

  private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
    Long id = row.getObject(column, Long.class);
    return id == null ? null : new AccountId(id);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
