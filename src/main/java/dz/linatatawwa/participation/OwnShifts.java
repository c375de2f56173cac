package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A person's own shifts for their calendar. */
@Repository
public class OwnShifts {

  private static final String COLUMNS = "id, state, role, starts_at, ends_at, off, opportunity_id, title, bring, name_ar, name_fr, address, commune_code, remote, changed_at";

  private final JdbcClient db;

  OwnShifts(JdbcClient db) {
    this.db = db;
  }

  /** Those that begin within a span, by their beginning; what was given back or called off as long as it may still stand in a calendar.
   *  @param given back, after this moment
   *  @param most  the first so many */
  public List<OwnShift> between(AccountId person, Instant from, Instant to, Instant given, int most) {
    return db.sql("select " + COLUMNS + """
         from participation.own_shift
        where volunteer_id = :person and starts_at >= :from and starts_at < :to
          and (state in ('pending', 'accepted', 'waiting', 'offered') or state_since > :given)
        order by starts_at, id limit :most
        """).param("person", person.value()).param("from", Sql.at(from)).param("to", Sql.at(to)).param("given", Sql.at(given)).param("most", most).query(OwnShifts::read).list();
  }

  /** One of this person's own. */
  public Optional<OwnShift> find(AccountId person, ApplicationId id) {
    return db.sql("select " + COLUMNS + " from participation.own_shift where volunteer_id = :person and id = :id").param("person", person.value()).param("id", id.value())
        .query(OwnShifts::read).optional();
  }

  private static OwnShift read(ResultSet row, int number) throws SQLException {
    return new OwnShift(new ApplicationId(row.getLong("id")), row.getString("state"), row.getString("role"), row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(), row.getBoolean("off"), row.getLong("opportunity_id"), row.getString("title"), row.getString("bring"),
        new LocalName(row.getString("name_ar"), row.getString("name_fr"), null), row.getString("address"), row.getString("commune_code"), row.getBoolean("remote"),
        row.getTimestamp("changed_at").toInstant());
  }
}
