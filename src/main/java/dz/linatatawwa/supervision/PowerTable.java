package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.WilayaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of powers. Which power covers what is said here once for rows ({@link #COVERING}) and in {@link Extent#covers} for values. */
@Repository
class PowerTable {

  private static final String COLUMNS = "s.id, s.account_id, s.wilaya_code, s.daira_id, s.field_code, s.from_at, s.until_at, s.granted_by, s.parent_id, s.absence_id";

  private static final String IN_FORCE = "s.ended_at is null and s.from_at <= :now and s.until_at > :now";

  private static final String COVERING = """
      (s.wilaya_code is null or s.wilaya_code = :wilaya)
      and (s.daira_id is null or s.daira_id = (select c.daira_id from places.commune c where c.code = :commune))
      and (s.field_code is null or s.field_code = any(cast(:fields as text[])))""";

  private final JdbcClient db;

  PowerTable(JdbcClient db) {
    this.db = db;
  }

  /** What somebody has now. */
  List<Power> of(AccountId person, Instant now) {
    return db.sql("select %s from supervision.supervisor s where s.account_id = :person and %s order by s.wilaya_code nulls first, s.daira_id, s.field_code, s.id"
        .formatted(COLUMNS, IN_FORCE)).param("person", person.value()).param("now", at(now)).query(PowerTable::read).list();
  }

  /** Every power that has not ended, also those that have not begun; with what the absent one is called by number only. */
  List<Power> all(Instant now) {
    return db.sql("""
        select %s from supervision.supervisor s where s.ended_at is null and s.until_at > :now
        order by s.wilaya_code nulls first, s.daira_id nulls first, s.field_code nulls first, s.id
        """.formatted(COLUMNS)).param("now", at(now)).query(PowerTable::read).list();
  }

  Optional<Power> find(long id) {
    return db.sql("select " + COLUMNS + " from supervision.supervisor s where s.id = :id and s.ended_at is null").param("id", id).query(PowerTable::read).optional();
  }

  /** The power of exactly this extent that somebody has, or will have, in their own right. */
  Optional<Power> same(AccountId person, Extent extent, Instant now) {
    return extent(db.sql("""
        select %s from supervision.supervisor s
        where s.account_id = :person and s.ended_at is null and s.until_at > :now and s.absence_id is null and s.wilaya_code is not distinct from cast(:wilaya as char(2))
          and s.daira_id is not distinct from cast(:daira as integer) and s.field_code is not distinct from cast(:field as text)
        """.formatted(COLUMNS)), extent).param("person", person.value()).param("now", at(now)).query(PowerTable::read).optional();
  }

  /** Who looks after a place: those whose power is over the wilaya, a part of it or one of the fields; not those of the nation. Who is away is not among them.
   *  @param where of the nation itself: those of the nation */
  List<AccountId> lookingAfter(Whereabouts where, Instant now) {
    return people(where, now, "and (s.wilaya_code is not null or cast(:wilaya as text) is null)");
  }

  /** Everybody whose power reaches there, those of the nation too, the narrowest power first. */
  List<AccountId> reaching(Whereabouts where, Instant now) {
    return people(where, now, "");
  }

  private List<AccountId> people(Whereabouts where, Instant now, String more) {
    return where(db.sql("""
        select s.account_id
        from supervision.supervisor s
        where %s and %s %s
          and not exists (select from supervision.absence a where a.account_id = s.account_id and a.ended_at is null and a.from_at <= :now and a.until_at > :now)
        group by s.account_id
        order by max(num_nonnulls(s.wilaya_code, s.daira_id, s.field_code)) desc, min(s.granted_at), s.account_id
        """.formatted(IN_FORCE, COVERING, more)), where).param("now", at(now)).query(Long.class).list().stream().map(AccountId::new).toList();
  }

  /** Whether somebody has a power there, which nobody takes away before this transaction is over. */
  boolean hold(AccountId person, Whereabouts where, Instant now) {
    return !where(db.sql("select s.id from supervision.supervisor s where s.account_id = :person and %s and %s for share".formatted(IN_FORCE, COVERING)), where)
        .param("person", person.value()).param("now", at(now)).query(Long.class).list().isEmpty();
  }

  long give(AccountId person, Extent extent, Instant from, Instant until, AccountId by, @Nullable Long parent, @Nullable Long absence) {
    return extent(db.sql("""
        insert into supervision.supervisor (account_id, wilaya_code, daira_id, field_code, granted_at, granted_by, from_at, until_at, parent_id, absence_id)
        values (:person, :wilaya, :daira, :field, :from, :by, :from, :until, :parent, :absence)
        returning id
        """), extent).param("person", person.value()).param("by", by.value()).param("from", at(from)).param("until", at(until))
        .param("parent", parent, Types.BIGINT).param("absence", absence, Types.BIGINT).query(Long.class).single();
  }

  void prolong(long id, Instant until, AccountId by, Instant now) {
    db.sql("update supervision.supervisor set until_at = :until, renewed_at = :now, granted_by = :by where id = :id and ended_at is null")
        .param("until", at(until)).param("now", at(now)).param("by", by.value()).param("id", id).update();
  }

  /** Ends a power; what was given out of it ends by the database with it.
   *  @return all that ended; nothing when it had ended */
  List<Power> end(long id, @Nullable AccountId by, String cause, Instant now) {
    int ended = db.sql("update supervision.supervisor set ended_at = :now, ended_by = :by, end_cause = :cause where id = :id and ended_at is null")
        .param("now", at(now)).param("by", by == null ? null : by.value(), Types.BIGINT).param("cause", cause).param("id", id).update();
    if (ended == 0) return List.of();
    return db.sql("""
        with recursive under as (
          select s.* from supervision.supervisor s where s.id = :id
          union all
          select s.* from supervision.supervisor s join under u on s.parent_id = u.id where s.ended_at = u.ended_at)
        select %s from under s order by s.id
        """.formatted(COLUMNS)).param("id", id).query(PowerTable::read).list();
  }

  /** Everything of somebody that has not ended, begun or not. */
  List<Power> everyOf(AccountId person) {
    return db.sql("select " + COLUMNS + " from supervision.supervisor s where s.account_id = :person and s.ended_at is null order by s.id")
        .param("person", person.value()).query(PowerTable::read).list();
  }

  /** Those whose time is over, at most 200. */
  List<Power> over(Instant now) {
    return db.sql("select %s from supervision.supervisor s where s.ended_at is null and s.until_at <= :now order by s.until_at limit 200 for update skip locked".formatted(COLUMNS))
        .param("now", at(now)).query(PowerTable::read).list();
  }

  /** Those in one's own right that end soon. */
  List<Power> ending(Instant now, Instant soon) {
    return db.sql("select %s from supervision.supervisor s where %s and s.until_at <= :soon and s.absence_id is null order by s.until_at limit 1000".formatted(COLUMNS, IN_FORCE))
        .param("now", at(now)).param("soon", at(soon)).query(PowerTable::read).list();
  }

  private static JdbcClient.StatementSpec where(JdbcClient.StatementSpec sql, Whereabouts where) {
    return sql.param("wilaya", where.wilaya() instanceof WilayaCode code ? code.value() : null).param("commune", where.commune() == null ? null : where.commune().value())
        .param("fields", where.fields().toArray(String[]::new));
  }

  private static JdbcClient.StatementSpec extent(JdbcClient.StatementSpec sql, Extent extent) {
    return sql.param("wilaya", extent.wilaya() instanceof WilayaCode code ? code.value() : null, Types.VARCHAR).param("daira", extent.daira(), Types.INTEGER)
        .param("field", extent.field(), Types.VARCHAR);
  }

  private static Power read(ResultSet row, int number) throws SQLException {
    String wilaya = row.getString("wilaya_code");
    Extent extent = new Extent(wilaya == null ? null : new WilayaCode(wilaya), row.getObject("daira_id", Integer.class), row.getString("field_code"));
    return new Power(row.getLong("id"), new AccountId(row.getLong("account_id")), extent, row.getObject("from_at", OffsetDateTime.class).toInstant(),
        row.getObject("until_at", OffsetDateTime.class).toInstant(), new AccountId(row.getLong("granted_by")), row.getObject("parent_id", Long.class),
        row.getObject("absence_id", Long.class));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atZone(Words.ZONE).toOffsetDateTime();
  }
}
