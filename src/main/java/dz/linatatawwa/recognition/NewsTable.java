package dz.linatatawwa.recognition;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was given or taken and not told yet; and people to look at again. */
@Repository
class NewsTable {

  private final JdbcClient db;

  NewsTable(JdbcClient db) {
    this.db = db;
  }

  /** A line whose credential and notice are to come. @param minutes confirmed, in the grades that count; now */
  record News(long line, long badge, int version, long person, int nth, boolean given, String reason, @Nullable String words, boolean quiet, long minutes) {}

  /** Takes some out; they come back if the transaction fails.
   *  @param lines these, or null: any */
  List<News> take(@Nullable Collection<Long> lines, int atMost) {
    return db.sql("""
        with taken as (delete from recognition.news where line_id in (
            select line_id from recognition.news where cast(:lines as bigint[]) is null or line_id = any(:lines) order by line_id limit :most for update skip locked)
          returning line_id, quiet)
        select l.id, l.definition_id, l.version, l.volunteer_id, l.nth, l.deed = 'given', l.reason, l.words, t.quiet,
          coalesce((select sum(h.minutes) from hours.volunteer_hours h where h.volunteer_id = l.volunteer_id and h.grade in ('A', 'B', 'C')), 0)
        from taken t join recognition.line l on l.id = t.line_id order by l.id""")
        .param("lines", lines == null ? null : lines.toArray(Long[]::new)).param("most", atMost)
        .query((row, i) -> new News(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getInt(5), row.getBoolean(6), row.getString(7),
            row.getString(8), row.getBoolean(9), row.getLong(10))).list();
  }

  /** Everybody who was in a shift or led it is to be looked at again. */
  void dueOfShift(long shift) {
    db.sql("""
        insert into recognition.due (volunteer_id)
        select e.volunteer_id from attendance.event e where e.shift_id = :shift
        union select h.volunteer_id from recognition.holding h join participation.presence p on p.volunteer_id = h.volunteer_id
          where p.shift_id = :shift and h.withdrawn_at is null
        union select l.account_id from attendance.led l join volunteers.public_volunteer v on v.id = l.account_id where l.shift_id = :shift
        on conflict do nothing""").param("shift", shift).update();
  }

  List<Long> takeDue(int atMost) {
    return db.sql("""
        delete from recognition.due where volunteer_id in (select volunteer_id from recognition.due order by volunteer_id limit :most for update skip locked)
        returning volunteer_id""").param("most", atMost).query((row, i) -> row.getLong(1)).list();
  }
}
