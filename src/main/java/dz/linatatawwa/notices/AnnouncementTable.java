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

  /** @param upTo     the number of the account that was told last
   *  @param audience whom it is for; null: everybody */
  record Going(Announcement announcement, long upTo, @Nullable String audience, String kind, boolean urgent) {}

  private static final String COLUMNS = """
      select id, title_ar, title_fr, title_en, body_ar, body_fr, body_en, link, made_at, told, finished_at, stopped_at, told_up_to, audience, kind, urgent
      from notices.announcement
      """;

  /** Keys of notices that are never told twice: {@code announcement:7:1234}. A semicolon follows a colon. */
  private static final String OF = " n.once_key >= 'announcement:' || :id || ':' and n.once_key < 'announcement:' || :id || ';' ";

  private final JdbcClient db;

  AnnouncementTable(JdbcClient db) {
    this.db = db;
  }

  /** @param to null: everybody */
  long add(AccountId by, LocalName title, LocalName body, @Nullable String link, @Nullable ToSome to, Instant now) {
    return db.sql("""
        insert into notices.announcement (title_ar, title_fr, title_en, body_ar, body_fr, body_en, link, made_at, made_by, audience, kind, urgent, not_before)
        values (:titleAr, :titleFr, :titleEn, :bodyAr, :bodyFr, :bodyEn, :link, :now, :by, :audience, :kind, :urgent, cast(:notBefore as timestamptz))
        returning id
        """).param("titleAr", title.ar()).param("titleFr", title.fr()).param("titleEn", title.en()).param("bodyAr", body.ar()).param("bodyFr", body.fr())
        .param("bodyEn", body.en()).param("link", link).param("now", Timestamp.from(now)).param("by", by.value())
        .param("audience", to == null ? null : to.audience()).param("kind", to == null ? Announcements.TO_EVERYBODY : to.kind()).param("urgent", to != null && to.urgent())
        .param("notBefore", to == null ? null : Timestamp.from(to.notBefore())).query(Long.class).single();
  }

  List<Announcement> page(int size, int offset) {
    return db.sql(COLUMNS + "where audience is null order by id desc limit :size offset :offset").param("size", size).param("offset", offset).query(AnnouncementTable::announcement).list();
  }

  long count() {
    return db.sql("select count(*) from notices.announcement where audience is null").query(Long.class).single();
  }

  Optional<Announcement> find(long id) {
    return db.sql(COLUMNS + "where id = :id").param("id", id).query(AnnouncementTable::announcement).optional();
  }

  Optional<Announcement> findToEverybody(long id) {
    return db.sql(COLUMNS + "where id = :id and audience is null").param("id", id).query(AnnouncementTable::announcement).optional();
  }

  /** The oldest that is under way, what presses first; the caller's until the end of its transaction. */
  Optional<Going> next(Instant now) {
    return db.sql(COLUMNS + """
        where finished_at is null and stopped_at is null and (not_before is null or not_before <= :now)
        order by urgent desc, id limit 1 for update skip locked
        """).param("now", Timestamp.from(now)).query((row, number) -> new Going(announcement(row, number), row.getLong("told_up_to"), row.getString("audience"),
            row.getString("kind"), row.getBoolean("urgent"))).optional();
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

  Announcement.Readers readers(long id) {
    return db.sql("select count(*) as told, count(n.read_at) as read from notices.notice n where" + OF).param("id", Long.toString(id)).query(Announcement.Readers.class).single();
  }

  /** Some of them, by number. */
  List<Announcement> findAll(List<Long> ids) {
    return db.sql(COLUMNS + "where id = any(:ids)").param("ids", ids.toArray(Long[]::new)).query(AnnouncementTable::announcement).list();
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
