package dz.linatatawwa.codes;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Six digits of a person in a shift: made from the platform's secret, and no two people of a shift have the same. */
@Repository
class SixDigits {

  private static final int TRIES = 200;

  private final JdbcClient db;
  private final Signer signer;

  SixDigits(JdbcClient db, Signer signer) {
    this.db = db;
    this.signer = signer;
  }

  String of(ShiftId shift, AccountId account) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<String> kept = find(shift, account);
      if (kept.isPresent()) return kept.get();
      db.sql("insert into codes.six_digits (shift_id, account_id, digits) values (:shift, :account, :digits) on conflict do nothing")
          .param("shift", shift.value()).param("account", account.value()).param("digits", made(shift, account, attempt)).update();
    }
    return find(shift, account).orElseThrow(() -> new IllegalStateException("no six digits are left in shift " + shift));
  }

  Optional<AccountId> whose(ShiftId shift, String digits) {
    return db.sql("select account_id from codes.six_digits where shift_id = :shift and digits = :digits").param("shift", shift.value())
        .param("digits", digits).query(Long.class).optional().map(AccountId::new);
  }

  void forget(AccountId account) {
    db.sql("delete from codes.six_digits where account_id = :account").param("account", account.value()).update();
  }

  private Optional<String> find(ShiftId shift, AccountId account) {
    return db.sql("select digits from codes.six_digits where shift_id = :shift and account_id = :account").param("shift", shift.value())
        .param("account", account.value()).query(String.class).optional();
  }

  private String made(ShiftId shift, AccountId account, int attempt) {
    byte[] mark = signer.mark(ByteBuffer.allocate(24).putLong(shift.value()).putLong(account.value()).putLong(attempt).array());
    return "%06d".formatted(Long.remainderUnsigned(ByteBuffer.wrap(mark).getLong(), 1_000_000));
  }
}
