package dz.linatatawwa.notices;

import dz.linatatawwa.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the queue of letters. */
@Repository
class LetterTable {

  private final JdbcClient db;

  LetterTable(JdbcClient db) {
    this.db = db;
  }

  /** Takes some letters that are due; until the given moment nobody else takes them. */
  List<Letter> take(Collection<String> channels, int many, Instant now, Instant mine) {
    return db.sql("""
        update notices.delivery d
        set tries = d.tries + 1, next_try = :mine
        from notices.notice n
        where n.id = d.notice_id and d.id in (
          select id
          from notices.delivery
          where sent_at is null and failed is null and next_try <= :now and channel = any(:channels)
          order by next_try
          limit :many
          for update skip locked)
        returning d.id, d.channel, d.address, d.tries, n.kind, n.title, n.body, n.link, n.language, n.made_at
        """)
        .param("mine", Timestamp.from(mine)).param("now", Timestamp.from(now)).param("channels", channels.toArray(String[]::new)).param("many", many)
        .query(LetterTable::letter).list();
  }

  void sent(long letter, Instant now) {
    db.sql("update notices.delivery set sent_at = :now where id = :id and sent_at is null").param("id", letter).param("now", Timestamp.from(now)).update();
  }

  void again(long letter, Instant when) {
    db.sql("update notices.delivery set next_try = :when where id = :id").param("id", letter).param("when", Timestamp.from(when)).update();
  }

  void givenUp(long letter, String why) {
    db.sql("update notices.delivery set failed = :why where id = :id").param("id", letter).param("why", why).update();
  }

  /** Takes the text out of a notice that held a code. */
  void wipe(long letter) {
    db.sql("update notices.notice set body = '' where id = (select notice_id from notices.delivery where id = :id)").param("id", letter).update();
  }

  /** Takes the text out of all codes that are older than this, sent or not. */
  void wipeCodes(Instant before) {
    db.sql("update notices.notice set body = '' where kind = 'code' and body <> '' and made_at < :before").param("before", Timestamp.from(before)).update();
    db.sql("""
        update notices.delivery
        set failed = 'too old'
        where sent_at is null and failed is null and made_at < :before
          and notice_id in (select id from notices.notice where kind = 'code' and body = '')
        """).param("before", Timestamp.from(before)).update();
  }

  /** Forgets letters to people without an account that are older than this. */
  void forgetStrangers(Instant before) {
    db.sql("delete from notices.delivery where notice_id in (select id from notices.notice where account_id is null and made_at < :before)")
        .param("before", Timestamp.from(before)).update();
    db.sql("delete from notices.notice where account_id is null and made_at < :before").param("before", Timestamp.from(before)).update();
  }

  /** How many letters of this channel wait. */
  int waiting(String channel) {
    return db.sql("select count(*) from notices.delivery where sent_at is null and failed is null and channel = :channel").param("channel", channel)
        .query(Integer.class).single();
  }

  private static Letter letter(ResultSet row, int number) throws SQLException {
    return new Letter(row.getLong("id"), row.getString("channel"), row.getString("address"), row.getInt("tries"), row.getString("kind"),
        row.getString("title"), row.getString("body"), row.getString("link"), Language.of(row.getString("language")).orElse(Language.AR),
        row.getTimestamp("made_at").toInstant());
  }
}
