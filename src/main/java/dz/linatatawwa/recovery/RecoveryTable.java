package dz.linatatawwa.recovery;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of requests to come back. */
@Repository
class RecoveryTable {

  private static final String OPEN = """
      select r.id, r.account_id, r.contact, r.reference, r.asked_at, r.ends_at, r.opens_at
      from recovery.request r
      where r.stopped_at is null and r.done_at is null and (r.vouched_at is not null or r.ends_at > :now)
      """;

  private final JdbcClient db;

  RecoveryTable(JdbcClient db) {
    this.db = db;
  }

  /** @throws org.springframework.dao.DuplicateKeyException when another request for the account was made in the same moment */
  void ask(AccountId account, Contact contact, String reference, Instant now, Instant ends) {
    db.sql("insert into recovery.request (account_id, contact, reference, asked_at, ends_at) values (:account, :contact, :reference, :now, :ends)")
        .param("account", account.value()).param("contact", contact.text()).param("reference", reference).param("now", Timestamp.from(now))
        .param("ends", Timestamp.from(ends)).update();
  }

  int askedSince(AccountId account, Instant moment) {
    return db.sql("select count(*) from recovery.request where account_id = :account and asked_at > :moment").param("account", account.value())
        .param("moment", Timestamp.from(moment)).query(Integer.class).single();
  }

  Optional<Recovery> of(Contact contact, Instant now) {
    return db.sql(OPEN + " and r.contact = :contact order by r.asked_at desc limit 1").param("contact", contact.text()).param("now", Timestamp.from(now))
        .query(RecoveryTable::read).optional();
  }

  /** A request for whose person this organisation once had a place. */
  Optional<Recovery> known(String reference, OrganizationId organization, Instant now) {
    return db.sql(OPEN + """
         and r.reference = :reference and r.vouched_at is null
          and exists (select from participation.seated s join participation.shift_facts f on f.shift_id = s.shift_id
            where s.volunteer_id = r.account_id and f.organization_id = :organization and f.starts_at < :now)
        """).param("reference", reference).param("organization", organization.value()).param("now", Timestamp.from(now)).query(RecoveryTable::read).optional();
  }

  int vouchedSince(AccountId coordinator, Instant moment) {
    return db.sql("select count(*) from recovery.request where vouched_by = :by and vouched_at > :moment").param("by", coordinator.value())
        .param("moment", Timestamp.from(moment)).query(Integer.class).single();
  }

  /** Of two who vouch at once, one does. */
  boolean vouch(long id, AccountId by, OrganizationId organization, Instant now, Instant opens, byte[] stopHash) {
    return db.sql("""
        update recovery.request
        set vouched_at = :now, vouched_by = :by, organization_id = :organization, opens_at = :opens, stop_hash = :stop
        where id = :id and vouched_at is null and stopped_at is null and done_at is null and ends_at > :now
        """).param("now", Timestamp.from(now)).param("by", by.value()).param("organization", organization.value()).param("opens", Timestamp.from(opens))
        .param("stop", stopHash).param("id", id).update() == 1;
  }

  boolean waits(byte[] stopHash) {
    return db.sql("select exists (select from recovery.request where stop_hash = :stop and stopped_at is null and done_at is null)").param("stop", stopHash)
        .query(Boolean.class).single();
  }

  boolean stop(byte[] stopHash, Instant now) {
    return db.sql("update recovery.request set stopped_at = :now, stopped_by = 'owner' where stop_hash = :stop and stopped_at is null and done_at is null")
        .param("now", Timestamp.from(now)).param("stop", stopHash).update() == 1;
  }

  /** @param by owner, came-in, again, withdrawn */
  int stopAll(AccountId account, String by, Instant now) {
    return db.sql("update recovery.request set stopped_at = :now, stopped_by = :by where account_id = :account and stopped_at is null and done_at is null")
        .param("now", Timestamp.from(now)).param("by", by).param("account", account.value()).update();
  }

  /** Of several at once, one comes in. */
  boolean done(long id, Instant now) {
    return db.sql("update recovery.request set done_at = :now where id = :id and opens_at <= :now and stopped_at is null and done_at is null")
        .param("now", Timestamp.from(now)).param("id", id).update() == 1;
  }

  int sweep(Instant before) {
    return db.sql("delete from recovery.request where id in (select id from recovery.request where asked_at < :before order by asked_at limit 1000)")
        .param("before", Timestamp.from(before)).update();
  }

  private static Recovery read(ResultSet row, int number) throws SQLException {
    return new Recovery(row.getLong("id"), new AccountId(row.getLong("account_id")), Contact.of(row.getString("contact")), row.getString("reference"),
        row.getTimestamp("asked_at").toInstant(), row.getTimestamp("ends_at").toInstant(), row.getTimestamp("opens_at") instanceof Timestamp opens ? opens.toInstant() : null);
  }
}
