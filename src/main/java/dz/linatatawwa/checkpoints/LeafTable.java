package dz.linatatawwa.checkpoints;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which entry has which place in the tree, and the salts that only this table knows. */
@Repository
class LeafTable {

  private static final String FACTS = """
      e.id, e.claim_id, e.reverses, e.volunteer_id, e.day, e.minutes, e.grade, e.organization_id, e.opportunity_id, e.field_code, e.activity_code,
      e.wilaya_code, e.commune_code, e.written_at, e.written_by, e.reason""";

  private final JdbcClient db;

  /** An entry without a place.
   *  @param erased its person has left: nothing private of it can be opened */
  record Waiting(Facts facts, boolean erased) {}

  /** A place in the tree.
   *  @param facts  null: the line is gone from the ledger
   *  @param salt   null: erased
   *  @param erased whether its person has left */
  record Placed(long position, long entry, @Nullable Facts facts, byte @Nullable [] salt, byte[] commitment, boolean erased) {}

  LeafTable(JdbcClient db) {
    this.db = db;
  }

  /** Committed entries above this number that have no place, the lowest number first. */
  List<Waiting> waiting(long above, int most) {
    return db.sql("select " + FACTS + """
        , p.account_id is not null as erased
        from hours.line e
        left join checkpoints.erased_person p on p.account_id = e.volunteer_id
        where e.id > :above and not exists (select 1 from checkpoints.leaf l where l.entry_id = e.id)
        order by e.id limit :most""")
        .param("above", above).param("most", most).query((row, number) -> new Waiting(facts(row), row.getBoolean("erased"))).list();
  }

  /** How many lines of the ledger have no place. */
  long waiting() {
    return db.sql("select count(*) from hours.line e where not exists (select 1 from checkpoints.leaf l where l.entry_id = e.id)")
        .query(Long.class).single();
  }

  /** Gives places from this one on, in the order of the list. */
  void place(long from, List<Placed> leaves) {
    ByteArrayOutputStream salts = new ByteArrayOutputStream(leaves.size() * Hashes.LENGTH);
    ByteArrayOutputStream commitments = new ByteArrayOutputStream(leaves.size() * Hashes.LENGTH);
    byte[] none = new byte[Hashes.LENGTH];
    for (Placed leaf : leaves) {
      salts.writeBytes(leaf.salt() == null ? none : leaf.salt());
      commitments.writeBytes(leaf.commitment());
    }
    db.sql("""
        insert into checkpoints.leaf (position, entry_id, salt, commitment)
        select :from + n - 1, entry, case when salted then substr(:salts, (n * 32 - 31)::integer, 32) end, substr(:commitments, (n * 32 - 31)::integer, 32)
        from unnest(cast(:entries as bigint[]), cast(:salted as boolean[])) with ordinality as p(entry, salted, n)""")
        .param("from", from).param("salts", salts.toByteArray()).param("commitments", commitments.toByteArray())
        .param("entries", leaves.stream().map(Placed::entry).toArray(Long[]::new))
        .param("salted", leaves.stream().map(leaf -> leaf.salt() != null).toArray(Boolean[]::new)).update();
  }

  /** The leaves of these places, with what the ledger says now. */
  List<Placed> placed(long from, int most) {
    return db.sql("select l.position, l.entry_id, l.salt, l.commitment, p.account_id is not null as erased, " + FACTS + """

        from checkpoints.leaf l
        left join hours.line e on e.id = l.entry_id
        left join checkpoints.erased_person p on p.account_id = e.volunteer_id
        where l.position >= :from order by l.position limit :most""")
        .param("from", from).param("most", most).query((row, number) -> placed(row)).list();
  }

  Optional<Placed> ofEntry(long entry) {
    return db.sql("select l.position, l.entry_id, l.salt, l.commitment, p.account_id is not null as erased, " + FACTS + """

        from checkpoints.leaf l
        join hours.line e on e.id = l.entry_id
        left join checkpoints.erased_person p on p.account_id = e.volunteer_id
        where l.entry_id = :entry""")
        .param("entry", entry).query((row, number) -> placed(row)).optional();
  }

  /** What is private of a person's entries can never be opened again; the tree stays as it is.
   *  @return how many salts were erased now */
  int erase(long person) {
    db.sql("insert into checkpoints.erased_person (account_id) values (:person) on conflict do nothing").param("person", person).update();
    return db.sql("""
        update checkpoints.leaf set salt = null
        where salt is not null and entry_id in (select id from hours.line where volunteer_id = :person)""").param("person", person).update();
  }

  private static Placed placed(ResultSet row) throws SQLException {
    return new Placed(row.getLong("position"), row.getLong("entry_id"), row.getObject("id") == null ? null : facts(row), row.getBytes("salt"),
        row.getBytes("commitment"), row.getBoolean("erased"));
  }

  private static Facts facts(ResultSet row) throws SQLException {
    return new Facts(row.getLong("id"), row.getLong("claim_id"), row.getObject("reverses", Long.class), row.getLong("volunteer_id"),
        row.getObject("day", LocalDate.class), row.getInt("minutes"), row.getString("grade"), row.getObject("organization_id", Long.class),
        row.getObject("opportunity_id", Long.class), row.getString("field_code"), row.getString("activity_code"), row.getString("wilaya_code"),
        row.getString("commune_code"), row.getObject("written_at", OffsetDateTime.class).toInstant(), row.getObject("written_by", Long.class),
        row.getString("reason"));
  }
}
