package dz.linatatawwa.opportunities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of shifts and their roles, read. */
@Repository
class ShiftTable {

  private record RoleOfShift(long shift, Shift.Role role) {}

  private static final String COLUMNS = "id, opportunity_id, series_id, starts_at, ends_at, capacity, taken, state";

  private final JdbcClient db;

  ShiftTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Shift> find(ShiftId id) {
    List<Shift.Role> roles = roles("shift_id = :id", id.value()).stream().map(RoleOfShift::role).toList();
    return db.sql("select " + COLUMNS + " from opportunities.shift where id = :id").param("id", id.value())
        .query((row, n) -> shift(row, roles)).optional();
  }

  /** All of an opportunity, by start. */
  List<Shift> of(OpportunityId opportunity) {
    Map<Long, List<Shift.Role>> roles = roles("shift_id in (select id from opportunities.shift where opportunity_id = :id)", opportunity.value())
        .stream().collect(Collectors.groupingBy(RoleOfShift::shift, Collectors.mapping(RoleOfShift::role, Collectors.toList())));
    return db.sql("select " + COLUMNS + " from opportunities.shift where opportunity_id = :id order by starts_at, id")
        .param("id", opportunity.value()).query((row, n) -> shift(row, roles.getOrDefault(row.getLong("id"), List.of()))).list();
  }

  /** Holds every shift of an opportunity, in the order of ids that all follow. */
  void lock(OpportunityId opportunity) {
    db.sql("select id from opportunities.shift where opportunity_id = :id order by id for update").param("id", opportunity.value())
        .query(Long.class).list();
  }

  private List<RoleOfShift> roles(String which, long id) {
    return db.sql("select shift_id, id, name, capacity, taken from opportunities.shift_role where " + which + " order by id").param("id", id)
        .query((row, n) -> new RoleOfShift(row.getLong("shift_id"), new Shift.Role(new RoleId(row.getLong("id")), row.getString("name"),
            row.getInt("capacity"), row.getInt("taken")))).list();
  }

  private static Shift shift(ResultSet row, List<Shift.Role> roles) throws SQLException {
    return new Shift(new ShiftId(row.getLong("id")), new OpportunityId(row.getLong("opportunity_id")),
        row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant(), row.getInt("capacity"), row.getInt("taken"),
        Shift.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), OpportunityTable.number(row, "series_id"), roles);
  }
}
