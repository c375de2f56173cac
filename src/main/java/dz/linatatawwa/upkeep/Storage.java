package dz.linatatawwa.upkeep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much room the database takes, and who takes most of it. */
@Component
class Storage {

  private static final int LARGEST = 12;

  private final JdbcClient db;

  Storage(JdbcClient db) {
    this.db = db;
  }

  /** Bytes of the whole database. */
  long bytes() {
    return db.sql("select pg_database_size(current_database())").query(Long.class).single();
  }

  /** The largest first, indexes and long texts counted; rows as last estimated. */
  List<StoredTable> largest() {
    return db.sql("""
        select n.nspname || '.' || c.relname as name, pg_total_relation_size(c.oid) as bytes, greatest(c.reltuples, 0)::bigint as rows
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'
        order by 2 desc, 1
        limit :most
        """).param("most", LARGEST).query(Storage::table).list();
  }

  private static StoredTable table(ResultSet row, int number) throws SQLException {
    return new StoredTable(row.getString("name"), row.getLong("bytes"), row.getLong("rows"));
  }
}
