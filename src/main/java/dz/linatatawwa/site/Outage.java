package dz.linatatawwa.site;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database, or a store of files, that is away, one that takes nothing any more, and one that was given what it cannot hold, from a fault of ours. */
final class Outage {

  private static final int DEEPEST = 20;

  private Outage() {}

  static boolean is(Throwable thrown) {
    @Nullable Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause instanceof Away || cause instanceof SQLException sql && away(sql)) return true;
    }
    return false;
  }

  /** Whether there was no room for what was to be written, or the server only lets read. */
  static boolean full(Throwable thrown) {
    @Nullable Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      // 53100: the disk is full; 25006: the server only lets read
      if (cause instanceof SQLException sql && ("53100".equals(sql.getSQLState()) || "25006".equals(sql.getSQLState()))) return true;
      if (cause instanceof FileSystemException file && String.valueOf(file.getReason()).contains("No space left")) return true;
    }
    return false;
  }

  /** Whether what was typed holds a letter that no text of the database can (NUL). */
  static boolean unstorable(Throwable thrown) {
    @Nullable Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      // 22021: in a text; 22P05: in JSON
      if (cause instanceof SQLException sql && ("22021".equals(sql.getSQLState()) || "22P05".equals(sql.getSQLState()))) return true;
    }
    return false;
  }

  private static boolean away(SQLException sql) {
    if (sql instanceof SQLTransientConnectionException || sql instanceof SQLNonTransientConnectionException || sql instanceof SQLRecoverableException) return true;
    String state = sql.getSQLState();
    // 08: the connection failed; 57P: the server is stopping, starting, or dropped us; 53300: it takes no more connections.
    return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
  }
}
