package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of announcements. */
@Repository
class AnnouncementTable {

  /** @param upTo the number of the account that was told last */
  record Going(Announcement announcement, long upTo) {}

  private static final String COLUMNS = """
      select id, title_ar, title_fr, title_en, body_ar, body_fr, body_en, link, made_at, told, finished_at, stopped_at, told_up_to
      from notices.announcement
      """;

  /** Keys of notices that are never told twice: {@code announcement:7:1234}. A semicolon follows a colon. */
  private static final String OF = " n.once_key >= 'announcement:' || :id || ':' and n.once_key < 'announcement:' || :id || ';' ";

  private final JdbcClient db;

  AnnouncementTable(JdbcClient db) {
    this.db = db;
  }

  long add(AccountId by, LocalName title, LocalName body, @Nullable String link, Instant now) {
    return db.sql("""
        insert into notices.announcement (title_ar, title_fr, title_en, body_ar, body_fr, body_en, link, made_at, made_by)
        values (:titleAr, :titleFr, :titleEn, :bodyAr, :bodyFr, :bodyEn, :link, :now, :by)
        returning id
        """).param("titleAr", title.ar()).param("titleFr", title.fr()).param("titleEn", title.en()).param("bodyAr", body.ar()).param("bodyFr", body.fr())
        .param("bodyEn", body.en()).param("link", link).param("now", Timestamp.from(now)).param("by", by.value()).query(Long.class).single();
  }

  List<Announcement> page(int size, int offset) {
    return db.sql(COLUMNS + "order by id desc limit :size offset :offset").param("size", size).param("offset", offset).query(AnnouncementTable::announcement).list();
  }

  long count() {
    return db.sql("select count(*) from notices.announcement").query(Long.class).single();
  }

  Optional<Announcement> find(long id) {
    return db.sql(COLUMNS + "where id = :id").param("id", id).query(AnnouncementTable::announcement).optional();
  }

  /** The oldest that is under way; the caller's until the end of its transaction. */
  Optional<Going> next() {
    return db.sql(COLUMNS + "where finished_at is null and stopped_at is null order by id limit 1 for update skip locked")
        .query((row, number) -> new Going(announcement(row, number), row.getLong("told_up_to"))).optional();
  }

  void told(long id, long upTo, int more) {
    db.sql("update notices.announcement set told_up_to = :upTo, told = told + :more where id = :id").param("upTo", upTo).param("more", more).param("id", id).update();
  }

  void finish(long id, Instant now) {
    db.sql("update notices.announcement set finished_at = :now where id = :id").param("now", Timestamp.from(now)).param("id", id).update();
  }

  /** @return false when it was stopped before, or is none */
  boolean stop(AccountId by, long id, Instant now) {
    return db.sql("update notices.announcement set stopped_at = :now, stopped_by = :by where id = :id and stopped_at is null")
        .param("now", Timestamp.from(now)).param("by", by.value()).param("id", id).update() > 0;
  }

  void stopLetters(long id) {
    db.sql("update notices.delivery d set failed = 'stopped' from notices.notice n where n.id = d.notice_id and d.sent_at is null and d.failed is null and" + OF)
        .param("id", Long.toString(id)).update();
    db.sql("delete from notices.held h using notices.notice n where n.id = h.notice_id and" + OF).param("id", Long.toString(id)).update();
  }

  Announcement.Letters letters(long id) {
    return db.sql("""
        select count(*) filter (where d.sent_at is null and d.failed is null) as waiting, count(*) filter (where d.sent_at is not null and d.failed is null) as sent,
               count(*) filter (where d.failed is not null) as failed
        from notices.notice n join notices.delivery d on d.notice_id = n.id
        where""" + OF).param("id", Long.toString(id)).query(Announcement.Letters.class).single();
  }

  private static Announcement announcement(ResultSet row, int number) throws SQLException {
    return new Announcement(row.getLong("id"), new LocalName(row.getString("title_ar"), row.getString("title_fr"), row.getString("title_en")),
        new LocalName(row.getString("body_ar"), row.getString("body_fr"), row.getString("body_en")), row.getString("link"), row.getTimestamp("made_at").toInstant(),
        row.getInt("told"), instant(row.getTimestamp("finished_at")), instant(row.getTimestamp("stopped_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
