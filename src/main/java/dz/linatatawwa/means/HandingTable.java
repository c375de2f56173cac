package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.language.LocalName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of handing over and taking back. */
@Repository
class HandingTable {

  private static final String SELECT = """
      select m.booking_id, g.name_ar, g.name_fr, m.kind, m.condition, m.words, m.file_id, m.moved_by, m.moved_at
      from means.movement m
      join means.booking b on b.id = m.booking_id
      join organizations.organization g on g.id = b.organization_id
      """;

  private final JdbcClient db;

  HandingTable(JdbcClient db) {
    this.db = db;
  }

  void insert(BookingId booking, String key, boolean out, Wear wear, String words, @Nullable FileId picture, AccountId by) {
    db.sql("""
        insert into means.movement (booking_id, key, kind, condition, words, file_id, moved_by) values (:booking, :key, :kind, :wear, :words, :file, :by)
        """).param("booking", booking.value()).param("key", key).param("kind", out ? "out" : "in").param("wear", wear.code()).param("words", words)
        .param("file", picture == null ? null : picture.value()).param("by", by.value()).update();
  }

  boolean exists(BookingId booking, String key) {
    return db.sql("select exists (select from means.movement where booking_id = :booking and key = :key)").param("booking", booking.value()).param("key", key)
        .query(Boolean.class).single();
  }

  List<Handing> of(BookingId booking) {
    return db.sql(SELECT + "where m.booking_id = :id order by m.id").param("id", booking.value()).query((row, i) -> handing(row)).list();
  }

  /** The latest first; at most 100. */
  List<Handing> of(ThingId thing) {
    return db.sql(SELECT + "where b.thing_id = :id order by m.id desc limit 100").param("id", thing.value()).query((row, i) -> handing(row)).list();
  }

  private static Handing handing(ResultSet row) throws SQLException {
    UUID file = row.getObject("file_id", UUID.class);
    return new Handing(new BookingId(row.getLong("booking_id")), new LocalName(row.getString("name_ar"), row.getString("name_fr"), null), row.getString("kind").equals("out"),
        Wear.of(row.getString("condition")).orElseThrow(), row.getString("words"), file == null ? null : new FileId(file), new AccountId(row.getLong("moved_by")),
        Sql.at(row, "moved_at"));
  }
}
