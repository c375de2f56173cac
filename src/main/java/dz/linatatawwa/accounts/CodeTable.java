package dz.linatatawwa.accounts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of one-time codes. */
@Repository
class CodeTable {

  /** One try at a code, counted before it is compared, so that many at once cannot get more tries. */
  record Attempt(long id, Contact contact, byte[] codeHash, int number) {}

  private final JdbcClient db;

  CodeTable(JdbcClient db) {
    this.db = db;
  }

  void keep(Contact contact, byte[] ticketHash, byte[] codeHash, String from, Instant now, Instant until) {
    db.sql("""
        insert into accounts.one_time_code (contact, ticket_hash, code_hash, requested_at, requested_from, expires_at)
        values (:contact, :ticket, :code, :now, :from, :until)
        """)
        .param("contact", contact.text()).param("ticket", ticketHash).param("code", codeHash)
        .param("now", Timestamp.from(now)).param("from", from).param("until", Timestamp.from(until)).update();
  }

  Optional<Attempt> attempt(byte[] ticketHash, Instant now, int tries) {
    return db.sql("""
        update accounts.one_time_code
        set attempts = attempts + 1
        where ticket_hash = :ticket and used_at is null and expires_at > :now and attempts < :tries
        returning id, contact, code_hash, attempts
        """)
        .param("ticket", ticketHash).param("now", Timestamp.from(now)).param("tries", tries)
        .query((row, n) -> new Attempt(row.getLong("id"), Contact.of(row.getString("contact")), row.getBytes("code_hash"), row.getInt("attempts")))
        .optional();
  }

  /** How many tries a code has had that may still be typed. */
  Optional<Integer> waiting(byte[] ticketHash, Instant now) {
    return db.sql("""
        select attempts
        from accounts.one_time_code
        where ticket_hash = :ticket and used_at is null and expires_at > :now and attempts < 5
        """).param("ticket", ticketHash).param("now", Timestamp.from(now)).query(Integer.class).optional();
  }

  boolean use(long id, Instant now) {
    return db.sql("update accounts.one_time_code set used_at = :now where id = :id and used_at is null")
        .param("id", id).param("now", Timestamp.from(now)).update() == 1;
  }

  Optional<Contact> asked(byte[] ticketHash, Instant now) {
    return db.sql("select contact from accounts.one_time_code where ticket_hash = :ticket and used_at is null and expires_at > :now")
        .param("ticket", ticketHash).param("now", Timestamp.from(now)).query(String.class).optional().map(Contact::of);
  }

  Optional<Contact> proved(byte[] ticketHash, Instant since) {
    return db.sql("select contact from accounts.one_time_code where ticket_hash = :ticket and used_at > :since and spent_at is null")
        .param("ticket", ticketHash).param("since", Timestamp.from(since)).query(String.class).optional().map(Contact::of);
  }

  Optional<Contact> spend(byte[] ticketHash, Instant now, Instant since) {
    return db.sql("""
        update accounts.one_time_code
        set spent_at = :now
        where ticket_hash = :ticket and used_at > :since and spent_at is null
        returning contact
        """)
        .param("ticket", ticketHash).param("now", Timestamp.from(now)).param("since", Timestamp.from(since))
        .query(String.class).optional().map(Contact::of);
  }

  /** Of the codes that left for a range of numbers: how many there were, and how many were typed. */
  record Share(int sent, int typed) {}

  Share share(String range, Instant since, Instant until) {
    return db.sql("""
        select count(*) as sent, count(used_at) as typed
        from accounts.one_time_code
        where expires_at > :since and requested_at between :since and :until and left(contact, :length) = :range
        """).param("since", Timestamp.from(since)).param("until", Timestamp.from(until)).param("range", range).param("length", range.length())
        .query((row, n) -> new Share(row.getInt("sent"), row.getInt("typed"))).single();
  }

  void sweep(Instant before) {
    db.sql("delete from accounts.one_time_code where expires_at < :before").param("before", Timestamp.from(before)).update();
    db.sql("delete from accounts.challenge where expires_at < :before").param("before", Timestamp.from(before)).update();
  }
}
