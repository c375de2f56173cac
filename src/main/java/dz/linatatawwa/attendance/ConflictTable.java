package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of contradictions and of deeds for review, until a person has settled them. */
@Repository
class ConflictTable {

  /** A contradiction that nobody has settled. */
  record Open(long id, long shiftId, long volunteerId, String kind, String key, String against) {}

  /** A deed for review that nobody has settled. */
  record Review(String key, long shiftId, long volunteerId) {}

  private final JdbcClient db;

  ConflictTable(JdbcClient db) {
    this.db = db;
  }

  /** Brings the open contradictions of one person to what the fold found. What was settled stays settled. */
  void keep(ShiftId shift, AccountId volunteer, List<Contradiction> found) {
    for (Contradiction one : found) {
      db.sql("""
          insert into attendance.conflict as c (shift_id, volunteer_id, kind, key, against) values (:shift, :volunteer, :kind, :key, :against)
          on conflict (kind, key) do update set against = excluded.against, settled_at = null, choice = null
            where c.choice = 'gone' or (c.settled_at is null and c.against <> excluded.against)
          """).param("shift", shift.value()).param("volunteer", volunteer.value()).param("kind", one.kind().code()).param("key", one.key())
          .param("against", one.against()).update();
    }
    db.sql("""
        update attendance.conflict c set settled_at = clock_timestamp(), choice = 'gone'
        where c.shift_id = :shift and c.volunteer_id = :volunteer and c.settled_at is null
          and not (c.kind || ' ' || c.key = any (:found))
        """).param("shift", shift.value()).param("volunteer", volunteer.value())
        .param("found", found.stream().map(one -> one.kind().code() + " " + one.key()).toArray(String[]::new)).update();
  }

  Optional<Open> open(long id) {
    return db.sql("select id, shift_id, volunteer_id, kind, key, against from attendance.conflict where id = :id and settled_at is null")
        .param("id", id).query(Open.class).optional();
  }

  void settle(long id, AccountId by, boolean changed) {
    db.sql("""
        update attendance.conflict set settled_at = clock_timestamp(), settled_by = :by, choice = :choice where id = :id and settled_at is null
        """).param("id", id).param("by", by.value()).param("choice", changed ? "changed" : "kept").update();
  }

  void review(String key) {
    db.sql("insert into attendance.review (key) values (:key)").param("key", key).update();
  }

  Optional<Review> openReview(String key) {
    return db.sql("""
        select r.key, d.shift_id, d.volunteer_id from attendance.review r join attendance.deed d on d.key = r.key
        where r.key = :key and r.settled_at is null
        """).param("key", key).query(Review.class).optional();
  }

  /** @return false where somebody else was faster */
  boolean settleReview(String key, AccountId by, boolean accepted, String reason) {
    return db.sql("""
        update attendance.review set settled_at = clock_timestamp(), settled_by = :by, accepted = :accepted, reason = nullif(:reason, '')
        where key = :key and settled_at is null
        """).param("key", key).param("by", by.value()).param("accepted", accepted).param("reason", reason).update() == 1;
  }
}
