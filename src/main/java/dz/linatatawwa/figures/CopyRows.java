package dz.linatatawwa.figures;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Rows of a query as they stream in (PostgreSQL's binary COPY): no row is kept, and nothing is made of values that nobody asks for. */
final class CopyRows implements AutoCloseable {

  private static final int SIGNATURE = 19;
  private static final int MOST_COLUMNS = 32;

  private final CopyOut copy;
  private final int[] at = new int[MOST_COLUMNS];
  private final int[] length = new int[MOST_COLUMNS];
  private byte[] row = {};
  private boolean begun;

  /** @param query without parameters: COPY takes none */
  CopyRows(Connection connection, String query) throws SQLException {
    copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout (format binary)");
  }

  boolean next() throws SQLException {
    byte[] read = copy.readFromCopy();
    int from = 0;
    if (!begun && read != null) {
      begun = true;
      from = SIGNATURE;
      if (read.length == SIGNATURE) {
        read = copy.readFromCopy();
        from = 0;
      }
    }
    if (read == null) return false;
    row = read;
    int columns = shortAt(from);
    if (columns < 0) return next(); // the end is told in a row of its own
    int next = from + 2;
    for (int i = 0; i < columns; i++) {
      length[i] = Packed.intAt(read, next);
      at[i] = next + 4;
      next = at[i] + Math.max(0, length[i]);
    }
    return true;
  }

  boolean isNull(int column) {
    return length[column] < 0;
  }

  /** A bigint, or 0. */
  long longAt(int column) {
    return isNull(column) ? 0 : (long) Packed.intAt(row, at[column]) << 32 | Packed.intAt(row, at[column] + 4) & 0xffffffffL;
  }

  /** A smallint, an integer or a date (days since 2000), or 0. */
  int intAt(int column) {
    return switch (length[column]) {
      case 2 -> shortAt(at[column]);
      case 4 -> Packed.intAt(row, at[column]);
      default -> 0;
    };
  }

  private short shortAt(int where) {
    return (short) ((row[where] & 0xff) << 8 | row[where + 1] & 0xff);
  }

  /** Digits as a number, or 0. */
  int digits(int column) {
    int number = 0;
    for (int i = 0; i < length[column]; i++) number = number * 10 + row[at[column] + i] - '0';
    return number;
  }

  @Nullable String text(int column) {
    return isNull(column) ? null : new String(row, at[column], length[column], StandardCharsets.UTF_8);
  }

  /** The bytes in which the value of a column lies: from {@link #from} to {@link #to}. */
  byte[] bytes() {
    return row;
  }

  int from(int column) {
    return at[column];
  }

  int to(int column) {
    return at[column] + Math.max(0, length[column]);
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) copy.cancelCopy();
  }
}
