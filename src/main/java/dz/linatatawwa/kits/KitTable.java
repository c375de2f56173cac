package dz.linatatawwa.kits;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of kits. */
@Repository
class KitTable {

  private static final String SELECT = """
      select id, shift_id, leader_id, kind, public_key, phone, taken_at, last_seen, returned_at, withdrawn_at
      from kits.kit
      """;
  private static final int SHOWN = 50;

  private final JdbcClient db;

  KitTable(JdbcClient db) {
    this.db = db;
  }

  KitId add(ShiftId shift, AccountId leader, String kind, byte[] key, String phone, Instant now) {
    return new KitId(db.sql("""
        insert into kits.kit (shift_id, leader_id, kind, public_key, phone, taken_at, last_seen)
        values (:shift, :leader, :kind, :key, :phone, :now, :now) returning id
        """).param("shift", shift.value()).param("leader", leader.value()).param("kind", kind).param("key", key).param("phone", phone)
        .param("now", at(now)).query(Long.class).single());
  }

  Optional<Kit> find(long id) {
    return db.sql(SELECT + "where id = :id").param("id", id).query(KitTable::read).optional();
  }

  /** With the title of what it was taken for. */
  Optional<Sites.Site> site(long id) {
    return db.sql("""
        select k.id, k.shift_id, k.leader_id, k.kind, k.public_key, k.phone, k.taken_at, k.last_seen, k.returned_at, k.withdrawn_at, f.title
        from kits.kit k join participation.shift_facts f on f.shift_id = k.shift_id
        where k.id = :id
        """).param("id", id).query((row, number) -> new Sites.Site(read(row, number), row.getString("title"))).optional();
  }

  /** The newest of a leader's kits. */
  List<KitLine> of(AccountId leader) {
    return db.sql("""
        select k.id, k.kind, k.phone, k.shift_id, f.organization_id, f.title, f.starts_at, k.taken_at, k.last_seen, k.returned_at, k.withdrawn_at
        from kits.kit k join participation.shift_facts f on f.shift_id = k.shift_id
        where k.leader_id = :leader order by k.id desc limit :most
        """).param("leader", leader.value()).param("most", SHOWN).query(KitTable::line).list();
  }

  /** Kits of a shift that are out: neither returned nor withdrawn. */
  int out(ShiftId shift) {
    return db.sql("select count(*) from kits.kit where shift_id = :shift and returned_at is null and withdrawn_at is null")
        .param("shift", shift.value()).query(Integer.class).single();
  }

  void seen(Kit kit, boolean returned, Instant now) {
    db.sql("update kits.kit set last_seen = :now, returned_at = case when :returned then coalesce(returned_at, :now) else returned_at end where id = :id")
        .param("now", at(now)).param("returned", returned).param("id", kit.id()).update();
  }

  boolean withdraw(KitId id, AccountId leader, Instant now) {
    return db.sql("update kits.kit set withdrawn_at = coalesce(withdrawn_at, :now) where id = :id and leader_id = :leader")
        .param("now", at(now)).param("id", id.value()).param("leader", leader.value()).update() > 0;
  }

  /** The role of everybody who has a seat, where the shift has roles. */
  Map<Long, String> roles(ShiftId shift) {
    Map<Long, String> roles = new HashMap<>();
    db.sql("select volunteer_id, role from participation.seated where shift_id = :shift and role is not null").param("shift", shift.value())
        .query(row -> { roles.put(row.getLong("volunteer_id"), row.getString("role")); });
    return roles;
  }

  private static Kit read(ResultSet row, int number) throws SQLException {
    return new Kit(row.getLong("id"), row.getLong("shift_id"), row.getLong("leader_id"), row.getString("kind"), row.getBytes("public_key"),
        row.getString("phone"), Objects.requireNonNull(instant(row, "taken_at")), instant(row, "last_seen"), instant(row, "returned_at"),
        instant(row, "withdrawn_at"));
  }

  private static KitLine line(ResultSet row, int number) throws SQLException {
    return new KitLine(row.getLong("id"), row.getString("kind"), row.getString("phone"), row.getLong("shift_id"), row.getLong("organization_id"),
        row.getString("title"), Objects.requireNonNull(instant(row, "starts_at")), Objects.requireNonNull(instant(row, "taken_at")),
        instant(row, "last_seen"), instant(row, "returned_at"), instant(row, "withdrawn_at"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
