package dz.linatatawwa.eligibility;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When Ramadan is, year by year: computed, until the moon was seen and an administrator has set its days. */
@Service
public class Ramadans {

  private final JdbcClient db;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Ramadans(JdbcClient db, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Those that end after a day, the earliest first; at most twelve. */
  public List<Ramadan> after(LocalDate day) {
    return db.sql("select hijri_year, first_day, last_day, changed_at is null from eligibility.ramadan where last_day >= :day order by first_day limit 12")
        .param("day", day).query((row, i) -> read(row)).list();
  }

  /** Those that began by a day, the latest first; at most twelve. */
  public List<Ramadan> before(LocalDate day) {
    return db.sql("select hijri_year, first_day, last_day, changed_at is null from eligibility.ramadan where first_day <= :day order by first_day desc limit 12")
        .param("day", day).query((row, i) -> read(row)).list();
  }

  /** The Ramadan of a year of the Hijra, if its days are known. */
  public Optional<Ramadan> of(int hijriYear) {
    return db.sql("select hijri_year, first_day, last_day, changed_at is null from eligibility.ramadan where hijri_year = :year")
        .param("year", hijriYear).query((row, i) -> read(row)).optional();
  }

  private static Ramadan read(ResultSet row) throws SQLException {
    return new Ramadan(row.getInt(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class), row.getBoolean(4));
  }

  /** Sets the days of one Ramadan.
   *  @return false when they are not 29 or 30 days, lie more than three days from those that are kept, or there is no such year */
  @Transactional
  public boolean move(int hijriYear, LocalDate first, LocalDate last, AccountId by) {
    int moved = db.sql("""
        update eligibility.ramadan set first_day = :first, last_day = :last, changed_at = :now, changed_by = :by
        where hijri_year = :year and cast(:last as date) - cast(:first as date) between 28 and 29 and abs(first_day - cast(:first as date)) <= 3""")
        .param("first", first).param("last", last).param("now", Timestamp.from(clock.instant())).param("by", by.value()).param("year", hijriYear).update();
    if (moved == 0) return false;
    audit.note(by, "ramadan.moved", "ramadan", Integer.toString(hijriYear), null, Map.of("first", first.toString(), "last", last.toString()));
    events.publishEvent(new RamadanMoved(hijriYear));
    return true;
  }
}
