package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInNotices implements KeptOfPerson {

  private final JdbcClient db;

  KeptInNotices(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("notices.notice", Purpose.MESSAGES).person("account_id").shows("made_at", "title", "body", "read_at").byRoom(),
        Kept.of("notices.delivery", Purpose.MESSAGES).whose("t.address in (:email, :phone)", "address").shows("made_at", "channel", "address", "sent_at").byRoom(),
        Kept.of("notices.preference", Purpose.MESSAGES).person("account_id").shows("topic", "pace", "sms", "push").gone(),
        Kept.of("notices.quiet", Purpose.MESSAGES).person("account_id").shows("from_hour", "to_hour").gone(),
        Kept.of("notices.push_subscription", Purpose.MESSAGES).person("account_id").shows("made_at", "device", "endpoint").gone(),
        Kept.of("notices.held", Purpose.MESSAGES).person("account_id").shows("due").byRoom(),
        Kept.of("notices.announcement", Purpose.POWER).staff("made_by", "stopped_by"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("notices", 365, 30, 1825, this::notices),
        Retention.of("deliveries", 90, 7, 730, this::deliveries));
  }

  private int notices(Instant before) {
    db.sql("""
        delete from notices.delivery
        where notice_id in (select id from notices.notice where made_at < :before order by made_at, id limit 1000)
        """).param("before", Timestamp.from(before)).update();
    return db.sql("delete from notices.notice where id in (select id from notices.notice where made_at < :before order by made_at, id limit 1000)")
        .param("before", Timestamp.from(before)).update();
  }

  private int deliveries(Instant before) {
    return db.sql("""
        delete from notices.delivery
        where id in (select id from notices.delivery where made_at < :before and (sent_at is not null or failed is not null) order by made_at limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }
}
