package dz.linatatawwa.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows that go into a table in one stream (PostgreSQL's COPY). Closing ends the stream; a failure before that leaves nothing. */
final class Rows implements AutoCloseable {

  private static final int FULL = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder text = new StringBuilder(FULL + 4096);
  private boolean whole;

  /** @param table with its columns: {@code hours.entry (id, minutes)} */
  Rows(Connection connection, String table) throws SQLException {
    copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
  }

  /** One row; lists become arrays. */
  void row(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) text.append('\t');
      write(values[i]);
    }
    text.append('\n');
    if (text.length() > FULL) flush();
  }

  /** To be called after the last row: without it closing throws the rows away. */
  void end() throws SQLException {
    flush();
    copy.endCopy();
    whole = true;
  }

  @Override
  public void close() throws SQLException {
    if (!whole && copy.isActive()) copy.cancelCopy();
  }

  private void write(@Nullable Object value) {
    if (value == null) {
      text.append("\\N");
    } else if (value instanceof List<?> list) {
      text.append('{');
      for (int i = 0; i < list.size(); i++) text.append(i > 0 ? "," : "").append('"').append(list.get(i)).append('"');
      text.append('}');
    } else {
      escape(value.toString());
    }
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  private void flush() throws SQLException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }
}
