package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of mergers. */
@Repository
class MergerTable {

  private static final String SELECT = "select id, goes, stays, made_at, made_by, words, was, undone_at from organizations.merger ";

  private final JdbcClient db;

  MergerTable(JdbcClient db) {
    this.db = db;
  }

  /** One merger.
   *  @param was the state into which the one that goes comes back */
  record Row(long id, OrganizationId goes, OrganizationId stays, Instant madeAt, AccountId madeBy, String words, OrganizationState was, boolean undone) {}

  long insert(OrganizationId goes, OrganizationId stays, AccountId by, String words, OrganizationState was, Instant now) {
    return db.sql("insert into organizations.merger (goes, stays, made_at, made_by, words, was) values (:goes, :stays, :now, :by, :words, :was) returning id")
        .param("goes", goes.value()).param("stays", stays.value()).param("now", OrganizationRow.at(now)).param("by", by.value()).param("words", words)
        .param("was", was.code()).query(Long.class).single();
  }

  void moved(long merger, String what, List<Long> numbers) {
    if (numbers.isEmpty()) return;
    db.sql("insert into organizations.moved (merger_id, what, number) select :merger, :what, unnest(cast(:numbers as bigint[]))").param("merger", merger)
        .param("what", what).param("numbers", numbers.toArray(Long[]::new)).update();
  }

  List<Long> moved(long merger, String what) {
    return db.sql("select number from organizations.moved where merger_id = :merger and what = :what order by number").param("merger", merger).param("what", what)
        .query((row, n) -> row.getLong(1)).list();
  }

  /** Waits until nobody else undoes it. */
  Optional<Row> lock(long id) {
    return db.sql(SELECT + "where id = :id for update").param("id", id).query((row, n) -> read(row)).optional();
  }

  void undone(long id, AccountId by, Instant now) {
    db.sql("update organizations.merger set undone_at = :now, undone_by = :by where id = :id").param("now", OrganizationRow.at(now)).param("by", by.value())
        .param("id", id).update();
  }

  /** What was merged into an organisation and stands, the newest first. */
  List<Row> into(OrganizationId stays) {
    return db.sql(SELECT + "where stays = :id and undone_at is null order by id desc limit 50").param("id", stays.value()).query((row, n) -> read(row)).list();
  }

  void become(OrganizationId goes, OrganizationId stays, AccountId by, Instant now) {
    db.sql("""
        update organizations.organization set state = 'merged', merged_into = :stays, state_since = :now, state_by = :by
        where id = :goes
        """).param("stays", stays.value()).param("now", OrganizationRow.at(now)).param("by", by.value()).param("goes", goes.value()).update();
  }

  void part(OrganizationId goes, OrganizationState was, AccountId by, Instant now) {
    db.sql("update organizations.organization set state = :was, merged_into = null, state_since = :now, state_by = :by where id = :goes").param("was", was.code())
        .param("now", OrganizationRow.at(now)).param("by", by.value()).param("goes", goes.value()).update();
  }

  Optional<OrganizationId> into(long goes) {
    return db.sql("select merged_into from organizations.organization where id = :id and merged_into is not null").param("id", goes).query(Long.class).optional()
        .map(OrganizationId::new);
  }

  /** Those whose receipt or phone is the same; what is empty is the same as nothing. */
  List<Organization> sameMarks(Organization of) {
    String receipt = of.profile().receipt().number();
    return db.sql("select " + OrganizationRow.COLUMNS + """
        from organizations.organization o
        where o.id <> :id and o.state not in ('draft', 'merged') and (
          regexp_replace(o.receipt_number, '[^0-9A-Za-z]', '', 'g') = nullif(regexp_replace(cast(:receipt as text), '[^0-9A-Za-z]', '', 'g'), '') and o.receipt_number is not null
          or o.phone = cast(:phone as text) and o.phone is not null)
        order by o.id limit 20
        """).param("id", of.id().value()).param("receipt", receipt).param("phone", of.profile().reach().phone()).query(OrganizationRow::read).list();
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(row.getLong("id"), new OrganizationId(row.getLong("goes")), new OrganizationId(row.getLong("stays")), OrganizationRow.instant(row, "made_at"),
        new AccountId(row.getLong("made_by")), row.getString("words"), OrganizationState.of(row.getString("was")).orElseThrow(), row.getObject("undone_at") != null);
  }
}
