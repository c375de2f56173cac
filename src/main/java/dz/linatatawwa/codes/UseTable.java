package dz.linatatawwa.codes;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UseTable {

  private final JdbcClient db;

  UseTable(JdbcClient db) {
    this.db = db;
  }

  /** Whether this code is now used by this deed: by it first, or by it again. */
  boolean take(byte[] mark, AccountId account, ShiftId shift, Direction direction, String deed, Instant now) {
    db.sql("""
        insert into codes.use (mark, account_id, shift_id, direction, deed_key, used_at)
        values (:mark, :account, :shift, :direction, :deed, :now) on conflict (mark) do nothing
        """).param("mark", mark).param("account", account.value()).param("shift", shift.value()).param("direction", direction.code())
        .param("deed", deed).param("now", Timestamp.from(now)).update();
    return db.sql("select count(*) from codes.use where mark = :mark and deed_key = :deed and shift_id = :shift and direction = :direction")
        .param("mark", mark).param("deed", deed).param("shift", shift.value()).param("direction", direction.code()).query(Integer.class).single() == 1;
  }
}
