package dz.linatatawwa.kits;

import dz.linatatawwa.opportunities.ShiftId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what came from phones. */
@Repository
class DeliveryTable {

  private static final int SHOWN = 50;

  private final JdbcClient db;
  private final JsonMapper json;

  DeliveryTable(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** The answer that a key got, if it came from this kit; from another one it answers for somebody else's deed. */
  Optional<Outcome> answered(Kit kit, String key) {
    return db.sql("select key, kit_id, outcome, code, at from kits.delivery where key = :key").param("key", key)
        .query((row, number) -> row.getLong("kit_id") == kit.id() ? read(row, number) : new Outcome(key, "refused", "key-used", null)).optional();
  }

  /** Keeps a line with its answer; who comes second with the same key gets the first one's answer. */
  Outcome keep(Kit kit, Line line, Outcome outcome) {
    db.sql("""
        insert into kits.delivery (key, kit_id, sequence, kind, line, device_at, outcome, code, at)
        values (:key, :kit, :sequence, :kind, :line::jsonb, :deviceAt, :outcome, :code, :at)
        on conflict (key) do nothing
        """).param("key", line.key()).param("kit", kit.id()).param("sequence", line.seq()).param("kind", line.kind())
        .param("line", json.writeValueAsString(line)).param("deviceAt", KitTable.at(line.deviceAt())).param("outcome", outcome.outcome())
        .param("code", outcome.code()).param("at", KitTable.at(outcome.at())).update();
    return answered(kit, line.key()).orElseThrow(() -> new IllegalStateException("line " + line.key() + " was not kept"));
  }

  /** What came from the phones of a shift and was refused before it became a deed, the newest first; refused deeds the attendance shows. */
  List<Refusal> refused(ShiftId shift) {
    return db.sql("""
        select v.name, d.kind, d.device_at, d.code, k.phone
        from kits.delivery d join kits.kit k on k.id = d.kit_id
        left join volunteers.public_volunteer v on v.id = (d.line ->> 'v')::bigint
        where d.outcome = 'refused' and (d.code like 'code-%' or d.code in ('not-recognized', 'unknown-deed', 'nobody')) and k.shift_id = :shift
        order by d.received_at desc limit :most
        """).param("shift", shift.value()).param("most", SHOWN)
        .query((row, number) -> new Refusal(row.getString("name"), row.getString("kind"), Objects.requireNonNull(KitTable.instant(row, "device_at")),
            Objects.requireNonNullElse(row.getString("code"), ""), row.getString("phone"))).list();
  }

  private static Outcome read(ResultSet row, int number) throws SQLException {
    return new Outcome(row.getString("key"), row.getString("outcome"), row.getString("code"), KitTable.instant(row, "at"));
  }
}
