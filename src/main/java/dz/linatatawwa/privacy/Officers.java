package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Duty;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Data-protection officers (law 25-11, article 41 bis): a power with a last day, given and taken by administrators. */
@Component
public class Officers implements Duty {

  /** Somebody who has the power. @param until the last day */
  public record Officer(long id, AccountId account, Instant since, LocalDate until) {}

  private final JdbcClient db;
  private final Audit audit;
  private final Clock clock;

  Officers(JdbcClient db, Audit audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "officers";
  }

  @Override
  public Optional<Instant> since(AccountId person) {
    return db.sql("select granted_at from privacy.officer where account_id = :person and ended_at is null and until_day >= :today")
        .param("person", person.value()).param("today", today()).query((row, number) -> row.getTimestamp(1).toInstant()).optional();
  }

  /** Lets officers and administrators to the desk; for others it does not exist. */
  public void pass(SignedIn me) {
    if (!me.administrator() && since(me.id()).isEmpty()) throw new NotFound("the officer's desk is not for " + me.id());
  }

  /** Everybody who has the power, also those whose last day has passed and whom nobody has ended. */
  public List<Officer> all() {
    return db.sql("select id, account_id, granted_at, until_day from privacy.officer where ended_at is null order by granted_at")
        .query((row, number) -> new Officer(row.getLong(1), new AccountId(row.getLong(2)), row.getTimestamp(3).toInstant(), row.getDate(4).toLocalDate())).list();
  }

  /** Gives the power, or another last day to who has it.
   *  @param reason in the administrator's words, for the audit log */
  @Transactional
  public void grant(AccountId administrator, AccountId person, LocalDate until, String reason) {
    db.sql("""
        insert into privacy.officer (account_id, granted_at, granted_by, until_day)
        values (:person, :now, :by, :until)
        on conflict (account_id) where ended_at is null do update set until_day = excluded.until_day
        """).param("person", person.value()).param("now", Timestamp.from(clock.instant())).param("by", administrator.value()).param("until", until).update();
    audit.note(administrator, "officer.granted", "account", person.toString(), reason, Map.of("until", until.toString()));
  }

  /** @return false when nobody has the power under this number */
  @Transactional
  public boolean end(AccountId administrator, long id, String reason) {
    Optional<Long> ended = db.sql("update privacy.officer set ended_at = :now where id = :id and ended_at is null returning account_id")
        .param("now", Timestamp.from(clock.instant())).param("id", id).query(Long.class).optional();
    ended.ifPresent(person -> audit.note(administrator, "officer.ended", "account", person.toString(), reason, Map.of()));
    return ended.isPresent();
  }

  @EventListener
  void left(AccountClosed closed) {
    db.sql("update privacy.officer set ended_at = :now where account_id = :person and ended_at is null").param("now", Timestamp.from(clock.instant()))
        .param("person", closed.account().value()).update();
  }

  /** Today, in Algeria. */
  public LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }
}
