package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written down of one person in one shift: every deed, by whom, when and by which way. Who may look is the caller's to check. */
@Repository
public class Trail {

  private final JdbcClient db;

  Trail(JdbcClient db) {
    this.db = db;
  }

  /** One deed of the day.
   *  @param deed    check-in, check-out, walk-in, no-show, correct or undo
   *  @param at      the time that it gives
   *  @param madeAt  when it was written down
   *  @param via     desk, kit, kiosk, site-code or paper
   *  @param undone  a later deed took it back */
  public record Line(String deed, Instant at, Instant madeAt, AccountId by, String via, @Nullable String reason, boolean undone) {}

  /** The deeds that changed something, the first first. */
  public List<Line> of(AccountId volunteer, ShiftId shift) {
    return db.sql("""
        select d.deed, d.at, d.made_at, d.by_account, d.via, d.reason,
               exists (select from attendance.counting u where u.shift_id = d.shift_id and u.volunteer_id = d.volunteer_id and u.undoes = d.key) as undone
        from attendance.deed d left join attendance.review r on r.key = d.key
        where d.shift_id = :shift and d.volunteer_id = :volunteer and (d.outcome in ('done', 'conflict') or r.accepted)
        order by d.made_at, d.key
        """).param("shift", shift.value()).param("volunteer", volunteer.value())
        .query((row, number) -> new Line(row.getString("deed"), row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getObject("made_at", OffsetDateTime.class).toInstant(), new AccountId(row.getLong("by_account")), row.getString("via"),
            row.getString("reason"), row.getBoolean("undone"))).list();
  }
}
