package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.WilayaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shifts by their dates, as calendars ask for them. */
@Repository
public class DatedShifts {

  private final JdbcClient db;

  DatedShifts(JdbcClient db) {
    this.db = db;
  }

  /** Whose and where; what is null is open. */
  public record Of(@Nullable WilayaCode wilaya, @Nullable String field, @Nullable OrganizationId organization) {}

  /** Those that begin within a span, by their beginning, called-off ones too.
   *  @param most the first so many */
  public List<DatedShift> between(Of of, Instant from, Instant to, int most) {
    StringBuilder where = new StringBuilder("s.starts_at >= :from and s.starts_at < :to");
    Map<String, Object> values = new HashMap<>(Map.of("from", from.atOffset(ZoneOffset.UTC), "to", to.atOffset(ZoneOffset.UTC), "most", most));
    if (of.wilaya() instanceof WilayaCode wilaya) narrow(where, values, "s.wilaya_code = cast(:wilaya as char(2))", "wilaya", wilaya.value());
    if (of.field() instanceof String field) narrow(where, values, "s.field_code = :field", "field", field);
    if (of.organization() instanceof OrganizationId organization) narrow(where, values, "s.organization_id = :organization", "organization", organization.value());
    return db.sql("""
        select s.id, s.opportunity_id, s.starts_at, s.ends_at, s.off, s.title, s.summary, s.name_ar, s.name_fr, s.address, s.commune_code, s.remote, s.changed_at
        from opportunities.dated_shift s where
        """ + " " + where + " order by s.starts_at, s.id limit :most").params(values).query(DatedShifts::shift).list();
  }

  private static void narrow(StringBuilder where, Map<String, Object> values, String condition, String name, Object value) {
    where.append(" and ").append(condition);
    values.put(name, value);
  }

  /** When each shift of an opportunity last changed. */
  public Map<ShiftId, Instant> changed(OpportunityId opportunity) {
    Map<ShiftId, Instant> changed = new HashMap<>();
    db.sql("select s.id, greatest(s.changed_at, o.changed_at) as changed_at from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where o.id = :id")
        .param("id", opportunity.value()).query(row -> { changed.put(new ShiftId(row.getLong("id")), row.getTimestamp("changed_at").toInstant()); });
    return changed;
  }

  private static DatedShift shift(ResultSet row, int number) throws SQLException {
    return new DatedShift(new ShiftId(row.getLong("id")), new OpportunityId(row.getLong("opportunity_id")), row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(), row.getBoolean("off"), row.getString("title"), row.getString("summary"),
        new LocalName(row.getString("name_ar"), row.getString("name_fr"), null), row.getString("address"), row.getString("commune_code"), row.getBoolean("remote"),
        row.getTimestamp("changed_at").toInstant());
  }
}
