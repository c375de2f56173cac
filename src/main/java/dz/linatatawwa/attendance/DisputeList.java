package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for a decision in a day, for reading. Who may look is the caller's to check (the desk does). */
@Repository
public class DisputeList {

  private static final int MOST = 200;

  /** Two deeds that cannot both be true: the one that stands, and the other. */
  public record Conflict(long id, long volunteerId, String name, String kind, Instant at, String via, long byAccount, Instant againstAt,
      String againstVia, long againstBy) {}

  /** A deed that does not count yet. */
  public record Review(String key, long volunteerId, String name, String deed, Instant at, String via, long byAccount, String why) {}

  /** A deed that was not possible. */
  public record Refusal(String name, String deed, Instant at, long byAccount, String why) {}

  /** A device whose clock was more than two hours wrong; its times were put right. */
  public record WrongClock(String via, int minutes) {}

  private final JdbcClient db;
  private final Accounts accounts;

  DisputeList(JdbcClient db, Accounts accounts) {
    this.db = db;
    this.accounts = accounts;
  }

  /** Contradictions that nobody has settled, at most 200. */
  public List<Conflict> conflicts(ShiftId shift) {
    return Sql.rows(db.sql("""
        select c.id, c.volunteer_id, v.name, c.kind, d.at, d.via, d.by_account, a.at as against_at, a.via as against_via, a.by_account as against_by
        from attendance.conflict c
        join attendance.deed d on d.key = c.key
        join attendance.deed a on a.key = c.against
        join volunteers.public_volunteer v on v.id = c.volunteer_id
        where c.shift_id = :shift and c.settled_at is null
        order by v.name, c.id limit :most
        """).param("shift", shift.value()).param("most", MOST).query(Conflict.class));
  }

  /** Deeds that wait for somebody to accept them or leave them out, at most 200. */
  public List<Review> reviews(ShiftId shift) {
    return Sql.rows(db.sql("""
        select d.key, d.volunteer_id, v.name, d.deed, coalesce(d.times_in, d.at) as at, d.via, d.by_account, d.why
        from attendance.deed d
        join attendance.review r on r.key = d.key
        join volunteers.public_volunteer v on v.id = d.volunteer_id
        where d.shift_id = :shift and d.outcome = 'review' and r.settled_at is null
        order by v.name, d.at limit :most
        """).param("shift", shift.value()).param("most", MOST).query(Review.class));
  }

  /** Deeds that were refused, at most 200. */
  public List<Refusal> refusals(ShiftId shift) {
    return Sql.rows(db.sql("""
        select v.name, d.deed, d.at, d.by_account, d.why
        from attendance.deed d join volunteers.public_volunteer v on v.id = d.volunteer_id
        where d.shift_id = :shift and d.outcome = 'refused'
        order by d.at limit :most
        """).param("shift", shift.value()).param("most", MOST).query(Refusal.class));
  }

  /** Devices whose clock was wrong. */
  public List<WrongClock> wrongClocks(ShiftId shift) {
    return Sql.rows(db.sql("""
        select d.via, max(abs(extract(epoch from d.at - d.device_at)) / 60)::int as minutes
        from attendance.deed d
        where d.shift_id = :shift and d.device_at is not null and abs(extract(epoch from d.at - d.device_at)) > 7200
        group by d.device, d.via order by minutes desc
        """).param("shift", shift.value()).query(WrongClock.class));
  }

  /** Who made these deeds, by account. */
  public Map<Long, String> names(Stream<@Nullable Long> people) {
    List<AccountId> ids = people.flatMap(Stream::ofNullable).distinct().map(AccountId::new).toList();
    return accounts.names(ids).entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
  }
}
