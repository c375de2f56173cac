package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of testimonies that were sent in. */
@Repository
class SentTable {

  private static final String SENT = "select id, author_id, language, title, body, named, file_id, shows, people, sent_at, story_id, reason, withdrawn_at from stories.sent ";
  private static final String WAITING = "decided_at is null and withdrawn_at is null";

  private final JdbcClient db;

  SentTable(JdbcClient db) {
    this.db = db;
  }

  /** @return false when the same words of the same author wait already */
  boolean insert(AccountId author, SentDraft draft, int version, @Nullable FileId file, Instant now) {
    return db.sql("""
        insert into stories.sent (author_id, language, title, body, named, version, file_id, shows, people, sent_at)
        values (:author, :language, :title, :body, :named, :version, cast(:file as uuid), cast(:shows as text), :people, :now)
        on conflict do nothing
        """).param("author", author.value()).param("language", draft.language().code()).param("title", draft.title()).param("body", draft.body())
        .param("named", draft.whole() ? "whole" : "first").param("version", version).param("file", file == null ? null : file.value())
        .param("shows", file == null ? null : draft.shows()).param("people", draft.people()).param("now", StoryTable.at(now)).update() > 0;
  }

  /** Whether these words of this author wait already. */
  boolean waits(AccountId author, String body) {
    return db.sql("select exists (select from stories.sent where author_id = :author and md5(body) = md5(:body) and " + WAITING + ")").param("author", author.value()).param("body", body)
        .query(Boolean.class).single();
  }

  int waitingOf(AccountId author) {
    return db.sql("select count(*) from stories.sent where author_id = :author and " + WAITING).param("author", author.value()).query(Integer.class).single();
  }

  int waiting() {
    return db.sql("select count(*) from stories.sent where " + WAITING).query(Integer.class).single();
  }

  Optional<SentTestimony> find(long id) {
    return db.sql(SENT + "where id = :id").param("id", id).query(SentTable::read).optional();
  }

  /** Waits until nobody else decides it. */
  Optional<SentTestimony> lock(long id) {
    return db.sql(SENT + "where id = :id for update").param("id", id).query(SentTable::read).optional();
  }

  Optional<SentTestimony> of(StoryId story) {
    return db.sql(SENT + "where story_id = :story").param("story", story.value()).query(SentTable::read).optional();
  }

  List<SentTestimony> of(AccountId author) {
    return db.sql(SENT + "where author_id = :author order by id desc limit 50").param("author", author.value()).query(SentTable::read).list();
  }

  /** Those that wait, the latest first. @param before only those with a smaller number */
  List<SentTestimony> waiting(long before, int most) {
    return db.sql(SENT + "where id < :before and " + WAITING + " order by id desc limit :most").param("before", before).param("most", most).query(SentTable::read).list();
  }

  void taken(long id, StoryId story, AccountId by, Instant now) {
    db.sql("update stories.sent set story_id = :story, decided_at = :now, decided_by = :by where id = :id").param("story", story.value()).param("now", StoryTable.at(now))
        .param("by", by.value()).param("id", id).update();
  }

  void declined(long id, String reason, AccountId by, Instant now) {
    db.sql("update stories.sent set reason = :reason, decided_at = :now, decided_by = :by where id = :id").param("reason", reason).param("now", StoryTable.at(now))
        .param("by", by.value()).param("id", id).update();
  }

  void withdrawn(long id, Instant now) {
    db.sql("update stories.sent set withdrawn_at = :now where id = :id").param("now", StoryTable.at(now)).param("id", id).update();
  }

  /** @return false when the author heard it before, or took it back */
  boolean told(long id, Instant now) {
    return db.sql("update stories.sent set told_at = :now where id = :id and told_at is null and withdrawn_at is null").param("now", StoryTable.at(now)).param("id", id).update() > 0;
  }

  /** Takes away all that somebody sent; the files go by themselves. */
  void forget(AccountId author) {
    db.sql("delete from stories.sent where author_id = :author").param("author", author.value()).update();
  }

  private static SentTestimony read(ResultSet row, int number) throws SQLException {
    UUID file = row.getObject("file_id", UUID.class);
    Long story = row.getObject("story_id", Long.class);
    SentDraft draft = new SentDraft(Language.of(row.getString("language")).orElseThrow(), row.getString("title"), row.getString("body"), row.getString("named").equals("whole"),
        row.getString("shows"), row.getString("people"));
    return new SentTestimony(row.getLong("id"), new AccountId(row.getLong("author_id")), draft, file == null ? null : new FileId(file), StoryTable.instant(row, "sent_at"),
        story == null ? null : new StoryId(story), row.getString("reason"), StoryTable.instantOrNull(row, "withdrawn_at"));
  }
}
