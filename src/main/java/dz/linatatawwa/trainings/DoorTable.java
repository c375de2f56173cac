package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of a session's door: its list, its deeds, the codes shown there. */
@Repository
class DoorTable {

  private static final int PAGE = 50;

  private static final String ROWS = """
      select r.id, a.name, r.state, r.digits, r.came_at, r.came_via, c.valid_until, c.source,
             (select x.reason from trainings.completion x where x.registration_id = r.id and x.revoked_at is not null order by x.id desc limit 1) as taken_back
      from trainings.registration r
      join accounts.account a on a.id = r.volunteer_id
      left join trainings.completion c on c.registration_id = r.id and c.revoked_at is null
      where r.session_id = :session and r.state not in ('withdrawn', 'cancelled')
      """;

  private final JdbcClient db;

  DoorTable(JdbcClient db) {
    this.db = db;
  }

  /** Those of a session, who hold a place first, by name.
   *  @param words letters of a name; empty: everybody */
  Slice<DoorRow> page(SessionId session, String words, int page) {
    String narrow = " and position(lower(:words) in lower(a.name)) > 0 ";
    long total = db.sql("select count(*) from (" + ROWS + narrow + ") r").param("session", session.value()).param("words", words).query(Long.class).single();
    List<DoorRow> rows = Sql.rows(db.sql(ROWS + narrow + " order by r.state in ('waiting', 'lapsed'), a.name, r.id limit :size offset :skip")
        .param("session", session.value()).param("words", words).param("size", PAGE).param("skip", (long) (page - 1) * PAGE).query(DoorRow.class));
    return new Slice<>(rows, page, PAGE, total);
  }

  /** Everybody of a session, for a table to take away. */
  List<DoorRow> all(SessionId session) {
    return Sql.rows(db.sql(ROWS + " order by r.id").param("session", session.value()).query(DoorRow.class));
  }

  DoorCount count(SessionId session) {
    return db.sql("""
        select count(*) filter (where state in ('registered', 'attended', 'absent'))::int as placed, count(*) filter (where came_at is not null)::int as came,
               count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'offered')::int as offered
        from trainings.registration where session_id = :session
        """).param("session", session.value()).query(DoorCount.class).single();
  }

  /** The deed of this key, where it was done before. */
  Optional<Done> done(String key) {
    return db.sql("""
        select d.session_id, d.outcome, a.name
        from trainings.deed d left join trainings.registration r on r.id = d.registration_id left join accounts.account a on a.id = r.volunteer_id
        where d.key = :key
        """).param("key", key).query(Done.class).optional();
  }

  void keep(String key, SessionId session, @Nullable RegistrationId registration, String deed, String outcome, AccountId by, Instant now) {
    db.sql("""
        insert into trainings.deed (key, session_id, registration_id, deed, outcome, by_account, at)
        values (:key, :session, :registration, :deed, :outcome, :by, :now)
        """).param("key", key).param("session", session.value()).param("registration", registration == null ? null : registration.value())
        .param("deed", deed).param("outcome", outcome).param("by", by.value()).param("now", Sql.at(now)).update();
  }

  /** Whether this code is now used by this deed: by it first, or by it again. */
  boolean use(byte[] mark, String key, Instant now) {
    db.sql("insert into trainings.code_use (mark, deed_key, used_at) values (:mark, :key, :now) on conflict (mark) do nothing").param("mark", mark)
        .param("key", key).param("now", Sql.at(now)).update();
    return db.sql("select deed_key from trainings.code_use where mark = :mark").param("mark", mark).query(String.class).single().equals(key);
  }

  /** A deed that was done before. */
  record Done(long sessionId, String outcome, @Nullable String name) {}
}
