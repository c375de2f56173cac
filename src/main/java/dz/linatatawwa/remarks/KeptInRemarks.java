package dz.linatatawwa.remarks;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it: whom a remark speaks of reads it, and it goes with them. */
@Component
class KeptInRemarks implements KeptOfPerson {

  private final JdbcClient db;

  KeptInRemarks(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(Kept.of("remarks.remark", Purpose.POWER).person("account_id").staff("author").shows("words", "at", "struck_at").gone());
  }

  @Override
  public List<Retention> retentions() {
    return List.of(Retention.of("remarks", 1095, 180, 3650, this::old));
  }

  /** Remarks about people; those about organisations stay. */
  private int old(Instant before) {
    return db.sql("delete from remarks.remark where id in (select id from remarks.remark where account_id is not null and at < :before limit :most)")
        .param("before", before.atOffset(ZoneOffset.UTC)).param("most", Retention.BATCH).update();
  }
}
