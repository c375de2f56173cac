package dz.linatatawwa.world;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** What visitors' threads ask of the database while it listens: every text once, and of each text some of the values with which it was asked. Threads that work on their own are not heard. */
public final class Overheard implements AutoCloseable {

  /** Of one text: the first ones, which differ at least by who asks. */
  private static final int OF_A_TEXT = 3;

  private final TestDatabase database;
  private final Map<String, Set<String>> asked = new TreeMap<>();

  Overheard(TestDatabase database) {
    this.database = database;
  }

  /** By its text with question marks, the same with values put in by the driver. */
  public synchronized Map<String, Collection<String>> asked() {
    return new TreeMap<>(asked);
  }

  Connection over(Connection real) {
    return proxy(Connection.class, (proxy, method, arguments) -> {
      Object answer = forward(real, method, arguments);
      return method.getName().equals("prepareStatement") && arguments != null ? over((PreparedStatement) answer, (String) arguments[0]) : answer;
    });
  }

  private PreparedStatement over(PreparedStatement real, String text) {
    Map<Integer, String> arrays = new TreeMap<>();
    return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
      if (method.getName().startsWith("set") && arguments != null && arguments.length > 1 && arguments[0] instanceof Integer place) keep(arrays, place, arguments[1]);
      if (method.getName().startsWith("execute")) note(text, real, arrays.values());
      return forward(real, method, arguments);
    });
  }

  /** The driver tells its statements with all values but arrays. */
  private static void keep(Map<Integer, String> arrays, int place, @Nullable Object value) {
    if (value instanceof java.sql.Array array) arrays.put(place, "'" + array.toString().replace("'", "''") + "'");
    else if (value != null && value.getClass().isArray() && !(value instanceof byte[])) arrays.put(place, literal(value));
    else arrays.remove(place);
  }

  private static String literal(Object array) {
    StringJoiner all = new StringJoiner(",", "'{", "}'");
    for (int i = 0; i < Array.getLength(array); i++) {
      Object one = Array.get(array, i);
      all.add(one == null ? "null" : "\"" + one.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "''") + "\"");
    }
    return all.toString();
  }

  private synchronized void note(String text, PreparedStatement statement, Collection<String> arrays) throws SQLException {
    Set<String> values = asked.computeIfAbsent(text, anew -> new LinkedHashSet<>());
    if (values.size() < OF_A_TEXT) values.add(filled(statement.unwrap(PGStatement.class).toString(), arrays.iterator()));
  }

  /** With the arrays in the places that were left. */
  private static String filled(String told, Iterator<String> arrays) {
    StringBuilder filled = new StringBuilder(told.length());
    boolean quoted = false;
    for (char letter : told.toCharArray()) {
      if (letter == '\'') quoted = !quoted;
      if (letter == '?' && !quoted && arrays.hasNext()) filled.append(arrays.next());
      else filled.append(letter);
    }
    return filled.toString();
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(Overheard.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object forward(Object real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() {
    database.end(this);
  }
}
