package dz.linatatawwa.participation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Instants as the driver takes them, rows as lists. */
final class Sql {

  private Sql() {}

  static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** All rows of a query whose rows are never null. As a list: a stream of rows keeps its connection until it is closed. */
  static <T> List<T> rows(JdbcClient.MappedQuerySpec<? extends @Nullable T> query) {
    return query.list().stream().map(row -> Objects.requireNonNull(row)).<T>map(row -> row).toList();
  }
}
