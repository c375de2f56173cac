package dz.linatatawwa.credentials;

import dz.linatatawwa.accounts.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of taking credentials back: the bit and the revision of its list change together. */
@Repository
class RevocationTable {

  private final JdbcClient db;

  RevocationTable(JdbcClient db) {
    this.db = db;
  }

  /** @return whether it stood until now */
  boolean revoke(String source, String reason, Instant now) {
    Optional<Integer> list = db.sql("""
        update credentials.credential set revoked_at = :now, reason = :reason where source = :source and revoked_at is null returning list
        """).param("source", source).param("reason", reason).param("now", Timestamp.from(now)).query(Integer.class).optional();
    list.ifPresent(number -> changed(List.of(number), now));
    return list.isPresent();
  }

  /** The holder has left: every credential is revoked, and nothing of it remains but its bit. Documents go last: whoever signs one in this moment
   *  holds the row until it is kept. */
  void forget(AccountId holder, String reason, Instant now) {
    List<UUID> ids = new ArrayList<>();
    Set<Integer> lists = new TreeSet<>();
    db.sql("""
        update credentials.credential
        set holder_id = null, subject = null, minutes = null, from_day = null, to_day = null, shared_name = 'NOBODY', shared_hours = false,
          source = 'left:' || id, revoked_at = coalesce(revoked_at, :now), reason = coalesce(reason, :reason)
        where holder_id = :holder
        returning id, list
        """).param("holder", holder.value()).param("reason", reason).param("now", Timestamp.from(now)).query(row -> {
      ids.add(row.getObject("id", UUID.class));
      lists.add(row.getInt("list"));
    });
    db.sql("delete from credentials.document where credential_id = any(:ids)").param("ids", ids.toArray(UUID[]::new)).update();
    changed(lists, now);
  }

  private void changed(Collection<Integer> lists, Instant now) {
    for (int list : lists) {
      db.sql("update credentials.status_list set revision = revision + 1, changed_at = date_trunc('second', cast(:now as timestamptz)) where number = :list")
          .param("list", list).param("now", Timestamp.from(now)).update();
    }
  }
}
