package dz.linatatawwa.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.AutoSave;

/** Deeds that are done and never kept: while it lasts, all that the web server's threads do to the database is one transaction, which is rolled back at the
 *  end. So any number of deeds can be tried on one and the same country. Threads that work on their own see the country as it is. */
public final class Rehearsal implements AutoCloseable {

  private static final String WEB = "tomcat-handler-";
  private static final String SNAPSHOT = "select pg_export_snapshot()";

  private final TestDatabase database;
  private final Connection real;
  private @Nullable Connection beside;
  private @Nullable String snapshot;

  Rehearsal(TestDatabase database, Connection real) {
    this.database = database;
    this.real = real;
    try {
      execute("select pg_stat_force_next_flush()");
      real.setAutoCommit(false);
      real.unwrap(PGConnection.class).setAutosave(AutoSave.ALWAYS);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether this thread does a visitor's deed. */
  static boolean plays() {
    return Thread.currentThread().getName().startsWith(WEB);
  }

  /** The tables that were written to since it began, and how many rows; also what was taken back since. */
  public synchronized Map<String, Long> written() {
    Map<String, Long> rows = new TreeMap<>();
    try (var statement = real.createStatement()) {
      try (var assigned = statement.executeQuery("select pg_current_xact_id_if_assigned()")) {
        assigned.next();
        if (assigned.getString(1) == null) return rows;
      }
      try (var tables = statement.executeQuery("""
          select schemaname || '.' || relname, n_tup_ins + n_tup_upd + n_tup_del from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0
          """)) {
        while (tables.next()) rows.put(tables.getString(1), tables.getLong(2));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Connection connection() {
    Part part = new Part();
    return (Connection) Proxy.newProxyInstance(Rehearsal.class.getClassLoader(), new Class<?>[] {Connection.class}, part::answer);
  }

  /** A snapshot for threads that work on their own; of a savepoint there is none, so it is of the country as it is. */
  private synchronized String snapshot() throws SQLException {
    if (snapshot != null) return snapshot;
    beside = database.getConnection();
    beside.setAutoCommit(false);
    beside.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (var statement = beside.createStatement(); var exported = statement.executeQuery(SNAPSHOT)) {
      exported.next();
      snapshot = exported.getString(1);
    }
    return snapshot;
  }

  private void execute(String sql) throws SQLException {
    try (var statement = real.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    database.end(this);
    try {
      if (beside != null) {
        beside.rollback();
        beside.setAutoCommit(true);
        beside.close();
      }
      real.rollback();
      real.unwrap(PGConnection.class).setAutosave(AutoSave.NEVER);
      real.setAutoCommit(true);
      real.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection as the platform sees it: its transactions are savepoints of ours. */
  private final class Part {

    private @Nullable Savepoint begun;
    private boolean closed;

    private @Nullable Object answer(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
      switch (method.getName()) {
        case "setAutoCommit" -> {
          if ((boolean) arguments[0]) commit();
          else if (begun == null) begun = real.setSavepoint();
          return null;
        }
        case "getAutoCommit" -> {
          return begun == null;
        }
        case "commit" -> {
          commit();
          begun = real.setSavepoint();
          return null;
        }
        case "rollback" -> {
          if (arguments == null && begun != null) real.rollback(begun);
          else if (arguments != null) real.rollback((Savepoint) arguments[0]);
          return null;
        }
        case "close" -> {
          if (!closed && begun != null) real.rollback(begun);
          closed = true;
          return null;
        }
        case "isClosed" -> {
          return closed;
        }
        case "setReadOnly", "setTransactionIsolation", "abort", "setNetworkTimeout" -> {
          return null;
        }
        case "prepareStatement" -> {
          return forward(method, SNAPSHOT.equals(arguments[0]) ? new Object[] {"select '" + snapshot() + "'"} : arguments);
        }
        case "equals" -> {
          return proxy == arguments[0];
        }
        case "hashCode" -> {
          return System.identityHashCode(proxy);
        }
        default -> {
          return forward(method, arguments);
        }
      }
    }

    private @Nullable Object forward(Method method, Object @Nullable [] arguments) throws Throwable {
      try {
        return method.invoke(real, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private void commit() throws SQLException {
      if (begun != null) real.releaseSavepoint(begun);
      begun = null;
    }
  }
}
