package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of absences. */
@Repository
class AbsenceTable {

  private static final String COLUMNS = "a.id, a.account_id, a.stand_in_id, a.from_at, a.until_at, a.made_by, a.begun_at, a.ended_at, a.returned_at";

  private static final String OPEN = "a.ended_at is null and a.until_at > :now";

  private final JdbcClient db;

  AbsenceTable(JdbcClient db) {
    this.db = db;
  }

  /** @throws org.springframework.dao.DataIntegrityViolationException when they are away already in some of that time */
  long add(AccountId person, AccountId standIn, Instant from, Instant until, AccountId by, Instant now) {
    return db.sql("""
        insert into supervision.absence (account_id, stand_in_id, from_at, until_at, made_by, made_at)
        values (:person, :standIn, :from, :until, :by, :now)
        returning id
        """).param("person", person.value()).param("standIn", standIn.value()).param("from", at(from)).param("until", at(until)).param("by", by.value())
        .param("now", at(now)).query(Long.class).single();
  }

  Optional<Absence> find(long id) {
    return db.sql("select %s from supervision.absence a where a.id = :id".formatted(COLUMNS)).param("id", id).query(AbsenceTable::read).optional();
  }

  /** Locks it, so that one node begins or ends it. */
  Optional<Absence> lock(long id) {
    return db.sql("select %s from supervision.absence a where a.id = :id for update".formatted(COLUMNS)).param("id", id).query(AbsenceTable::read).optional();
  }

  Optional<Absence> underWay(AccountId person, Instant now) {
    return db.sql("select %s from supervision.absence a where a.account_id = :person and a.from_at <= :now and %s".formatted(COLUMNS, OPEN))
        .param("person", person.value()).param("now", at(now)).query(AbsenceTable::read).optional();
  }

  /** Whether somebody is away, or stands in for somebody, in some of that time. */
  boolean away(AccountId person, Instant from, Instant until) {
    return overlaps("account_id", person, from, until);
  }

  boolean standsIn(AccountId person, Instant from, Instant until) {
    return overlaps("stand_in_id", person, from, until);
  }

  private boolean overlaps(String column, AccountId person, Instant from, Instant until) {
    return db.sql("select exists (select from supervision.absence a where a.%s = :person and a.ended_at is null and a.from_at < :until and a.until_at > :from)".formatted(column))
        .param("person", person.value()).param("from", at(from)).param("until", at(until)).query(Boolean.class).single();
  }

  /** Those of these people, or in which they stand in: what is open first, then the newest; at most 100. */
  List<Absence> of(List<AccountId> people, Instant now) {
    return db.sql("""
        select %s from supervision.absence a
        where a.account_id = any(:people) or a.stand_in_id = any(:people)
        order by (%s) desc, a.from_at desc, a.id desc limit 100
        """.formatted(COLUMNS, OPEN)).param("people", people.stream().map(AccountId::value).toArray(Long[]::new)).param("now", at(now)).query(AbsenceTable::read).list();
  }

  /** Those whose time has come and whose matters have not gone over. */
  List<Long> toBegin(Instant now) {
    return db.sql("select a.id from supervision.absence a where a.begun_at is null and a.from_at <= :now and %s order by a.id limit 100".formatted(OPEN))
        .param("now", at(now)).query((row, number) -> row.getLong(1)).list();
  }

  /** Those that are over and whose matters have not come back. */
  List<Long> toReturn(Instant now) {
    return db.sql("select a.id from supervision.absence a where a.returned_at is null and (a.until_at <= :now or a.ended_at is not null) order by a.id limit 100")
        .param("now", at(now)).query((row, number) -> row.getLong(1)).list();
  }

  void begun(long id, Instant now) {
    db.sql("update supervision.absence set begun_at = :now where id = :id").param("now", at(now)).param("id", id).update();
  }

  void returned(long id, Instant now) {
    db.sql("update supervision.absence set returned_at = :now where id = :id").param("now", at(now)).param("id", id).update();
  }

  boolean end(long id, Instant now) {
    return db.sql("update supervision.absence a set ended_at = :now where a.id = :id and %s".formatted(OPEN)).param("now", at(now)).param("id", id).update() == 1;
  }

  /** Everything that somebody who leaves was part of is called off. */
  void endAllOf(AccountId person, Instant now) {
    db.sql("update supervision.absence a set ended_at = :now where (a.account_id = :person or a.stand_in_id = :person) and %s".formatted(OPEN))
        .param("now", at(now)).param("person", person.value()).update();
  }

  /** The powers by which somebody stands in. */
  List<Long> powers(long absence) {
    return db.sql("select s.id from supervision.supervisor s where s.absence_id = :id and s.ended_at is null").param("id", absence).query((row, number) -> row.getLong(1)).list();
  }

  private static Absence read(ResultSet row, int number) throws SQLException {
    return new Absence(row.getLong("id"), new AccountId(row.getLong("account_id")), new AccountId(row.getLong("stand_in_id")), moment(row, "from_at"),
        moment(row, "until_at"), new AccountId(row.getLong("made_by")), perhaps(row, "begun_at"), perhaps(row, "ended_at"), perhaps(row, "returned_at"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant perhaps(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
