package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of those who come together. */
@Repository
class FriendTable {

  /** Two people and their shift. */
  record Pair(ShiftId shift, AccountId host, AccountId guest) {}

  private final JdbcClient db;

  FriendTable(JdbcClient db) {
    this.db = db;
  }

  /** @return the number of what is new; nothing where it was said before */
  Optional<Long> say(ShiftId shift, AccountId host, AccountId guest, Instant now) {
    return db.sql("""
        insert into teams.friendship (shift_id, host_id, guest_id, guest_yes_at) values (:shift, :host, :guest, :now)
        on conflict do nothing returning id
        """).param("shift", shift.value()).param("host", host.value()).param("guest", guest.value()).param("now", Sql.at(now)).query(Long.class).optional();
  }

  Optional<Pair> agree(AccountId host, long friendship, Instant now) {
    return db.sql("""
        update teams.friendship set host_yes_at = coalesce(host_yes_at, :now) where id = :id and host_id = :host and ended_at is null
        returning shift_id, host_id, guest_id
        """).param("id", friendship).param("host", host.value()).param("now", Sql.at(now))
        .query((row, number) -> new Pair(new ShiftId(row.getLong(1)), new AccountId(row.getLong(2)), new AccountId(row.getLong(3)))).optional();
  }

  boolean end(AccountId person, long friendship, Instant now) {
    return db.sql("update teams.friendship set ended_at = :now where id = :id and :person in (host_id, guest_id) and ended_at is null").param("id", friendship)
        .param("person", person.value()).param("now", Sql.at(now)).update() == 1;
  }

  Map<ShiftId, List<Friend>> of(AccountId person, Collection<ShiftId> shifts) {
    if (shifts.isEmpty()) return Map.of();
    return db.sql("""
        select f.id, f.shift_id, case when f.host_id = :person then f.guest_id else f.host_id end as other, f.host_id = :person as invited, f.host_yes_at is not null as agreed
        from teams.friendship f
        where (f.host_id = :person or f.guest_id = :person) and f.shift_id in (:shifts) and f.ended_at is null
          and exists (select from participation.application a where a.shift_id = f.shift_id and a.state in ('pending', 'accepted', 'waiting', 'offered')
                        and a.volunteer_id = case when f.host_id = :person then f.guest_id else f.host_id end)
        order by f.shift_id, f.id limit 500
        """).param("person", person.value()).param("shifts", shifts.stream().map(ShiftId::value).toList())
        .query((row, number) -> Map.entry(new ShiftId(row.getLong("shift_id")),
            new Friend(row.getLong("id"), new AccountId(row.getLong("other")), row.getBoolean("invited"), row.getBoolean("agreed")))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
