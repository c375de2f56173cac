package dz.linatatawwa.hooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of what waits to be told, and of how it went. */
@Repository
class OutboxTable {

  /** So long a message that was taken is nobody else's: far longer than a call can take. */
  static final Duration MINE = Duration.ofSeconds(60);

  /** So many messages at one time for one address: who answers slowly holds up only themselves. */
  static final int AT_ONCE_EACH = 2;

  private final JdbcClient db;

  OutboxTable(JdbcClient db) {
    this.db = db;
  }

  /** Notes what happened, in the transaction of the deed, for the addresses that want to hear of it.
   *  @param data as JSON, of which nobody's name is a part */
  void note(HookKind kind, @Nullable Long organization, @Nullable Long partner, String data) {
    db.sql("select hooks.note(:kind, cast(:organization as bigint), cast(:partner as bigint), cast(:data as jsonb))").param("kind", kind.code()).param("organization", organization)
        .param("partner", partner).param("data", data).query((row, number) -> 0).list();
  }

  /** A message to try one address. @return the number of its delivery */
  long ping(HookId hook, Instant now) {
    return db.sql("""
        with event as (insert into hooks.event (kind, data) values (:kind, jsonb_build_object('hook', :hook)) returning id)
        insert into hooks.delivery (event_id, hook_id, next_try) select event.id, :hook, :now from event returning id
        """).param("kind", HookKind.PING).param("hook", hook.value()).param("now", Timestamp.from(now)).query(Long.class).single();
  }

  /** Takes messages that are due, at most two at a time for one address, those first that waited longest; for a while nobody else takes them.
   *  @param failing whether those are served to whom nothing arrived lately, or the others: they must not take each other's place */
  @Transactional
  public List<HookParcel> take(int many, boolean failing, Instant now) {
    Long[] served = db.sql("""
        select h.id
        from hooks.hook h
        where h.removed_at is null and h.paused_at is null and (h.failing_since is not null) = :failing
          and exists (select from hooks.delivery d where d.hook_id = h.id and d.arrived_at is null and d.dead_at is null and d.next_try <= :now)
          and (h.organization_id is null or exists (select from organizations.organization o where o.id = h.organization_id and o.state = 'verified'))
          and (select count(*) from hooks.delivery b where b.hook_id = h.id and b.busy_until > :now) < :each
        order by h.looked_at
        limit :many
        for update of h skip locked
        """).param("many", many).param("failing", failing).param("now", Timestamp.from(now)).param("each", AT_ONCE_EACH).query(Long.class).list().toArray(Long[]::new);
    if (served.length == 0) return List.of();
    db.sql("update hooks.hook set looked_at = :now where id = any(:served)").param("now", Timestamp.from(now)).param("served", served).update();
    return db.sql("""
        update hooks.delivery d
        set tries = d.tries + 1, next_try = :mine, busy_until = :mine
        from (
          select due.id
          from unnest(cast(:served as bigint[])) h(id)
          cross join lateral (
            select f.id, row_number() over (order by f.next_try, f.id) as place
            from (select x.id, x.next_try from hooks.delivery x
                  where x.hook_id = h.id and x.arrived_at is null and x.dead_at is null and x.next_try <= :now order by x.next_try, x.id limit :each) f) due
          where due.place <= :each - (select count(*) from hooks.delivery b where b.hook_id = h.id and b.busy_until > :now)
          order by due.place
          limit :many) chosen, hooks.event e, hooks.hook a
        where d.id = chosen.id and e.id = d.event_id and a.id = d.hook_id
        returning d.id, d.hook_id, a.address, d.event_id, e.kind, e.data::text as data, e.made_at, d.tries
        """).param("mine", Timestamp.from(now.plus(MINE))).param("now", Timestamp.from(now)).param("served", served).param("each", AT_ONCE_EACH).param("many", many)
        .query(OutboxTable::parcel).list();
  }

  /** Writes into the log how a try went. */
  void log(HookParcel parcel, Tried tried, Instant at, int millis) {
    db.sql("insert into hooks.attempt (delivery_id, at, status, fault, millis, answer) values (:delivery, :at, :status, :fault, :millis, :answer)")
        .param("delivery", parcel.delivery()).param("at", Timestamp.from(at)).param("status", tried.status()).param("fault", tried.fault())
        .param("millis", millis).param("answer", tried.answer()).update();
  }

  void arrived(HookParcel parcel, Instant now) {
    db.sql("update hooks.delivery set arrived_at = coalesce(arrived_at, :now), dead_at = null, busy_until = null where id = :id").param("id", parcel.delivery())
        .param("now", Timestamp.from(now)).update();
  }

  void again(HookParcel parcel, Instant when) {
    db.sql("update hooks.delivery set next_try = :when, busy_until = null where id = :id and arrived_at is null").param("id", parcel.delivery()).param("when", Timestamp.from(when)).update();
  }

  void dies(HookParcel parcel, Instant now) {
    db.sql("update hooks.delivery set dead_at = :now, busy_until = null where id = :id and arrived_at is null").param("id", parcel.delivery()).param("now", Timestamp.from(now)).update();
  }

  /** What was taken and not begun: anybody's at once, and no try. */
  void putBack(List<HookParcel> parcels, Instant now) {
    if (parcels.isEmpty()) return;
    db.sql("update hooks.delivery set next_try = :now, busy_until = null, tries = tries - 1 where id = any(:ids) and arrived_at is null and tries > 0")
        .param("ids", parcels.stream().map(HookParcel::delivery).toArray(Long[]::new)).param("now", Timestamp.from(now)).update();
  }

  /** Has one of an address's messages sent anew, from the first try on, under the same number. @return false when somebody carries it now */
  boolean resend(HookId hook, long delivery, Instant now) {
    return db.sql("""
        update hooks.delivery set arrived_at = null, dead_at = null, tries = 0, next_try = :now
        where hook_id = :hook and id = :id and (busy_until is null or busy_until <= :now)
        """).param("hook", hook.value()).param("id", delivery).param("now", Timestamp.from(now)).update() == 1;
  }

  int resendDead(HookId hook, Instant now) {
    return db.sql("update hooks.delivery set dead_at = null, tries = 0, next_try = :now where hook_id = :hook and dead_at is not null").param("hook", hook.value())
        .param("now", Timestamp.from(now)).update();
  }

  /** Forgets what happened before, with its deliveries and their log; at most so many events. */
  int forget(Instant before, int most) {
    return db.sql("delete from hooks.event where id in (select id from hooks.event where made_at < :before order by made_at limit :most)").param("before", Timestamp.from(before))
        .param("most", most).update();
  }

  private static HookParcel parcel(ResultSet row, int number) throws SQLException {
    return new HookParcel(row.getLong("id"), new HookId(row.getLong("hook_id")), row.getString("address"), row.getObject("event_id", UUID.class), row.getString("kind"),
        row.getString("data"), row.getTimestamp("made_at").toInstant(), row.getInt("tries"));
  }
}
