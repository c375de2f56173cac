package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of messages. */
@Repository
class MessageTable {

  static final int SIZE = 50;

  private static final String SELECT = """
      select m.id, m.mark, m.side, a.name as author, case when m.withheld_at is null then m.words else '' end as words, m.at, m.withheld_at is not null as withheld
      from messages.message m join accounts.account a on a.id = m.author_id
      """;

  private final JdbcClient db;

  MessageTable(JdbcClient db) {
    this.db = db;
  }

  /** What is to be known of one message by whoever decides on it. */
  record Found(long number, long conversation, ConversationId id, OrganizationId organization, AccountId volunteer, Side side, String title, boolean withheld) {}

  Optional<Found> find(UUID mark) {
    return db.sql("""
        select m.id, c.id as conversation, c.mark, c.organization_id, c.volunteer_id, m.side, coalesce(o.title, g.name_ar) as title, m.withheld_at is not null as withheld
        from messages.message m join messages.conversation c on c.id = m.conversation_id
        join organizations.organization g on g.id = c.organization_id left join opportunities.opportunity o on o.id = c.opportunity_id
        where m.mark = :mark
        """).param("mark", mark).query((row, n) -> new Found(row.getLong("id"), row.getLong("conversation"), new ConversationId(row.getObject("mark", UUID.class)),
            new OrganizationId(row.getLong("organization_id")), new AccountId(row.getLong("volunteer_id")), Side.of(row.getString("side")), row.getString("title"),
            row.getBoolean("withheld"))).optional();
  }

  /** The message that this form sent before. */
  Optional<Found> sent(AccountId author, UUID key) {
    return db.sql("select mark from messages.message where author_id = :author and key = :key").param("author", author.value()).param("key", key).query(UUID.class).optional()
        .flatMap(this::find);
  }

  /** @return its number; nothing when this form was sent before */
  Optional<Long> add(long conversation, Side side, AccountId author, String words, UUID key, Instant now) {
    return db.sql("""
        insert into messages.message (conversation_id, side, author_id, words, key, at) values (:conversation, :side, :author, :words, :key, :now) returning id
        """).param("conversation", conversation).param("side", side.code()).param("author", author.value()).param("words", words).param("key", key)
        .param("now", Sql.at(now)).query(Long.class).optional();
  }

  /** The newest before a number, the oldest of them first.
   *  @param before null: from the newest on */
  Stretch<Message> of(long conversation, @Nullable Long before) {
    List<Message> found = db.sql(SELECT + "where m.conversation_id = :conversation and m.id < :before order by m.id desc limit " + (SIZE + 1))
        .param("conversation", conversation).param("before", before == null ? Long.MAX_VALUE : before).query(MessageTable::read).list();
    Stretch<Message> stretch = Stretch.of(found, SIZE, one -> Long.toString(one.id()));
    List<Message> rows = new ArrayList<>(stretch.rows());
    Collections.reverse(rows);
    return new Stretch<>(rows, stretch.next());
  }

  /** One message with a few before and after it, also what is out of sight: for whoever has to decide. */
  List<Message> around(long conversation, long number, int each) {
    return db.sql("""
        select m.id, m.mark, m.side, a.name as author, m.words, m.at, m.withheld_at is not null as withheld
        from messages.message m join accounts.account a on a.id = m.author_id
        where m.conversation_id = :conversation
          and m.id between coalesce((select min(id) from (select id from messages.message where conversation_id = :conversation and id < :number order by id desc limit :each) b), :number)
                       and coalesce((select max(id) from (select id from messages.message where conversation_id = :conversation and id > :number order by id limit :each) f), :number)
        order by m.id
        """).param("conversation", conversation).param("number", number).param("each", each).query(MessageTable::read).list();
  }

  boolean withhold(UUID mark, Instant now) {
    return db.sql("update messages.message set withheld_at = :now where mark = :mark and withheld_at is null").param("now", Sql.at(now)).param("mark", mark).update() == 1;
  }

  boolean release(UUID mark) {
    return db.sql("update messages.message set withheld_at = null where mark = :mark and withheld_at is not null").param("mark", mark).update() == 1;
  }

  private static Message read(ResultSet row, int n) throws SQLException {
    return new Message(row.getLong("id"), row.getObject("mark", UUID.class), Side.of(row.getString("side")), row.getString("author"), row.getString("words"),
        Sql.at(row, "at"), row.getBoolean("withheld"));
  }
}
