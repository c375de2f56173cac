package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.AccountClosing;
import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.Kept.Leaving;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries out what the register says of somebody who leaves, in the transaction that closes the account. */
@Component("privacyErasing")
class Erasing {

  private final Register register;
  private final JdbcClient db;
  private volatile @Nullable Map<String, String> empty;

  Erasing(Register register, JdbcClient db) {
    this.register = register;
    this.db = db;
  }

  /** Words first: a row that is deleted may be what finds the words of another. */
  @EventListener
  void left(AccountClosing closing) {
    Map<String, Object> who = new HashMap<>();
    who.put("person", closing.account().value());
    who.put("name", closing.name());
    who.put("email", closing.email());
    who.put("phone", closing.phone());
    List<Kept> lines = register.lines();
    lines.stream().filter(line -> line.leaving() == Leaving.EMPTIED)
        .forEach(line -> db.sql("update %s t set %s where %s".formatted(line.table(), emptied(line), line.whose())).params(who).update());
    lines.stream().filter(line -> line.leaving() == Leaving.GONE)
        .forEach(line -> db.sql("delete from %s t where %s".formatted(line.table(), line.whose())).params(who).update());
  }

  private String emptied(Kept line) {
    return line.emptied().stream().map(entry -> entry.contains(" = ") ? entry : entry + " = " + emptyOf(line.table() + "." + entry)).collect(Collectors.joining(", "));
  }

  private String emptyOf(String column) {
    Map<String, String> known = empty;
    if (known == null) empty = known = asked();
    String value = known.get(column);
    if (value == null) throw new IllegalStateException("the register speaks of a column that is not there: " + column);
    return value;
  }

  /** What is empty in each column that the register empties, by the catalogue: null where that is allowed. */
  private Map<String, String> asked() {
    List<String> tables = new ArrayList<>(register.lines().stream().map(Kept::table).distinct().toList());
    Map<String, String> found = new HashMap<>();
    db.sql("""
        select table_schema || '.' || table_name || '.' || column_name as place, is_nullable = 'YES' as nullable, data_type
        from information_schema.columns
        where table_schema || '.' || table_name = any(:tables)
        """).param("tables", tables.toArray(String[]::new)).query(row -> {
      found.put(row.getString("place"), row.getBoolean("nullable") ? "null" : switch (row.getString("data_type")) {
        case "ARRAY", "jsonb", "json" -> "'{}'";
        case "bytea" -> "''";
        default -> "'—'";
      });
    });
    return found;
  }
}
