package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.carriers.PushAddress;
import java.time.Instant;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of browsers that take notes. */
@Repository
class BrowserTable {

  /** So many browsers of one person take notes; a further one takes the place of the oldest. */
  static final int MOST = 10;

  private final JdbcClient db;

  BrowserTable(JdbcClient db) {
    this.db = db;
  }

  /** A browser belongs to whoever asked last on it. */
  @Transactional
  public void add(AccountId of, PushAddress address, String device, Instant now) {
    db.sql("""
        insert into notices.push_subscription (account_id, endpoint, p256dh, auth, key_number, device, made_at)
        values (:of, :endpoint, :p256dh, :auth, :key, :device, :now)
        on conflict (endpoint) do update set account_id = excluded.account_id, p256dh = excluded.p256dh, auth = excluded.auth,
          key_number = excluded.key_number, device = excluded.device, made_at = excluded.made_at
        """).param("of", of.value()).param("endpoint", address.endpoint()).param("p256dh", address.p256dh()).param("auth", address.auth())
        .param("key", address.key()).param("device", device).param("now", Timestamp.from(now)).update();
    db.sql("""
        delete from notices.push_subscription
        where id in (select id from notices.push_subscription where account_id = :of order by made_at desc, id desc offset :most)
        """).param("of", of.value()).param("most", MOST).update();
  }

  Optional<PushAddress> find(long browser) {
    return db.sql("select endpoint, p256dh, auth, key_number from notices.push_subscription where id = :id").param("id", browser)
        .query((row, number) -> new PushAddress(row.getString("endpoint"), row.getBytes("p256dh"), row.getBytes("auth"), row.getInt("key_number"))).optional();
  }

  List<Browser> of(AccountId person) {
    return db.sql("select id, device, made_at from notices.push_subscription where account_id = :of order by made_at desc, id desc").param("of", person.value())
        .query((row, number) -> new Browser(row.getLong("id"), row.getString("device"), row.getTimestamp("made_at").toInstant())).list();
  }

  /** @return false when it is not this person's, or gone */
  boolean remove(AccountId of, long browser) {
    return db.sql("delete from notices.push_subscription where id = :id and account_id = :of").param("id", browser).param("of", of.value()).update() > 0;
  }

  void forget(long browser) {
    db.sql("delete from notices.push_subscription where id = :id").param("id", browser).update();
  }
}
