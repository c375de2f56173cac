package dz.linatatawwa.attendance;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deed that arrives by the thousand in one minute: somebody with a seat is there, nothing was said of them yet, and nothing speaks against it. One statement looks, marks and records, so that it is one
 *  round trip and one durable write, and leaves the rows that {@link Merging} would leave. Where it gives no row it changed nothing; Merging then takes the deed, and knows why. */
@Repository
class FirstCheckIns {

  private static final String FIRST = DeedTable.PLACE + """
      mark as (
        insert into attendance.attendance as t (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, folded)
        select p.shift_id, :volunteer, p.application_id, :at, :by, true from place p
        where :at between p.opens and p.shuts and p.application_id is not null and participation.young_fault(p.shift_id, :volunteer, :at) is null
        on conflict (shift_id, volunteer_id) do nothing
        returning checked_in_at as at
      )
      insert into attendance.deed (key, shift_id, volunteer_id, deed, at, by_account, via, device, sequence, device_at, two_sided, reason)
      select :key, :shift, :volunteer, 'check-in', m.at, :by, :via, cast(:device as text), cast(:sequence as bigint), cast(:deviceAt as timestamptz), :twoSided,
        cast(:reason as text) from mark m
      """;

  private final JdbcClient db;

  FirstCheckIns(JdbcClient db) {
    this.db = db;
  }

  /** @param batch not of paper, whose times are another grade, and of no withdrawn kit
   *  @throws org.springframework.dao.DuplicateKeyException when the same line came twice in the same moment */
  Optional<Answer> take(Batch batch, Arrived arrived) {
    if (arrived.kind() != DeedKind.CHECK_IN || batch.via() == Via.PAPER || batch.withdrawn()) return Optional.empty();
    DayDeed deed = arrived.deed();
    int done = db.sql(FIRST).param("key", deed.key()).param("shift", arrived.shift().value()).param("volunteer", arrived.volunteer().value()).param("by", deed.by())
        .param("at", Sql.at(deed.at())).param("via", deed.via().code()).param("device", deed.device()).param("sequence", arrived.sequence())
        .param("deviceAt", Sql.at(arrived.deviceAt())).param("twoSided", deed.twoSided()).param("reason", arrived.reason()).update();
    return done == 0 ? Optional.empty() : Optional.of(new Answer(arrived.key(), Answer.Outcome.DONE, null, deed.at()));
  }
}
