package dz.linatatawwa.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what associations say they did in the ten years before the platform: some of it waits for a supervisor, some was told twice. */
final class ArchiveRows {

  private static final int OPERATIONS = 300;
  private static final int YEARS = 10;
  /** So many of the last ones wait. */
  private static final int WAITING = 6;
  private static final int TWICE = 2;
  private static final long WHAT = 65;

  private final long seed;
  private final Connection connection;
  private final LocalDate today;

  ArchiveRows(long seed, Connection connection, LocalDate today) {
    this.seed = seed;
    this.connection = connection;
    this.today = today;
  }

  private record Past(String field, String title, String unit, int low, int high, int fewest, int most, int hours, String about) {}

  private record Body(long id, long owner, String wilaya, String commune, String nameAr, String nameFr) {}

  void write() throws SQLException {
    List<Past> pasts = pasts();
    List<Body> bodies = bodies();
    if (bodies.isEmpty()) return;
    for (int i = 0; i < OPERATIONS; i++) {
      Chance chance = Chance.of(seed, WHAT, i);
      Past past = pasts.get(chance.below(pasts.size()));
      Body body = bodies.get(chance.below(bodies.size()));
      LocalDate day = today.minusDays(20 + (long) (chance.share() * chance.share() * YEARS * 365));
      boolean waits = i >= OPERATIONS - WAITING;
      insert(past, body, day, chance, waits, "");
      if (i < TWICE) insert(past, body, day.plusDays(1), Chance.of(seed, WHAT, i), false, " 2");
    }
    run("""
        insert into supervision.matter (kind, subject_id, wilaya_code, commune_code, fields, summary, opened_at, due_at)
        select 'archive-operation', id, wilaya_code, commune_code, array_remove(array[field_code], null), title, state_since, state_since + interval '7 days' from archive.operation where state = 'waiting'
        """);
  }

  private void insert(Past past, Body body, LocalDate day, Chance chance, boolean waits, String mark) throws SQLException {
    int people = chance.between(past.fewest, past.most);
    double exact = chance.share();
    String precision = exact < 0.8 ? "day" : exact < 0.95 ? "month" : "year";
    LocalDate first = switch (precision) {
      case "month" -> day.withDayOfMonth(1);
      case "year" -> day.withDayOfYear(1);
      default -> day;
    };
    LocalDate last = switch (precision) {
      case "month" -> YearMonth.from(day).atEndOfMonth();
      case "year" -> LocalDate.of(day.getYear(), 12, 31);
      default -> day;
    };
    String title = past.title.replace("{place}", body.nameAr).replace("{latin}", body.nameFr) + mark;
    Long hours = chance.yes(0.7) ? (long) people * past.hours * 60 : null;
    boolean proved = hours != null && chance.yes(0.15);
    long quantity = chance.between(past.low, past.high);
    try (PreparedStatement row = connection.prepareStatement("""
        with made as (
          insert into archive.operation (title, about, first_day, last_day, precision, wilaya_code, commune_code, organization_id, field_code, people, minutes, grade, source, state,
            state_since, entered_by, made_at, changed_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'form', ?, now() - interval '2 days', ?, now() - interval '2 days', now() - interval '2 days')
          returning id)
        insert into archive.unit (operation_id, unit, quantity) select id, ?, ? from made
        """)) {
      set(row, title, past.about, java.sql.Date.valueOf(first), java.sql.Date.valueOf(last), precision, body.wilaya, body.commune, body.id, past.field, people, hours,
          proved ? "D" : "E", waits ? "waiting" : "published", body.owner, past.unit, quantity);
      row.executeUpdate();
    }
  }

  private static void set(PreparedStatement row, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) row.setObject(i + 1, values[i]);
  }

  private List<Body> bodies() throws SQLException {
    List<Body> bodies = new ArrayList<>();
    try (PreparedStatement all = connection.prepareStatement("""
        select o.id, min(m.account_id), o.wilaya_code, o.commune_code, c.name_ar, coalesce(c.name_fr, c.name_ar)
        from organizations.organization o
        join organizations.member m on m.organization_id = o.id and m.role = 'owner'
        join places.commune c on c.code = o.commune_code
        where o.state = 'verified' and o.kind = 'association'
        group by o.id, c.code order by o.id limit 400
        """); ResultSet row = all.executeQuery()) {
      while (row.next()) bodies.add(new Body(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6)));
    }
    return bodies;
  }

  private static List<Past> pasts() {
    try (InputStream file = ArchiveRows.class.getResourceAsStream("/demo/past.tsv")) {
      if (file == null) throw new IllegalStateException("/demo/past.tsv is missing");
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).map(line -> past(line.split("\t", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Past past(String[] cell) {
    String[] unit = cell[2].split("[:-](?=\\d)");
    String[] people = cell[3].split("-");
    return new Past(cell[0], cell[1], unit[0], Integer.parseInt(unit[1]), Integer.parseInt(unit[2]), Integer.parseInt(people[0]), Integer.parseInt(people[1]),
        Integer.parseInt(cell[4]), cell[5]);
  }

  private void run(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }
}
