package dz.linatatawwa.demo;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every message that the platform sends, newest first: in a demonstration nobody has a real mailbox. */
@Repository
@ConditionalOnProperty("linatatawwa.demo")
class Outbox {

  private static final int PAGE = 30;
  private static final int MOST = 200;

  private final JdbcClient db;

  Outbox(JdbcClient db) {
    this.db = db;
  }

  /** @param to one contact as people type it; empty for everybody */
  Slice<Message> page(String to, int number) {
    String contact = contact(to);
    long total = db.sql("select count(*) from notices.delivery where :to = '' or address = :to").param("to", contact).query(Long.class).single();
    return new Slice<>(some(contact, PAGE, (number - 1) * PAGE), number, PAGE, total);
  }

  /** The newest messages, for programs. */
  List<Message> newest(String to) {
    return some(contact(to), MOST, 0);
  }

  private List<Message> some(String contact, int size, int offset) {
    return db.sql("""
        select d.address, d.channel, n.title, n.body, d.made_at
        from notices.delivery d join notices.notice n on n.id = d.notice_id
        where :to = '' or d.address = :to
        order by d.made_at desc, d.id desc
        limit :size offset :offset
        """).param("to", contact).param("size", size).param("offset", offset).query(Outbox::message).list();
  }

  private static String contact(String typed) {
    return Contact.parse(typed).map(Contact::text).orElse(typed.strip());
  }

  private static Message message(ResultSet row, int number) throws SQLException {
    return new Message(row.getString("address"), row.getString("channel"), row.getString("title"), row.getString("body"), row.getTimestamp("made_at").toInstant());
  }
}
