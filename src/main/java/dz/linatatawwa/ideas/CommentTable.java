package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of comments. */
@Repository
class CommentTable {

  private static final int PAGE = 50;
  private static final String SELECT = """
      select c.id, c.idea_id, c.parent_id, c.author_id, case when c.removed_at is null and c.held_at is null then c.words else '' end as words, c.at, c.edited_at,
        coalesce(c.removed_by, case when c.held_at is not null then 'held' end) as gone
      from ideas.comment c
      """;

  private final JdbcClient db;

  CommentTable(JdbcClient db) {
    this.db = db;
  }

  /** @return nothing when this person said these very words here before */
  Optional<Long> insert(IdeaId idea, @Nullable Long parent, AccountId author, String words, Instant now) {
    return db.sql("""
        insert into ideas.comment (idea_id, parent_id, author_id, words, at) values (:idea, :parent, :author, :words, :now)
        on conflict do nothing returning id
        """).param("idea", idea.value()).param("parent", parent).param("author", author.value()).param("words", words).param("now", IdeaTable.at(now))
        .query(Long.class).optional();
  }

  Optional<Long> same(IdeaId idea, AccountId author, String words) {
    return db.sql("select id from ideas.comment where idea_id = :idea and author_id = :author and md5(words) = md5(:words) and removed_at is null")
        .param("idea", idea.value()).param("author", author.value()).param("words", words).query(Long.class).optional();
  }

  /** @return false when it was said too long ago, or is gone */
  boolean edit(long id, AccountId author, String words, Instant now) {
    return db.sql("""
        update ideas.comment set words = :words, edited_at = :now
        where id = :id and author_id = :author and removed_at is null and held_at is null and at > :oldest
        """).param("id", id).param("author", author.value()).param("words", words).param("now", IdeaTable.at(now))
        .param("oldest", IdeaTable.at(now.minus(Comment.EDITABLE))).update() == 1;
  }

  boolean remove(long id, String by, @Nullable String code, Instant now) {
    return db.sql("update ideas.comment set removed_at = :now, removed_by = :by, removed_code = :code, held_at = null where id = :id and removed_at is null")
        .param("id", id).param("by", by).param("code", code).param("now", IdeaTable.at(now)).update() == 1;
  }

  void held(long id, @Nullable Instant when) {
    db.sql("update ideas.comment set held_at = cast(:when as timestamptz) where id = :id and removed_at is null").param("id", id)
        .param("when", when == null ? null : IdeaTable.at(when)).update();
  }

  Optional<Comment> find(long id) {
    return db.sql(SELECT + "where c.id = :id").param("id", id).query(CommentTable::read).optional();
  }

  /** The words, also of what is held: for whoever has to decide on them. */
  String words(long id) {
    return db.sql("select words from ideas.comment where id = :id").param("id", id).query(String.class).single();
  }

  /** On which page of {@link #of} a comment stands. */
  int pageOf(IdeaId idea, long comment) {
    long before = db.sql("""
        select count(*) from ideas.comment c join ideas.comment it on it.id = :comment
        where c.idea_id = :idea and (c.thread, c.id) <= (it.thread, it.id) and (c.removed_at is null or c.parent_id is null)
        """).param("comment", comment).param("idea", idea.value()).query(Long.class).single();
    return (int) Math.max(1, (before + PAGE - 1) / PAGE);
  }

  /** The oldest first, each with its answers behind it. What is gone and was answered by nobody is left out. @param page from 1 */
  Slice<Comment> of(IdeaId idea, int page) {
    String where = """
        where c.idea_id = :idea
          and (c.removed_at is null or (c.parent_id is null and exists (select from ideas.comment r where r.idea_id = c.idea_id and r.thread = c.id and r.id <> c.id and r.removed_at is null)))
        """;
    long total = db.sql("select count(*) from ideas.comment c " + where).param("idea", idea.value()).query(Long.class).single();
    int number = Math.clamp(page, 1, (int) Math.max(1, (total + PAGE - 1) / PAGE));
    return new Slice<>(db.sql(SELECT + where + " order by c.thread, c.id limit :size offset :skip").param("idea", idea.value()).param("size", PAGE)
        .param("skip", (number - 1) * PAGE).query(CommentTable::read).list(), number, PAGE, total);
  }

  int saidSince(AccountId author, Instant since) {
    return db.sql("select count(*) from ideas.comment where author_id = :author and at > :since").param("author", author.value()).param("since", IdeaTable.at(since))
        .query(Integer.class).single();
  }

  private static Comment read(ResultSet row, int number) throws SQLException {
    Long author = row.getObject("author_id", Long.class);
    return new Comment(row.getLong("id"), new IdeaId(row.getLong("idea_id")), row.getObject("parent_id", Long.class), author == null ? null : new AccountId(author),
        row.getString("words"), IdeaTable.instant(row, "at"), IdeaTable.instantOrNull(row, "edited_at"), row.getString("gone"));
  }
}
