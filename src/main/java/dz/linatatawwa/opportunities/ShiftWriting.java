package dz.linatatawwa.opportunities;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of shifts, series and roles, written. */
@Repository
class ShiftWriting {

  private final JdbcClient db;

  ShiftWriting(JdbcClient db) {
    this.db = db;
  }

  void lock(ShiftId id) {
    db.sql("select id from opportunities.shift where id = :id for update").param("id", id.value()).query(Long.class).optional();
  }

  void insert(OpportunityId opportunity, @Nullable Long series, ShiftForm.Plan plan) {
    long id = db.sql("""
        insert into opportunities.shift (opportunity_id, series_id, starts_at, ends_at, capacity)
        values (:opportunity, :series, :from, :to, :capacity) returning id
        """).param("opportunity", opportunity.value()).param("series", series).param("from", Timestamp.from(plan.span().from()))
        .param("to", Timestamp.from(plan.span().to())).param("capacity", plan.capacity()).query(Long.class).single();
    plan.roles().forEach(role -> insertRole(id, role));
  }

  long series(OpportunityId opportunity, ShiftForm form, ShiftForm.Plan example, int minutes) {
    LocalTime begins = example.span().from().atZone(dz.linatatawwa.language.Words.ZONE).toLocalTime();
    return db.sql("""
        insert into opportunities.series (opportunity_id, every_weeks, weekdays, from_day, to_day, starts_at, minutes, capacity, except_days)
        values (:opportunity, :weeks, :weekdays::smallint[], :from, :to, :begins, :minutes, :capacity, :except::date[]) returning id
        """).param("opportunity", opportunity.value()).param("weeks", form.everyWeeks()).param("weekdays", "{" + String.join(",", form.weekdays()) + "}")
        .param("from", Date.valueOf(form.first())).param("to", Date.valueOf(form.last())).param("begins", Time.valueOf(begins))
        .param("minutes", minutes).param("capacity", example.capacity())
        .param("except", form.except(dz.linatatawwa.site.Problems.none()).stream().map(Object::toString).toArray(String[]::new))
        .query(Long.class).single();
  }

  /** Whether every role with people in it stays, with room for them. */
  boolean mayHave(List<Shift.Role> before, List<ShiftForm.Wanted> after) {
    return before.stream().filter(role -> role.taken() > 0).allMatch(role -> after.stream()
        .anyMatch(wanted -> wanted.name().equals(role.name()) && wanted.capacity() >= role.taken()));
  }

  void update(Shift before, ShiftForm.Plan plan) {
    db.sql("update opportunities.shift set starts_at = :from, ends_at = :to, capacity = :capacity where id = :id")
        .param("from", Timestamp.from(plan.span().from())).param("to", Timestamp.from(plan.span().to())).param("capacity", plan.capacity())
        .param("id", before.id().value()).update();
    Set<String> names = new HashSet<>();
    for (ShiftForm.Wanted role : plan.roles()) {
      names.add(role.name());
      int changed = db.sql("update opportunities.shift_role set capacity = :capacity where shift_id = :shift and name = :name")
          .param("capacity", role.capacity()).param("shift", before.id().value()).param("name", role.name()).update();
      if (changed == 0) insertRole(before.id().value(), role);
    }
    before.roles().stream().filter(role -> !names.contains(role.name())).forEach(role -> db.sql("""
        delete from opportunities.shift_role where id = :id and taken = 0
        """).param("id", role.id().value()).update());
  }

  void cancel(ShiftId id) {
    db.sql("update opportunities.shift set state = 'cancelled' where id = :id").param("id", id.value()).update();
  }

  void delete(ShiftId id) {
    db.sql("delete from opportunities.shift where id = :id").param("id", id.value()).update();
  }

  /** A repetition remembers which of its days were taken out. */
  void except(Shift shift) {
    if (shift.series() == null) return;
    db.sql("update opportunities.series set except_days = array_append(except_days, :day) where id = :id")
        .param("day", Date.valueOf(shift.day())).param("id", shift.series()).update();
  }

  private void insertRole(long shift, ShiftForm.Wanted role) {
    db.sql("insert into opportunities.shift_role (shift_id, name, capacity) values (:shift, :name, :capacity)")
        .param("shift", shift).param("name", role.name()).param("capacity", role.capacity()).update();
  }
}
