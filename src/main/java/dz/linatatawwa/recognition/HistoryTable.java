package dz.linatatawwa.recognition;

import dz.linatatawwa.site.Slice;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of history of a badge. */
@Repository
class HistoryTable {

  private static final int PAGE = 50;

  private final JdbcClient db;

  HistoryTable(JdbcClient db) {
    this.db = db;
  }

  Slice<HistoryLine> of(long badge, int page) {
    long total = db.sql("select count(*) from recognition.line where definition_id = :badge").param("badge", badge).query((row, i) -> row.getLong(1)).single();
    List<HistoryLine> rows = db.sql("""
        select l.at, v.name, l.version, l.deed = 'given' as given, l.reason, l.words
        from recognition.line l join volunteers.public_volunteer v on v.id = l.volunteer_id
        where l.definition_id = :badge order by l.id desc limit :most offset :from""")
        .param("badge", badge).param("most", PAGE).param("from", (page - 1) * PAGE)
        .query((row, i) -> new HistoryLine(row.getTimestamp("at").toInstant(), row.getString("name"), row.getInt("version"), row.getBoolean("given"),
            row.getString("reason"), row.getString("words"))).list();
    return new Slice<>(rows, page, PAGE, total);
  }
}
