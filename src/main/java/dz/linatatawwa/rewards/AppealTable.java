package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.MatterDecided;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of appeals. */
@Repository
class AppealTable {

  private static final String SELECT = "select id, kind, benefit_id, volunteer_id, granting_id, reason, words, opened_at, outcome, reason_code, answer from rewards.appeal ";

  private final JdbcClient db;

  AppealTable(JdbcClient db) {
    this.db = db;
  }

  /** @param granting what is held; null: against a refusal
   *  @return nothing while one waits already */
  Optional<Long> open(BenefitId benefit, AccountId volunteer, @Nullable GrantingId granting, String reason, String words, Instant now) {
    return db.sql("""
        insert into rewards.appeal (kind, benefit_id, volunteer_id, granting_id, reason, words, opened_at)
        values (case when cast(:granting as bigint) is null then 'refusal' else 'hold' end, :benefit, :volunteer, :granting, :reason, :words, :now)
        on conflict (benefit_id, volunteer_id) where decided_at is null do nothing returning id""")
        .param("benefit", benefit.value()).param("volunteer", volunteer.value()).param("granting", granting == null ? null : granting.value())
        .param("reason", reason).param("words", words).param("now", Sql.at(now)).query(Long.class).optional();
  }

  Optional<Appeal> find(long id) {
    return db.sql(SELECT + "where id = :id").param("id", id).query(AppealTable::read).optional();
  }

  Optional<Appeal> last(BenefitId benefit, AccountId volunteer) {
    return db.sql(SELECT + "where benefit_id = :benefit and volunteer_id = :volunteer order by id desc limit 1").param("benefit", benefit.value())
        .param("volunteer", volunteer.value()).query(AppealTable::read).optional();
  }

  Optional<Appeal> open(GrantingId granting) {
    return db.sql(SELECT + "where granting_id = :granting and decided_at is null").param("granting", granting.value()).query(AppealTable::read).optional();
  }

  void decided(long id, String outcome, MatterDecided decided, Instant now) {
    db.sql("""
        update rewards.appeal set decided_at = :now, decided_by = :by, outcome = :outcome, reason_code = :code, answer = :answer
        where id = :id and decided_at is null""")
        .param("now", Sql.at(now)).param("by", decided.by().value()).param("outcome", outcome).param("code", decided.reasonCode()).param("answer", decided.reason())
        .param("id", id).update();
  }

  /** Its cause is gone. */
  void over(long id, Instant now) {
    db.sql("update rewards.appeal set decided_at = :now, outcome = 'over' where id = :id and decided_at is null").param("now", Sql.at(now)).param("id", id).update();
  }

  /** Who leaves takes their words along. */
  void forget(AccountId volunteer) {
    db.sql("update rewards.appeal set words = '—' where volunteer_id = :volunteer").param("volunteer", volunteer.value()).update();
  }

  private static Appeal read(ResultSet row, int number) throws SQLException {
    Long granting = row.getObject("granting_id", Long.class);
    return new Appeal(row.getLong("id"), row.getString("kind"), new BenefitId(row.getLong("benefit_id")), new AccountId(row.getLong("volunteer_id")),
        granting == null ? null : new GrantingId(granting), row.getString("reason"), row.getString("words"), Sql.at(row, "opened_at"), row.getString("outcome"),
        row.getString("reason_code"), row.getString("answer"));
  }
}
