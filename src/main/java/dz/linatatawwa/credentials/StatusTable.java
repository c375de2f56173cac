package dz.linatatawwa.credentials;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The status lists: which bits are taken, and which are set. */
@Repository
class StatusTable {

  private final JdbcClient db;

  StatusTable(JdbcClient db) {
    this.db = db;
  }

  /** @param revision  rises with every bit that is set
   *  @param changedAt when the last bit was set, in whole seconds */
  record Edition(int number, long revision, Instant changedAt) {}

  /** The number of the newest list and how many bits of it are taken. */
  record Newest(int number, long taken) {}

  Newest newest() {
    return db.sql("""
        select l.number, (select count(*) from credentials.credential c where c.list = l.number) as taken
        from credentials.status_list l order by l.number desc limit 1
        """).query((row, n) -> new Newest(row.getInt("number"), row.getLong("taken"))).optional().orElse(new Newest(1, 0));
  }

  Optional<Edition> edition(int number) {
    return db.sql("select revision, changed_at from credentials.status_list where number = :number").param("number", number)
        .query((row, n) -> new Edition(number, row.getLong("revision"), row.getTimestamp("changed_at").toInstant())).optional();
  }

  /** The bits that are set. */
  BitSet revoked(int number) {
    BitSet bits = new BitSet(StatusBits.SIZE);
    db.sql("select position from credentials.credential where list = :number and revoked_at is not null").param("number", number).query(row -> {
      bits.set(row.getInt("position"));
    });
    return bits;
  }
}
