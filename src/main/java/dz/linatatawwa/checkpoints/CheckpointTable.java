package dz.linatatawwa.checkpoints;

import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checkpoints that were signed, and what witnesses signed beside them. */
@Repository
class CheckpointTable {

  static final int PAGE = 10;

  private static final String ROWS = """
      select c.size, c.root, c.note, c.signed_at, c.highest_entry,
        array(select w.witness from checkpoints.cosignature w where w.size = c.size order by w.made_at, w.witness) as witnesses,
        coalesce((select string_agg(w.line, '' order by w.made_at, w.witness) from checkpoints.cosignature w where w.size = c.size), '') as cosignatures
      from checkpoints.checkpoint c
      """;

  private final JdbcClient db;

  /** @param note         with the ledger's own signature
   *  @param cosignatures lines to be put below it */
  record Row(Checkpoint checkpoint, String note, String cosignatures, long highestEntry) {
    String whole() {
      return note + cosignatures;
    }
  }

  CheckpointTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Row> newest() {
    return db.sql(ROWS + "order by c.size desc limit 1").query((row, number) -> row(row)).optional();
  }

  Optional<Row> find(long size) {
    return db.sql(ROWS + "where c.size = :size").param("size", size).query((row, number) -> row(row)).optional();
  }

  /** Of the newest thousand that hold this place, the newest of those with most witnesses: how many there are in all makes no difference. */
  Optional<Row> bestOver(long position) {
    return db.sql(ROWS + """
        where c.size = coalesce(
          (select w.size from checkpoints.cosignature w
           where w.size > greatest(:position, (select k.size from checkpoints.checkpoint k where k.nth = (select max(nth) - 1000 from checkpoints.checkpoint)))
           group by w.size order by count(*) desc, w.size desc limit 1),
          (select max(n.size) from checkpoints.checkpoint n where n.size > :position))""")
        .param("position", position).query((row, number) -> row(row)).optional();
  }

  /** Greatest number of an entry that had its place before this moment; 0 when none had. */
  long highestEntryBefore(Instant moment) {
    return db.sql("select highest_entry from checkpoints.checkpoint where signed_at < :moment order by signed_at desc, size desc limit 1")
        .param("moment", Timestamp.from(moment)).query(Long.class).optional().orElse(0L);
  }

  /** The newest first. */
  Slice<Checkpoint> page(int page) {
    long all = count();
    List<Checkpoint> rows = db.sql(ROWS + "where c.nth <= :first order by c.nth desc limit :most").param("most", PAGE).param("first", all - (page - 1L) * PAGE)
        .query((row, number) -> row(row).checkpoint()).list();
    return new Slice<>(rows, page, PAGE, all);
  }

  /** The next ones after this size, the smallest first. */
  List<Row> after(long size, int most) {
    return db.sql(ROWS + "where c.size > :size order by c.size limit :most").param("size", size).param("most", most).query((row, number) -> row(row)).list();
  }

  long count() {
    return db.sql("select coalesce(max(nth), 0) from checkpoints.checkpoint").query(Long.class).single();
  }

  void insert(TreeHead head, String note, Instant now, long highestEntry) {
    db.sql("insert into checkpoints.checkpoint (size, root, note, signed_at, highest_entry) values (:size, :root, :note, :now, :highest)")
        .param("size", head.size()).param("root", head.root()).param("note", note).param("now", Timestamp.from(now)).param("highest", highestEntry).update();
  }

  /** @return whether this witness had not signed it yet */
  boolean cosign(long size, String witness, String line, Instant madeAt) {
    return db.sql("insert into checkpoints.cosignature (size, witness, line, made_at) values (:size, :witness, :line, :made) on conflict do nothing")
        .param("size", size).param("witness", witness).param("line", line).param("made", Timestamp.from(madeAt)).update() == 1;
  }

  /** The name under which the ledger signs: the one it began with. */
  String origin(String first) {
    db.sql("insert into checkpoints.origin (name) values (:name) on conflict do nothing").param("name", first).update();
    return db.sql("select name from checkpoints.origin").query(String.class).single();
  }

  Optional<String> origin() {
    return db.sql("select name from checkpoints.origin").query(String.class).optional();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(new Checkpoint(row.getLong("size"), row.getBytes("root"), row.getObject("signed_at", OffsetDateTime.class).toInstant(),
        Arrays.asList((String[]) row.getArray("witnesses").getArray())), row.getString("note"), row.getString("cosignatures"), row.getLong("highest_entry"));
  }
}
