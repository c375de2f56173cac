package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of accounts and consents. */
@Repository
class AccountTable {

  private static final String COLUMNS = "id, name, email, phone, language, administrator, created_at";

  private final JdbcClient db;

  AccountTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Account> find(AccountId id) {
    return db.sql("select " + COLUMNS + " from accounts.account where id = :id and closed_at is null")
        .param("id", id.value()).query(AccountTable::account).optional();
  }

  Map<AccountId, Account> findAll(Collection<AccountId> ids) {
    Map<AccountId, Account> found = new HashMap<>();
    db.sql("select " + COLUMNS + " from accounts.account where id = any(:ids) and closed_at is null").param("ids", array(ids))
        .query(AccountTable::account).list().forEach(account -> found.put(account.id(), account));
    return found;
  }

  Map<AccountId, String> names(Collection<AccountId> ids) {
    Map<AccountId, String> names = new HashMap<>();
    db.sql("select id, name from accounts.account where id = any(:ids)").param("ids", array(ids))
        .query((row, n) -> Map.entry(new AccountId(row.getLong(1)), row.getString(2))).list()
        .forEach(name -> names.put(name.getKey(), name.getValue()));
    return names;
  }

  Set<AccountId> seenSince(Collection<AccountId> ids, Instant moment) {
    return new HashSet<>(db.sql("select distinct account_id from accounts.session where account_id = any(:ids) and seen_at >= :moment")
        .param("ids", array(ids)).param("moment", Timestamp.from(moment)).query((row, n) -> new AccountId(row.getLong(1))).list());
  }

  Optional<AccountId> findBy(Contact contact) {
    return db.sql("select id from accounts.account where " + column(contact) + " = :contact and closed_at is null")
        .param("contact", contact.text()).query(Long.class).optional().map(AccountId::new);
  }

  /** Nothing when the contact has an account already. */
  Optional<AccountId> open(Contact contact, String name, Language language) {
    return db.sql("insert into accounts.account (name, " + column(contact) + ", language) values (:name, :contact, :language)"
            + " on conflict do nothing returning id")
        .param("name", name).param("contact", contact.text()).param("language", language.code())
        .query(Long.class).optional().map(AccountId::new);
  }

  /** An account without a contact, kept by the leader of a group. */
  AccountId openEntrusted(String name, Language language) {
    return new AccountId(db.sql("insert into accounts.account (name, language, entrusted) values (:name, :language, true) returning id").param("name", name)
        .param("language", language.code()).query(Long.class).single());
  }

  boolean isEntrusted(AccountId id) {
    return db.sql("select exists (select from accounts.account where id = :id and entrusted and closed_at is null)").param("id", id.value())
        .query(Boolean.class).single();
  }

  /** @return false when it is not entrusted any more */
  boolean handOver(AccountId id, Contact contact) {
    return db.sql("update accounts.account set " + column(contact) + " = :contact, entrusted = false where id = :id and entrusted and closed_at is null")
        .param("contact", contact.text()).param("id", id.value()).update() == 1;
  }

  void rename(AccountId id, String name) {
    db.sql("update accounts.account set name = :name where id = :id and closed_at is null").param("name", name).param("id", id.value()).update();
  }

  void speak(AccountId id, Language language) {
    db.sql("update accounts.account set language = :language where id = :id").param("language", language.code()).param("id", id.value()).update();
  }

  /** @throws org.springframework.dao.DuplicateKeyException when another account takes the contact in the same moment */
  boolean change(AccountId id, Contact contact) {
    if (findBy(contact).filter(other -> !other.equals(id)).isPresent()) return false;
    return db.sql("update accounts.account set " + column(contact) + " = :contact where id = :id and closed_at is null")
        .param("contact", contact.text()).param("id", id.value()).update() == 1;
  }

  void makeAdministrator(AccountId id, boolean administrator) {
    db.sql("update accounts.account set administrator = :administrator, administrator_since = case when :administrator then now() end where id = :id and closed_at is null")
        .param("administrator", administrator).param("id", id.value()).update();
  }

  boolean anyAdministrator() {
    return db.sql("select exists (select from accounts.account where administrator and closed_at is null)").query(Boolean.class).single();
  }

  boolean isOnlyAdministrator(AccountId id) {
    return db.sql("""
        select exists (select from accounts.account where id = :id and administrator)
          and not exists (select from accounts.account where administrator and closed_at is null and id <> :id)
        """).param("id", id.value()).query(Boolean.class).single();
  }

  boolean close(AccountId id) {
    db.sql("delete from accounts.passkey where account_id = :id").param("id", id.value()).update();
    db.sql("delete from accounts.authenticator where account_id = :id").param("id", id.value()).update();
    db.sql("delete from accounts.recovery_code where account_id = :id").param("id", id.value()).update();
    db.sql("delete from accounts.contact_change where account_id = :id").param("id", id.value()).update();
    db.sql("""
        delete from accounts.one_time_code
        where contact in (select unnest(array[email, phone]) from accounts.account where id = :id)
        """).param("id", id.value()).update();
    return db.sql("""
        update accounts.account
        set name = '—', email = null, phone = null, administrator = false, closed_at = now()
        where id = :id and closed_at is null
        """).param("id", id.value()).update() == 1;
  }

  void consent(AccountId id, String purpose, int version) {
    db.sql("insert into accounts.consent (account_id, purpose, version) values (:id, :purpose, :version)")
        .param("id", id.value()).param("purpose", purpose).param("version", version).update();
  }

  boolean consents(AccountId id, String purpose) {
    return db.sql("select exists (select from accounts.consent where account_id = :id and purpose = :purpose and withdrawn_at is null)")
        .param("id", id.value()).param("purpose", purpose).query(Boolean.class).single();
  }

  List<Consent> consentsOf(AccountId id) {
    return db.sql("""
        select purpose, version, given_at, withdrawn_at
        from accounts.consent
        where account_id = :id
        order by given_at desc
        limit 200
        """).param("id", id.value()).query((row, n) -> new Consent(row.getString("purpose"), row.getInt("version"), row.getTimestamp("given_at").toInstant(),
            row.getTimestamp("withdrawn_at") == null ? null : row.getTimestamp("withdrawn_at").toInstant())).list();
  }

  boolean withdraw(AccountId id, String purpose, Instant now) {
    return db.sql("update accounts.consent set withdrawn_at = :now where account_id = :id and purpose = :purpose and withdrawn_at is null")
        .param("now", Timestamp.from(now)).param("id", id.value()).param("purpose", purpose).update() > 0;
  }

  private static String column(Contact contact) {
    return contact instanceof Contact.Email ? "email" : "phone";
  }

  private static Long[] array(Collection<AccountId> ids) {
    return ids.stream().map(AccountId::value).toArray(Long[]::new);
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(new AccountId(row.getLong("id")), row.getString("name"), row.getString("email"), row.getString("phone"),
        Language.of(row.getString("language")).orElse(Language.AR), row.getBoolean("administrator"), row.getTimestamp("created_at").toInstant());
  }
}
