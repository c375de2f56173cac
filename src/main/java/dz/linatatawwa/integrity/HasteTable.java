package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of hasty decisions. */
@Repository
class HasteTable {

  static final int PAGE = 20;

  private static final String COLUMNS = "h.id, h.account_id, h.day, h.why, h.above, h.wilaya_code, h.decided, h.minutes, h.odd, h.in_bulk, h.seconds, h.usual, h.answer,"
      + " h.answered_by, h.answered_at";

  /** What somebody sees of it: never oneself; an administrator all, a supervisor of the nation what is not of one of the nation, one of a wilaya what its deputies did. */
  private static final String SEEN = """
      h.account_id <> :me and (:administrator or (h.above <> 'administrator' and :nation)
        or (h.above = 'wilaya' and h.wilaya_code = any(cast(:wilayas as text[]))))""";

  private final JdbcClient db;

  HasteTable(JdbcClient db) {
    this.db = db;
  }

  /** What the decisions since a moment say: of each person, day and reason the densest span.
   *  @param many    decisions, within {@code minutes}
   *  @param seconds from opening to decision that count as fast */
  record Found(AccountId account, LocalDate day, String why, int decided, int minutes, int odd, int inBulk, double usual) {}

  List<Found> find(Instant since, int many, int minutes, int seconds) {
    return db.sql("""
        with d as (
          select s.decided_by, s.decided_at, cast(s.decided_at at time zone 'Africa/Algiers' as date) as day, count(*) over w as n,
            count(*) filter (where s.opened_at is null) over w as unopened,
            count(*) filter (where s.opened_at < s.decided_at and s.decided_at - s.opened_at < make_interval(secs => :seconds)) over w as fast,
            count(*) filter (where s.bulk_id is not null) over w as bulk, min(s.decided_at) over w as first
          from supervision.deciding s
          where s.decided_at >= :since
          window w as (partition by s.decided_by order by s.decided_at range between make_interval(mins => :minutes) preceding and current row)),
        found as (
          select distinct on (d.decided_by, d.day, r.why) d.*, r.why, r.odd
          from d cross join lateral (values ('unopened', d.unopened), ('fast', d.fast)) as r (why, odd)
          where d.n >= :many and r.odd * 2 >= d.n
          order by d.decided_by, d.day, r.why, d.n desc, r.odd desc, d.decided_at)
        select f.decided_by, f.day, f.why, f.n, f.odd, f.bulk, cast(round(extract(epoch from f.decided_at - f.first) / 60) as integer) as minutes,
          (select round(count(*) / 30.0, 1) from supervision.deciding u
            where u.decided_by = f.decided_by and u.decided_at >= (f.day - 30) and u.decided_at < cast(f.day as timestamp) at time zone 'Africa/Algiers') as usual
        from found f
        """).param("since", since.atOffset(ZoneOffset.UTC)).param("many", many).param("minutes", minutes).param("seconds", seconds)
        .query((row, number) -> new Found(new AccountId(row.getLong("decided_by")), row.getObject("day", LocalDate.class), row.getString("why"), row.getInt("n"),
            row.getInt("minutes"), row.getInt("odd"), row.getInt("bulk"), row.getDouble("usual"))).list();
  }

  /** Keeps it, or brings it up to date while nobody has looked at it and it is more than before.
   *  @return its number where it is new */
  Optional<Long> keep(Found found, String above, @Nullable WilayaCode wilaya, int seconds, Instant now) {
    return db.sql("""
        insert into integrity.haste (account_id, day, why, above, wilaya_code, decided, minutes, odd, in_bulk, seconds, usual, found_at)
        values (:account, :day, :why, :above, :wilaya, :decided, :minutes, :odd, :bulk, :seconds, :usual, :now)
        on conflict (account_id, day, why) do update set decided = excluded.decided, minutes = excluded.minutes, odd = excluded.odd, in_bulk = excluded.in_bulk
          where haste.answered_at is null and haste.decided < excluded.decided
        returning id, xmax = 0 as fresh
        """).param("account", found.account().value()).param("day", found.day()).param("why", found.why()).param("above", above)
        .param("wilaya", wilaya == null ? null : wilaya.value()).param("decided", found.decided()).param("minutes", found.minutes()).param("odd", found.odd())
        .param("bulk", found.inBulk()).param("seconds", seconds).param("usual", found.usual()).param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> row.getBoolean("fresh") ? Optional.of(row.getLong("id")) : Optional.<Long>empty()).optional().flatMap(one -> one);
  }

  Slice<Haste> page(Viewer viewer, boolean answered, int page) {
    String where = " from integrity.haste h where " + SEEN + " and (h.answered_at is not null) = :answered";
    long total = seen("select count(*)" + where, viewer).param("answered", answered).query(Long.class).single();
    List<Haste> rows = seen("select " + COLUMNS + where + " order by coalesce(h.answered_at, h.found_at) desc, h.id desc limit :size offset :skip", viewer)
        .param("answered", answered).param("size", PAGE).param("skip", (page - 1L) * PAGE).query(HasteTable::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  Optional<Haste> find(Viewer viewer, long id) {
    return seen("select " + COLUMNS + " from integrity.haste h where h.id = :id and " + SEEN, viewer).param("id", id).query(HasteTable::read).optional();
  }

  /** Who looks. @param wilayas looked after as a whole */
  record Viewer(AccountId me, boolean administrator, boolean nation, List<WilayaCode> wilayas) {}

  private JdbcClient.StatementSpec seen(String sql, Viewer viewer) {
    return db.sql(sql).param("me", viewer.me().value()).param("administrator", viewer.administrator()).param("nation", viewer.nation())
        .param("wilayas", viewer.wilayas().stream().map(WilayaCode::value).toArray(String[]::new));
  }

  boolean answer(long id, String words, AccountId by, Instant now) {
    return db.sql("update integrity.haste set answer = :words, answered_by = :by, answered_at = :now where id = :id and answered_at is null")
        .param("words", words).param("by", by.value()).param("now", now.atOffset(ZoneOffset.UTC)).param("id", id).update() == 1;
  }

  private static Haste read(ResultSet row, int number) throws SQLException {
    OffsetDateTime at = row.getObject("answered_at", OffsetDateTime.class);
    String wilaya = row.getString("wilaya_code");
    return new Haste(row.getLong("id"), new AccountId(row.getLong("account_id")), row.getObject("day", LocalDate.class), row.getString("why"), row.getString("above"),
        wilaya == null ? null : new WilayaCode(wilaya), row.getInt("decided"), row.getInt("minutes"), row.getInt("odd"), row.getInt("in_bulk"), row.getInt("seconds"),
        row.getDouble("usual"), at == null ? null : new Haste.Answer(row.getString("answer"), new AccountId(row.getLong("answered_by")), at.toInstant()));
  }
}
