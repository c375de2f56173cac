package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Duty;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The media cell: who writes and publishes stories. A power over the whole country with a last day, given, prolonged and ended by administrators (decision 0073). */
@Component
public class MediaCell implements Duty {

  /** So many days ahead at most, as every power. */
  public static final int LONGEST = 731;

  private static final int EARLY = 30;
  private static final int LATE = 7;

  /** Somebody of the cell. @param until the last day */
  public record Editor(long id, AccountId account, Instant since, LocalDate until) {}

  private final JdbcClient db;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  MediaCell(JdbcClient db, Audit audit, Notices notices, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "media";
  }

  @Override
  public Optional<Instant> since(AccountId person) {
    return db.sql("select granted_at from stories.editor where account_id = :person and ended_at is null and until_day >= :today").param("person", person.value())
        .param("today", today()).query((row, n) -> StoryTable.instant(row, "granted_at")).optional();
  }

  /** Whether somebody may do what the cell does: its people and administrators. */
  public boolean has(SignedIn me) {
    return me.administrator() || since(me.id()).isPresent();
  }

  /** Lets the cell and administrators in; for others its desk does not exist. */
  public void pass(SignedIn me) {
    if (!has(me)) throw new NotFound("the media cell's desk is not for " + me.id());
  }

  /** Everybody whose power nobody has ended, also those whose last day has passed. */
  public List<Editor> all() {
    return db.sql("select id, account_id, granted_at, until_day from stories.editor where ended_at is null order by granted_at, id").query((row, n) ->
        new Editor(row.getLong("id"), new AccountId(row.getLong("account_id")), StoryTable.instant(row, "granted_at"), row.getDate("until_day").toLocalDate())).list();
  }

  /** Gives the power, or another last day to who has it.
   *  @param reason in the administrator's words, for the audit log */
  @Transactional
  public void grant(AccountId administrator, AccountId person, LocalDate until, String reason) {
    long id = db.sql("""
        insert into stories.editor (account_id, granted_at, granted_by, until_day) values (:person, :now, :by, :until)
        on conflict (account_id) where ended_at is null do update set until_day = excluded.until_day
        returning id
        """).param("person", person.value()).param("now", StoryTable.at(clock.instant())).param("by", administrator.value()).param("until", until).query(Long.class).single();
    audit.note(administrator, "media.granted", "account", person.toString(), reason, Map.of("until", until.toString()));
    tell(person, "given", "media-given:" + id + ":" + until, until);
  }

  /** @return false when nobody has the power under this number */
  @Transactional
  public boolean end(AccountId administrator, long id, String reason) {
    Optional<Long> ended = db.sql("update stories.editor set ended_at = :now, ended_by = :by where id = :id and ended_at is null returning account_id")
        .param("now", StoryTable.at(clock.instant())).param("by", administrator.value()).param("id", id).query(Long.class).optional();
    ended.map(AccountId::new).ifPresent(person -> {
      audit.note(administrator, "media.ended", "account", person.toString(), reason, Map.of());
      notices.tell(person, "power-media-ended", "stories.notice.cell.ended.title", "stories.notice.cell.ended.body", null, "media-ended:" + id, reason);
    });
    return ended.isPresent();
  }

  /** Told 30 and 7 days before the last. */
  @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
  void remind() {
    LocalDate today = today();
    for (Editor one : all()) {
      long left = ChronoUnit.DAYS.between(today, one.until());
      if (left < 0 || left > EARLY) continue;
      tell(one.account(), "ending", "media-ending:" + one.id() + ":" + one.until() + ":" + (left > LATE ? EARLY : LATE), one.until());
    }
  }

  /** Today, in Algeria. */
  public LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }

  private void tell(AccountId person, String what, String once, LocalDate until) {
    InWords day = words -> words.date(until);
    notices.tell(person, "power-media-" + what, "stories.notice.cell." + what + ".title", "stories.notice.cell." + what + ".body", "/media", once, day);
  }
}
