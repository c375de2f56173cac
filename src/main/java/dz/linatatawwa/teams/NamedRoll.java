package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Rosters;
import dz.linatatawwa.participation.NamedPeople;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People without an account on the day: expected under somebody's seat, seen by a coordinator, counted. */
@Service
public class NamedRoll {

  /** One of them. @param cameAt when they were seen; null: not yet */
  public record Line(NamedPeople.Expected expected, @Nullable Instant cameAt) {}

  private final NamedPeople named;
  private final Rosters rosters;
  private final JdbcClient db;
  private final Clock clock;

  NamedRoll(NamedPeople named, Rosters rosters, JdbcClient db, Clock clock) {
    this.named = named;
    this.rosters = rosters;
    this.db = db;
    this.clock = clock;
  }

  /** Everybody who is expected in a shift so. */
  public List<Line> of(ShiftFacts shift) {
    List<NamedPeople.Expected> expected = named.expected(shift.id());
    if (expected.isEmpty()) return List.of();
    Map<Long, Instant> came = db.sql("select named_id, came_at from teams.presence where named_id in (:ids)").param("ids", expected.stream().map(one -> one.person().id()).toList())
        .query((row, number) -> Map.entry(row.getLong(1), row.getTimestamp(2).toInstant())).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return expected.stream().map(one -> new Line(one, came.get(one.person().id()))).toList();
  }

  /** Writes down that somebody is there, or takes it back; twice changes nothing.
   *  @return false before the shift opens and once its day is closed
   *  @throws NotFound for nobody of this shift */
  @Transactional
  public boolean mark(ShiftFacts shift, long person, boolean came, AccountId by) {
    if (named.expected(shift.id()).stream().noneMatch(one -> one.person().id() == person)) throw new NotFound("named person " + person + " of shift " + shift.shiftId());
    if (clock.instant().isBefore(shift.opens()) || rosters.closed(shift.id())) return false;
    if (came) {
      db.sql("insert into teams.presence (named_id, came_at, seen_by) values (:id, :now, :by) on conflict do nothing").param("id", person).param("by", by.value())
          .param("now", Sql.at(clock.instant())).update();
    } else {
      db.sql("delete from teams.presence where named_id = :id").param("id", person).update();
    }
    return true;
  }
}
