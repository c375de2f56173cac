package dz.linatatawwa.trainings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Instants as the driver takes and gives them, rows as lists. */
final class Sql {

  private Sql() {}

  static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** All rows of a query whose rows are never null. As a list: a stream of rows keeps its connection until it is closed. */
  static <T> List<T> rows(JdbcClient.MappedQuerySpec<? extends @Nullable T> query) {
    return query.list().stream().map(row -> Objects.requireNonNull(row)).<T>map(row -> row).toList();
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  static Instant known(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
