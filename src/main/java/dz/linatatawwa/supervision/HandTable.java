package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who has a matter in hand. */
@Repository
class HandTable {

  private final JdbcClient db;

  HandTable(JdbcClient db) {
    this.db = db;
  }

  /** @param hand    null: nobody's
   *  @param keptFor whose it is really, while they are away; null: the hand's own */
  void put(MatterId id, @Nullable AccountId hand, @Nullable AccountId keptFor, Instant now) {
    db.sql("update supervision.matter set claimed_by = :hand, claimed_at = :now, kept_for = :kept where id = :id and decided_at is null")
        .param("hand", hand == null ? null : hand.value(), Types.BIGINT).param("kept", keptFor == null ? null : keptFor.value(), Types.BIGINT)
        .param("now", now.atOffset(ZoneOffset.UTC)).param("id", id.value()).update();
  }

  boolean putBack(MatterId id, AccountId supervisor) {
    return db.sql("update supervision.matter set claimed_by = null, claimed_at = null, kept_for = null where id = :id and claimed_by = :by and decided_at is null")
        .param("by", supervisor.value()).param("id", id.value()).update() == 1;
  }

  /** What a person has in hand beyond a territory is in nobody's; what was kept for them there is kept no more. */
  void free(AccountId person, Territory left, Instant now) {
    db.sql("update supervision.matter m set claimed_by = null, claimed_at = null where m.claimed_by = :person and m.decided_at is null and not ("
        + MatterQueue.MINE + ")").params(MatterQueue.scope(left, now)).param("person", person.value()).update();
    db.sql("update supervision.matter m set kept_for = null where m.kept_for = :person and m.decided_at is null and not (" + MatterQueue.MINE + ")")
        .params(MatterQueue.scope(left, now)).param("person", person.value()).update();
  }

  /** What somebody has in hand in their own right. */
  List<Matter> of(AccountId person) {
    return locked("m.claimed_by = :person and m.kept_for is null", person);
  }

  List<Matter> keptFor(AccountId person) {
    return locked("m.kept_for = :person", person);
  }

  private List<Matter> locked(String whose, AccountId person) {
    return db.sql("select %s from supervision.matter m where %s and m.decided_at is null order by m.id for update".formatted(MatterTable.COLUMNS, whose))
        .param("person", person.value()).query(MatterTable::read).list();
  }
}
