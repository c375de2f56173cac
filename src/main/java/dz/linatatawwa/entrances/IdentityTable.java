package dz.linatatawwa.entrances;

import dz.linatatawwa.accounts.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who is who. */
@Repository
class IdentityTable {

  private final JdbcClient db;

  IdentityTable(JdbcClient db) {
    this.db = db;
  }

  /** The account of somebody for whom an institution vouches, unless it was closed; notes that it was used. */
  Optional<AccountId> use(EntranceId entrance, Vouched who, Instant now) {
    return db.sql("""
        update entrances.identity i set used_at = :now, email = :email
        from accounts.account a
        where i.entrance_id = :entrance and i.subject = :subject and a.id = i.account_id and a.closed_at is null
        returning i.account_id
        """).param("entrance", entrance.value()).param("subject", who.subject()).param("email", who.email(), java.sql.Types.VARCHAR).param("now", Timestamp.from(now)).query(Long.class)
        .optional().map(AccountId::new);
  }

  /** @return false when either side has another already */
  boolean link(EntranceId entrance, String subject, @Nullable String email, AccountId account, Instant now) {
    return db.sql("""
        insert into entrances.identity (entrance_id, subject, account_id, email, linked_at) values (:entrance, :subject, :account, :email, :now) on conflict do nothing
        """).param("entrance", entrance.value()).param("subject", subject).param("account", account.value()).param("email", email, java.sql.Types.VARCHAR)
        .param("now", Timestamp.from(now)).update() == 1;
  }

  boolean unlink(EntranceId entrance, AccountId account) {
    return db.sql("delete from entrances.identity where entrance_id = :entrance and account_id = :account").param("entrance", entrance.value()).param("account", account.value()).update() == 1;
  }

  List<OwnIdentity> of(AccountId account) {
    return db.sql("select entrance_id, email, linked_at, used_at from entrances.identity where account_id = :account order by entrance_id limit 50").param("account", account.value())
        .query((row, number) -> new OwnIdentity(new EntranceId(row.getLong("entrance_id")), row.getString("email"), row.getTimestamp("linked_at").toInstant(),
            row.getTimestamp("used_at") == null ? null : row.getTimestamp("used_at").toInstant())).list();
  }

  long count(EntranceId entrance) {
    return db.sql("select count(*) from entrances.identity where entrance_id = :entrance").param("entrance", entrance.value()).query(Long.class).single();
  }
}
