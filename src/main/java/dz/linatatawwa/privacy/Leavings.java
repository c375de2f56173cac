package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.CameIn;
import dz.linatatawwa.accounts.Sessions;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.Settings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Leaving: asked for with a code, undone by signing in within the days of grace, then carried out by itself. */
@Component
public class Leavings {

  private static final Logger LOG = LoggerFactory.getLogger(Leavings.class);

  private final JdbcClient db;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Notices notices;
  private final Settings settings;
  private final TransactionTemplate alone;
  private final Clock clock;

  Leavings(JdbcClient db, Accounts accounts, Sessions sessions, Notices notices, Settings settings, TransactionTemplate alone, Clock clock) {
    this.db = db;
    this.accounts = accounts;
    this.sessions = sessions;
    this.notices = notices;
    this.settings = settings;
    this.alone = alone;
    this.clock = clock;
  }

  /** How many days the person has to think again. */
  public int grace() {
    return settings.get(PrivacySettings.GRACE);
  }

  /** Begins the days of grace and signs the person out everywhere.
   *  @return when everything goes; nothing when nobody else administers the platform */
  @Transactional
  public Optional<Instant> ask(AccountId person) {
    if (accounts.isOnlyAdministrator(person)) return Optional.empty();
    Instant now = clock.instant();
    Instant goes = now.plus(Duration.ofDays(grace()));
    db.sql("""
        insert into privacy.leaving (account_id, asked_at, goes_at)
        values (:person, :now, :goes)
        on conflict (account_id) where ended_at is null do nothing
        """).param("person", person.value()).param("now", Timestamp.from(now)).param("goes", Timestamp.from(goes)).update();
    InWords day = words -> words.longDate(goes);
    notices.tell(person, "leaving", "privacy.notice.leaving.title", "privacy.notice.leaving.body", "/sign-in", null, day);
    sessions.endAll(person);
    return Optional.of(goes);
  }

  /** Who signs in stays. */
  @EventListener
  void back(CameIn in) {
    int undone = db.sql("update privacy.leaving set ended_at = :now, how = 'undone' where account_id = :person and ended_at is null")
        .param("now", Timestamp.from(clock.instant())).param("person", in.account().value()).update();
    if (undone > 0) notices.leave(in.account(), "leaving", "privacy.notice.stays.title", "privacy.notice.stays.body", "/me/data", null);
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
  void carryOut() {
    List<Long> due = db.sql("select account_id from privacy.leaving where ended_at is null and goes_at <= :now order by goes_at limit 200")
        .param("now", Timestamp.from(clock.instant())).query((row, number) -> row.getLong("account_id")).list();
    for (long person : due) {
      try {
        alone.executeWithoutResult(status -> go(new AccountId(person)));
      } catch (RuntimeException failed) {
        LOG.error("account {} could not be erased; trying again later", person, failed);
      }
    }
  }

  private void go(AccountId person) {
    int mine = db.sql("update privacy.leaving set ended_at = :now, how = 'gone' where account_id = :person and ended_at is null and goes_at <= :now")
        .param("now", Timestamp.from(clock.instant())).param("person", person.value()).update();
    if (mine == 1 && accounts.isOnlyAdministrator(person)) throw new IllegalStateException("account " + person + " is the only administrator");
    if (mine == 1) accounts.close(person);
  }

  /** Those who are about to leave, the nearest first; at most a hundred. */
  public List<Row> coming() {
    return db.sql("select account_id, asked_at, goes_at from privacy.leaving where ended_at is null order by goes_at limit 100")
        .query((row, number) -> new Row(new AccountId(row.getLong(1)), row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant())).list();
  }

  /** Somebody who is about to leave. */
  public record Row(AccountId account, Instant askedAt, Instant goesAt) {

    /** The day, in words. */
    public String day(Words words) {
      return words.longDate(goesAt);
    }
  }
}
