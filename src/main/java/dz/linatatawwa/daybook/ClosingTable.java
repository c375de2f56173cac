package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of closing a day. */
@Repository
class ClosingTable {

  private final JdbcClient db;

  ClosingTable(JdbcClient db) {
    this.db = db;
  }

  /** Everybody with a seat and everybody who came without one, by name. */
  List<DayPerson> people(ShiftId shift) {
    return db.sql("""
        select v.id, v.name, v.code, a.id is not null as seat, t.checked_in_at, t.checked_out_at, t.no_show_at, t.no_show_by,
               coalesce(t.out_proposed, false) as proposed, d.last_at, coalesce(d.corrected, false) as corrected, w.answer, w.answered_by, w.answered_at
        from (select * from participation.application where shift_id = :shift and state = 'accepted') a
        full join (select * from attendance.attendance where shift_id = :shift and (checked_in_at is not null or no_show_at is not null)) t on t.volunteer_id = a.volunteer_id
        join volunteers.public_volunteer v on v.id = coalesce(a.volunteer_id, t.volunteer_id)
        left join (
          select k.volunteer_id, max(k.made_at) as last_at, bool_or(k.deed = 'correct' and u.key is null) as corrected
          from attendance.deed k left join attendance.deed u on u.undoes = k.key
          where k.shift_id = :shift and k.outcome = 'done' group by k.volunteer_id) d on d.volunteer_id = v.id
        left join daybook.answer w on w.shift_id = :shift and w.volunteer_id = v.id
        order by v.name, v.id
        """).param("shift", shift.value()).query(ClosingTable::person).list();
  }

  private static DayPerson person(ResultSet row, int number) throws SQLException {
    return new DayPerson(row.getLong("id"), row.getString("name"), row.getString("code"), row.getBoolean("seat"), Sql.orNull(row, "checked_in_at"),
        Sql.orNull(row, "checked_out_at"), Sql.orNull(row, "no_show_at"), row.getObject("no_show_by", Long.class), row.getBoolean("proposed"),
        row.getBoolean("corrected"), Sql.orNull(row, "last_at"), row.getString("answer"), row.getObject("answered_by", Long.class),
        Sql.orNull(row, "answered_at"));
  }

  Optional<ClosingDay.Step> closure(ShiftId shift) {
    return db.sql("select closed_by as by_account, closed_at as at from attendance.closure where shift_id = :shift").param("shift", shift.value())
        .query(ClosingTable::step).optional();
  }

  Optional<ClosingDay.Step> proposal(ShiftId shift) {
    return db.sql("select proposed_by as by_account, proposed_at as at from daybook.proposal where shift_id = :shift").param("shift", shift.value())
        .query(ClosingTable::step).optional();
  }

  private static ClosingDay.Step step(ResultSet row, int number) throws SQLException {
    return new ClosingDay.Step(row.getLong("by_account"), Sql.instant(row, "at"));
  }

  void propose(ShiftId shift, AccountId by, long people) {
    db.sql("insert into daybook.proposal (shift_id, people, proposed_by) values (:shift, :people, :by) on conflict (shift_id) do nothing")
        .param("shift", shift.value()).param("people", people).param("by", by.value()).update();
  }

  void takeBackProposal(ShiftId shift) {
    db.sql("delete from daybook.proposal where shift_id = :shift").param("shift", shift.value()).update();
  }

  /** Two who answer for one person at once follow each other. */
  void queue(ShiftId shift, AccountId volunteer) {
    db.sql("select pg_advisory_xact_lock(hashtextextended('daybook.answer ' || :what, 0))").param("what", shift + " " + volunteer)
        .query((row, number) -> true).list();
  }

  void answer(ShiftId shift, AccountId volunteer, Answer answer, boolean deed, AccountId by) {
    db.sql("""
        insert into daybook.answer (shift_id, volunteer_id, answer, deed, answered_by) values (:shift, :volunteer, :answer, :deed, :by)
        on conflict (shift_id, volunteer_id) do update
          set answer = excluded.answer, deed = excluded.deed, answered_by = excluded.answered_by, answered_at = excluded.answered_at
        """).param("shift", shift.value()).param("volunteer", volunteer.value()).param("answer", answer.code()).param("deed", deed)
        .param("by", by.value()).update();
  }

  /** @return whether a deed of the roster was made with the answer; nothing when there was no answer */
  Optional<Boolean> takeBack(ShiftId shift, AccountId volunteer) {
    @Nullable Boolean deed = db.sql("delete from daybook.answer where shift_id = :shift and volunteer_id = :volunteer returning deed")
        .param("shift", shift.value()).param("volunteer", volunteer.value()).query(Boolean.class).optional().orElse(null);
    return Optional.ofNullable(deed);
  }
}
