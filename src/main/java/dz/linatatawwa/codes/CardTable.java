package dz.linatatawwa.codes;

import dz.linatatawwa.accounts.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CardTable {

  private final JdbcClient db;

  CardTable(JdbcClient db) {
    this.db = db;
  }

  /** The serial of the person's card; made when there is none. */
  long serial(AccountId account, Instant now) {
    db.sql("insert into codes.card (account_id, made_at) values (:account, :now) on conflict (account_id) where revoked_at is null do nothing")
        .param("account", account.value()).param("now", Timestamp.from(now)).update();
    return db.sql("select serial from codes.card where account_id = :account and revoked_at is null").param("account", account.value())
        .query(Long.class).single();
  }

  boolean stands(AccountId account, long serial) {
    return db.sql("select count(*) from codes.card where serial = :serial and account_id = :account and revoked_at is null")
        .param("serial", serial).param("account", account.value()).query(Integer.class).single() == 1;
  }

  boolean has(AccountId account) {
    return db.sql("select count(*) from codes.card where account_id = :account and revoked_at is null").param("account", account.value())
        .query(Integer.class).single() == 1;
  }

  int revoke(AccountId account, Instant now) {
    return db.sql("update codes.card set revoked_at = :now where account_id = :account and revoked_at is null")
        .param("now", Timestamp.from(now)).param("account", account.value()).update();
  }

  List<Long> withdrawn(Collection<Long> accounts) {
    return db.sql("select serial from codes.card where account_id = any(:accounts) and revoked_at is not null")
        .param("accounts", accounts.toArray(Long[]::new)).query((row, number) -> row.getLong("serial")).list();
  }

  void forget(AccountId account) {
    db.sql("delete from codes.card where account_id = :account").param("account", account.value()).update();
  }
}
