package dz.linatatawwa.accounts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of contacts: when each was last proved, what was put, released and taken back. */
@Repository
class ContactTable {

  /** A change that was taken back.
   *  @param before what stands there again; null: nothing */
  record Undone(AccountId account, String kind, @Nullable String before, String after) {}

  private final JdbcClient db;

  ContactTable(JdbcClient db) {
    this.db = db;
  }

  /** Whether the account has this contact and nobody has typed a code for it since a moment. */
  boolean unprovedSince(AccountId id, Contact contact, Instant moment) {
    return db.sql("select exists (select from accounts.account where id = :id and " + kind(contact) + " = :contact and " + kind(contact) + "_proved_at < :moment)")
        .param("id", id.value()).param("contact", contact.text()).param("moment", Timestamp.from(moment)).query(Boolean.class).single();
  }

  void prove(AccountId id, Contact contact, Instant now) {
    db.sql("update accounts.account set " + kind(contact) + "_proved_at = :now where id = :id and " + kind(contact) + " = :contact")
        .param("now", Timestamp.from(now)).param("id", id.value()).param("contact", contact.text()).update();
  }

  /** The account no longer has this contact.
   *  @return false when it had it no more */
  boolean release(AccountId id, Contact contact, Instant now) {
    return db.sql("update accounts.account set " + kind(contact) + " = null, released_at = :now where id = :id and " + kind(contact) + " = :contact and closed_at is null")
        .param("now", Timestamp.from(now)).param("id", id.value()).param("contact", contact.text()).update() == 1;
  }

  /** Keeps what became of a contact.
   *  @param tokenHash of what takes it back; null: nothing does */
  void keep(AccountId id, String kind, @Nullable String before, @Nullable String after, Instant now, byte @Nullable [] tokenHash, @Nullable Instant until) {
    db.sql("""
        insert into accounts.contact_change (account_id, kind, before, after, at, token_hash, undo_until)
        values (:account, :kind, :before, :after, :now, :token, :until)
        """).param("account", id.value()).param("kind", kind).param("before", before).param("after", after).param("now", Timestamp.from(now))
        .param("token", tokenHash).param("until", until == null ? null : Timestamp.from(until)).update();
  }

  /** Of which kind a change is that may still be taken back. */
  Optional<String> waiting(byte[] tokenHash, Instant now) {
    return db.sql("select kind from accounts.contact_change where token_hash = :token and undone_at is null and undo_until > :now")
        .param("token", tokenHash).param("now", Timestamp.from(now)).query(String.class).optional();
  }

  /** Of several at once, one takes the change back. */
  Optional<Undone> undo(byte[] tokenHash, Instant now) {
    return db.sql("""
        update accounts.contact_change
        set undone_at = :now
        where token_hash = :token and undone_at is null and undo_until > :now
        returning account_id, kind, before, after
        """).param("token", tokenHash).param("now", Timestamp.from(now))
        .query((row, n) -> new Undone(new AccountId(row.getLong("account_id")), row.getString("kind"), row.getString("before"), row.getString("after"))).optional();
  }

  /** Puts back what was there, unless somebody else has it by now; asleep: by itself it opens nothing. */
  void restore(Undone change, Instant now) {
    String kind = change.kind().equals("email") ? "email" : "phone";
    db.sql("update accounts.account a set " + kind + " = o.before, " + kind + "_proved_at = to_timestamp(0), released_at = coalesce(a.released_at, :now)"
            + " from (select case when not exists (select from accounts.account other where other." + kind + " = cast(:before as text)) then cast(:before as text) end as before) o"
            + " where a.id = :id and a." + kind + " = :after and a.closed_at is null")
        .param("before", change.before()).param("now", Timestamp.from(now)).param("id", change.account().value()).param("after", change.after()).update();
  }

  void hold(AccountId id, Instant until) {
    db.sql("update accounts.account set held_until = :until where id = :id").param("until", Timestamp.from(until)).param("id", id.value()).update();
  }

  Optional<Instant> heldUntil(AccountId id) {
    return db.sql("select held_until from accounts.account where id = :id and held_until is not null").param("id", id.value())
        .query((row, n) -> row.getTimestamp("held_until").toInstant()).optional();
  }

  void sweep(Instant before) {
    db.sql("delete from accounts.contact_change where at < :before").param("before", Timestamp.from(before)).update();
  }

  static String kind(Contact contact) {
    return contact instanceof Contact.Email ? "email" : "phone";
  }
}
