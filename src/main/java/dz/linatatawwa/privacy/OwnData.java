package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.Purpose;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that the platform keeps of one person, read by the lines of the register. */
@Component
public class OwnData {

  private final Register register;
  private final Accounts accounts;
  private final JdbcClient db;

  OwnData(Register register, Accounts accounts, JdbcClient db) {
    this.register = register;
    this.accounts = accounts;
    this.db = db;
  }

  /** By purpose; tables without a row of this person are left out. All of it is of one moment.
   *  @param most so many rows of each table at most */
  @Transactional(readOnly = true, isolation = org.springframework.transaction.annotation.Isolation.REPEATABLE_READ)
  public Own of(AccountId person, int most) {
    Map<String, Object> who = who(person);
    List<Own.Section> sections = new ArrayList<>();
    for (Purpose purpose : register.purposes()) {
      List<Own.Part> parts = shown(purpose).map(line -> read(line, who, 0, most)).filter(part -> part.total() > 0).toList();
      if (!parts.isEmpty()) sections.add(new Own.Section(purpose, parts));
    }
    return new Own(sections);
  }

  /** What is kept for one purpose; nothing where no row is this person's. */
  @Transactional(readOnly = true)
  public Optional<Own.Section> of(AccountId person, Purpose purpose, int most) {
    Map<String, Object> who = who(person);
    List<Own.Part> parts = shown(purpose).map(line -> read(line, who, 0, most)).filter(part -> part.total() > 0).toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Own.Section(purpose, parts));
  }

  /** One page of the person's rows of one table, what came last first.
   *  @param table as the register names it
   *  @param page  from 1 */
  @Transactional(readOnly = true)
  public Optional<Own.Part> page(AccountId person, Purpose purpose, String table, int page, int size) {
    Map<String, Object> who = who(person);
    return shown(purpose).filter(line -> line.table().equals(table)).findFirst().map(line -> read(line, who, (page - 1L) * size, size)).filter(part -> part.total() > 0);
  }

  private Stream<Kept> shown(Purpose purpose) {
    return register.of(purpose).stream().filter(line -> line.whose() != null && !line.shown().isEmpty());
  }

  /** The parameters of {@link Kept#whose} for a person who has not left. */
  Map<String, Object> who(AccountId person) {
    Map<String, Object> who = new HashMap<>();
    who.put("person", person.value());
    accounts.find(person).ifPresent(account -> {
      who.put("name", account.name());
      who.put("email", account.email());
      who.put("phone", account.phone());
    });
    return who;
  }

  private Own.Part read(Kept line, Map<String, Object> who, long skipped, int most) {
    List<String> columns = line.shown().stream().map(Kept::name).toList();
    long total = db.sql("select count(*) from %s t where %s".formatted(line.table(), line.whose())).params(who).query(Long.class).single();
    if (total == 0 || most == 0) return new Own.Part(line.table(), columns, List.of(), total);
    String shown = line.shown().stream().map(entry -> entry.contains(" as ") ? entry : "t." + entry).collect(Collectors.joining(", "));
    List<List<@Nullable Object>> rows = db.sql("select %s from %s t where %s order by t.ctid desc limit %d offset %d".formatted(shown, line.table(), line.whose(), most, skipped))
        .params(who).query((row, number) -> row(row, columns.size())).list();
    return new Own.Part(line.table(), columns, rows, total);
  }

  private static List<@Nullable Object> row(ResultSet row, int columns) throws SQLException {
    List<@Nullable Object> cells = new ArrayList<>();
    for (int i = 1; i <= columns; i++) cells.add(cell(row, i));
    return cells;
  }

  private static @Nullable Object cell(ResultSet row, int column) throws SQLException {
    return switch (row.getObject(column)) {
      case null -> null;
      case Timestamp at -> at.toInstant();
      case OffsetDateTime at -> at.toInstant();
      case Date day -> day.toLocalDate();
      case Array many -> Arrays.stream((Object[]) many.getArray()).map(String::valueOf).toList();
      case Boolean yes -> yes;
      case Number number -> number;
      case Instant at -> at;
      case Object other -> other.toString();
    };
  }
}
