package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of notices and of the inbox. */
@Repository
class NoticeTable {

  private static final char ISOLATE = '\u2068';
  private static final char POP = '\u2069';

  private final JdbcClient db;

  NoticeTable(JdbcClient db) {
    this.db = db;
  }

  /** Nothing when this was told already. */
  Optional<Long> keep(Notice notice, @Nullable String onceKey) {
    AccountId to = notice.to();
    return db.sql("""
        insert into notices.notice (account_id, kind, title, body, link, language, once_key, made_at)
        values (:to, :kind, :title, :body, :link, :language, :once, :now)
        on conflict (once_key) do nothing
        returning id
        """)
        .param("to", to == null ? null : to.value(), java.sql.Types.BIGINT).param("kind", notice.kind()).param("title", notice.title())
        .param("body", notice.body()).param("link", notice.link()).param("language", notice.language().code()).param("once", onceKey)
        .param("now", Timestamp.from(notice.madeAt())).query(Long.class).optional();
  }

  void deliver(long notice, String channel, String address, Instant now, Instant from) {
    db.sql("insert into notices.delivery (notice_id, channel, address, made_at, next_try) values (:notice, :channel, :address, :now, :from)")
        .param("notice", notice).param("channel", channel).param("address", address)
        .param("now", Timestamp.from(now)).param("from", Timestamp.from(from)).update();
  }

  int unread(AccountId of) {
    return db.sql("select count(*) from notices.notice where account_id = :of and read_at is null").param("of", of.value())
        .query(Integer.class).single();
  }

  int count(AccountId of) {
    return db.sql("select count(*) from notices.notice where account_id = :of").param("of", of.value()).query(Integer.class).single();
  }

  List<Notice> page(AccountId of, int size, int offset) {
    return db.sql("""
        select id, account_id, kind, title, body, link, language, made_at, read_at
        from notices.notice
        where account_id = :of
        order by made_at desc, id desc
        limit :size offset :offset
        """).param("of", of.value()).param("size", size).param("offset", offset).query(NoticeTable::notice).list();
  }

  Optional<Notice> find(AccountId of, long id) {
    return db.sql("""
        select id, account_id, kind, title, body, link, language, made_at, read_at
        from notices.notice
        where account_id = :of and id = :id
        """).param("of", of.value()).param("id", id).query(NoticeTable::notice).optional();
  }

  void read(AccountId of, long id, Instant now) {
    db.sql("update notices.notice set read_at = :now where account_id = :of and id = :id and read_at is null")
        .param("of", of.value()).param("id", id).param("now", Timestamp.from(now)).update();
  }

  void readAll(AccountId of, Instant now) {
    db.sql("update notices.notice set read_at = :now where account_id = :of and read_at is null")
        .param("of", of.value()).param("now", Timestamp.from(now)).update();
  }

  /** The person left: what was said to them goes with them. */
  void erase(AccountId of) {
    db.sql("delete from notices.delivery where notice_id in (select id from notices.notice where account_id = :of)").param("of", of.value()).update();
    db.sql("delete from notices.notice where account_id = :of").param("of", of.value()).update();
  }

  /** What was sent to these contacts, also before there was an account. */
  void eraseLetters(List<String> contacts) {
    List<Long> letters = db.sql("delete from notices.delivery where address = any(:contacts) returning notice_id").param("contacts", contacts.toArray(String[]::new))
        .query((row, number) -> row.getLong("notice_id")).list();
    db.sql("delete from notices.notice n where n.id = any(:ids) and not exists (select from notices.delivery d where d.notice_id = n.id)")
        .param("ids", letters.toArray(Long[]::new)).update();
  }

  /** Texts hold a name between marks of direction: only a name that stands there whole is taken out. */
  void eraseName(String name) {
    String written = ISOLATE + name + POP;
    db.sql("""
        update notices.notice set title = replace(title, :written, :nobody), body = replace(body, :written, :nobody)
        where strpos(title, :written) > 0 or strpos(body, :written) > 0
        """).param("written", written).param("nobody", ISOLATE + "—" + POP).update();
  }

  private static Notice notice(ResultSet row, int number) throws SQLException {
    long account = row.getLong("account_id");
    Timestamp read = row.getTimestamp("read_at");
    return new Notice(row.getLong("id"), account == 0 ? null : new AccountId(account), row.getString("kind"), row.getString("title"),
        row.getString("body"), row.getString("link"), Language.of(row.getString("language")).orElse(Language.AR),
        row.getTimestamp("made_at").toInstant(), read == null ? null : read.toInstant());
  }
}
