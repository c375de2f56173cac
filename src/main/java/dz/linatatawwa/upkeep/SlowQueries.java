package dz.linatatawwa.upkeep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which statements the database spends its time on, by its own extension {@code pg_stat_statements}; the platform's own PostgreSQL has it, an outside one perhaps not. */
@Component
class SlowQueries {

  private static final int MOST = 12;

  private final JdbcClient db;

  SlowQueries(JdbcClient db) {
    this.db = db;
  }

  /** Those that take most of the time; empty: nobody counts here. */
  Optional<List<SlowQuery>> most() {
    try {
      boolean counted = db.sql("select to_regclass('public.pg_stat_statements') is not null").query(Boolean.class).single();
      return counted ? Optional.of(read()) : Optional.empty();
    } catch (DataAccessException notLoaded) {
      return Optional.empty();
    }
  }

  private List<SlowQuery> read() {
    return db.sql("""
        select left(regexp_replace(query, '\\s+', ' ', 'g'), 400) as text, calls, mean_exec_time, max_exec_time,
          total_exec_time / nullif(sum(total_exec_time) over (), 0) as share
        from public.pg_stat_statements
        where dbid = (select oid from pg_database where datname = current_database()) and userid = (select oid from pg_roles where rolname = current_user)
        order by total_exec_time desc
        limit :most
        """).param("most", MOST).query(SlowQueries::query).list();
  }

  private static SlowQuery query(ResultSet row, int number) throws SQLException {
    return new SlowQuery(row.getString("text"), row.getLong("calls"), row.getDouble("mean_exec_time"), row.getDouble("max_exec_time"), row.getDouble("share"));
  }
}
