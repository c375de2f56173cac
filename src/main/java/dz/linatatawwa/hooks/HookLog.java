package dz.linatatawwa.hooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an address was told, how it went, and what it answered; kept for some weeks. */
@Repository
public class HookLog {

  /** So many messages a page. */
  public static final int PAGE = 30;

  /** How many messages of an address are in which state. */
  public record Counts(long waiting, long arrived, long dead) {}

  private static final String ROW = """
      select d.id, d.event_id, e.kind, e.data::text as data, e.made_at, d.tries, d.arrived_at is not null as arrived, d.dead_at is not null as dead, nullif(d.next_try, 'infinity') as next_try,
        a.at, a.status, a.fault, a.millis
      from hooks.delivery d
      join hooks.event e on e.id = d.event_id
      left join lateral (select at, status, fault, millis from hooks.attempt a where a.delivery_id = d.id order by a.id desc limit 1) a on true
      where d.hook_id = :hook
      """;

  private final JdbcClient db;

  HookLog(JdbcClient db) {
    this.db = db;
  }

  /** Messages of an address, the newest first, thirty at a time.
   *  @param state  null: all
   *  @param before only older ones than this number; null: from the newest on */
  public List<HookDelivery> of(Hook hook, HookDelivery.@Nullable State state, @Nullable Long before) {
    return db.sql(ROW + condition(state) + " and d.id < :before order by d.id desc limit " + PAGE).param("hook", hook.id().value()).param("before", before == null ? Long.MAX_VALUE : before)
        .query(HookLog::read).list();
  }

  /** One message with its body and every try. */
  public Optional<HookDelivery.Whole> find(Hook hook, long delivery) {
    return db.sql(ROW + " and d.id = :id").param("hook", hook.id().value()).param("id", delivery).query((row, number) -> {
      HookParcel parcel = new HookParcel(delivery, hook.id(), hook.address(), row.getObject("event_id", UUID.class), row.getString("kind"), row.getString("data"),
          row.getTimestamp("made_at").toInstant(), row.getInt("tries"));
      return new HookDelivery.Whole(read(row, number), parcel.body(), attempts(delivery));
    }).optional();
  }

  /** Counted over what the log still has. */
  public Counts counts(Hook hook) {
    return db.sql("""
        select count(*) filter (where arrived_at is null and dead_at is null) as waiting, count(*) filter (where arrived_at is not null) as arrived,
          count(*) filter (where dead_at is not null) as dead
        from hooks.delivery where hook_id = :hook
        """).param("hook", hook.id().value()).query(Counts.class).single();
  }

  private List<HookDelivery.Attempt> attempts(long delivery) {
    return db.sql("select at, status, fault, millis, answer from hooks.attempt where delivery_id = :id order by id desc limit 50").param("id", delivery)
        .query((row, number) -> new HookDelivery.Attempt(row.getTimestamp("at").toInstant(), whole(row, "status"), row.getString("fault"), row.getInt("millis"), row.getString("answer"))).list();
  }

  private static String condition(HookDelivery.@Nullable State state) {
    return switch (state) {
      case null -> "";
      case WAITING -> " and d.arrived_at is null and d.dead_at is null";
      case ARRIVED -> " and d.arrived_at is not null";
      case DEAD -> " and d.dead_at is not null";
    };
  }

  private static HookDelivery read(ResultSet row, int number) throws SQLException {
    HookDelivery.State state = row.getBoolean("arrived") ? HookDelivery.State.ARRIVED : row.getBoolean("dead") ? HookDelivery.State.DEAD : HookDelivery.State.WAITING;
    Instant next = state == HookDelivery.State.WAITING ? HookTable.at(row, "next_try").orElse(null) : null;
    return new HookDelivery(row.getLong("id"), "evt_" + row.getString("event_id").replace("-", ""), row.getString("kind"), row.getTimestamp("made_at").toInstant(), state, row.getInt("tries"),
        next, HookTable.at(row, "at").orElse(null), whole(row, "status"), row.getString("fault"), whole(row, "millis"));
  }

  private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
