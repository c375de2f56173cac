package dz.linatatawwa.opportunities;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Seats of shifts, taken and given back under the lock of the shift's row: never more taken than there are.
 *
 * <p>Every method belongs into the caller's transaction. Locks are taken in one order everywhere: shift, then role; what is kept for
 * the search follows at commit (a deferred trigger), so whoever takes seats of several shifts takes them in the order of their ids. */
@Repository
public class Seats {

  /** What came of asking for a seat. */
  public enum Seat {
    /** It is yours. */
    TAKEN,
    /** The shift or the role has no seat left. */
    FULL,
    /** The shift, or its opportunity, takes nobody in. */
    NOT_OPEN
  }

  private final JdbcClient db;

  Seats(JdbcClient db) {
    this.db = db;
  }

  /** Holds the shift for the rest of the transaction, so that a decision about its seats stays true until then.
   *  @return whether there is such a shift */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lock(ShiftId shift) {
    return db.sql("select id from opportunities.shift where id = :id for update").param("id", shift.value())
        .query(Long.class).optional().isPresent();
  }

  /** Takes one seat, for a role where one is named. Whether the shift has begun is the caller's to judge: walk-ins come late. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Seat take(ShiftId shift, @Nullable RoleId role) {
    return take(shift, role, 1);
  }

  /** Takes so many seats, or none of them. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Seat take(ShiftId shift, @Nullable RoleId role, int count) {
    int taken = db.sql("""
        update opportunities.shift s set taken = taken + :count
        where s.id = :id and s.state = 'open' and s.taken + :count <= s.capacity
          and exists (select from opportunities.opportunity o where o.id = s.opportunity_id and o.state = 'published')
        """).param("id", shift.value()).param("count", positive(count)).update();
    if (taken == 0) return open(shift) ? Seat.FULL : Seat.NOT_OPEN;
    if (role == null || takeRole(shift, role, count)) return Seat.TAKEN;
    giveBack(shift, count);
    return Seat.FULL;
  }

  /** Gives one seat back, also of a shift that was cancelled or is over.
   *  @throws IllegalStateException when nobody holds a seat there: a fault of ours */
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(ShiftId shift, @Nullable RoleId role) {
    release(shift, role, 1);
  }

  /** Gives so many seats back.
   *  @throws IllegalStateException when fewer are held there: a fault of ours */
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(ShiftId shift, @Nullable RoleId role, int count) {
    giveBack(shift, positive(count));
    if (role == null) return;
    int given = db.sql("update opportunities.shift_role set taken = taken - :count where id = :role and shift_id = :shift and taken >= :count")
        .param("role", role.value()).param("shift", shift.value()).param("count", count).update();
    if (given != 1) throw new IllegalStateException("no " + count + " seats are taken for role " + role + " of shift " + shift);
  }

  private boolean takeRole(ShiftId shift, RoleId role, int count) {
    return db.sql("update opportunities.shift_role set taken = taken + :count where id = :role and shift_id = :shift and taken + :count <= capacity")
        .param("role", role.value()).param("shift", shift.value()).param("count", count).update() == 1;
  }

  private void giveBack(ShiftId shift, int count) {
    int given = db.sql("update opportunities.shift set taken = taken - :count where id = :id and taken >= :count").param("id", shift.value())
        .param("count", count).update();
    if (given != 1) throw new IllegalStateException("no " + count + " seats are taken in shift " + shift);
  }

  private static int positive(int count) {
    if (count < 1) throw new IllegalArgumentException("not a number of seats: " + count);
    return count;
  }

  private boolean open(ShiftId shift) {
    return db.sql("""
        select s.state = 'open' and o.state = 'published'
        from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id
        where s.id = :id
        """).param("id", shift.value()).query(Boolean.class).optional().orElse(false);
  }
}
