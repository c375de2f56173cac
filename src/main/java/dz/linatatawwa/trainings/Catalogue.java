package dz.linatatawwa.trainings;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Stems;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue that everybody sees: open trainings of those who may give them now, the soonest first, those without a coming session last. */
@Repository
public class Catalogue {

  /** PostgreSQL takes words of at most 2,046 bytes. */
  private static final int LONGEST_WORD = 100;
  private static final int MOST_WORDS = 8;
  private static final int OF_HOST = 6;

  private final JdbcClient db;
  private final Clock clock;

  Catalogue(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** @param page from 1; past the end there is nothing */
  public Slice<TrainingCard> search(TrainingFilter filter, int page, int size) {
    Map<String, Object> values = values(filter);
    String found = found(filter);
    long total = db.sql("select count(*) from (" + found + ") f").params(values).query(Long.class).single();
    return new Slice<>(cards(found, values, page, size), page, size, total);
  }

  /** The first open trainings of one host. */
  public List<TrainingCard> of(Host host) {
    Map<String, Object> values = values(TrainingFilter.all());
    values.put("host", TrainingTable.number(host));
    return cards(found(TrainingFilter.all()) + " and " + TrainingTable.owner(host), values, 1, OF_HOST);
  }

  private List<TrainingCard> cards(String found, Map<String, Object> values, int page, int size) {
    return db.sql("with f as (" + found + """
        )
        select t.id, t.name_ar, t.name_fr, t.name_en, t.host_ar, t.host_fr, t.field_code, t.minutes, t.valid_months, f.sessions, f.places, f.left_over,
               n.starts_at, n.ends_at, n.wilaya_code
        from f join trainings.hosted t on t.id = f.id left join trainings.session n on n.id = f.next_id
        order by f.next_start nulls last, t.id desc limit :size offset :skip
        """).params(values).param("size", size).param("skip", (long) (page - 1) * size).query(Catalogue::read).list();
  }

  /** One row for each training that is found. Coming sessions are gathered first, so that a search by place or day starts from their index. */
  private static String found(TrainingFilter filter) {
    StringBuilder sessions = new StringBuilder("s.state = 'open' and s.starts_at > :now");
    if (filter.wilaya() != null) sessions.append(" and s.wilaya_code = :wilaya");
    if (filter.from() != null) sessions.append(" and s.starts_at >= :from");
    if (filter.to() != null) sessions.append(" and s.starts_at < :to");
    if (filter.remote()) sessions.append(" and s.remote");
    if (filter.left()) sessions.append(" and s.taken < s.capacity");
    StringBuilder trainings = new StringBuilder("t.state = 'open' and " + TrainingTable.OFFERED);
    if (!filter.field().isEmpty()) trainings.append(" and t.field_code = :field");
    if (!filter.words().isEmpty()) trainings.append(" and t.search_words @@ cast(:query as tsquery)");
    return """
        select t.id, coalesce(s.sessions, 0) as sessions, s.next_start, s.next_id, coalesce(s.places, 0) as places, coalesce(s.left_over, 0) as left_over
        from trainings.hosted t
        """ + (filter.bySession() ? "join" : "left join") + """
         (select s.training_id, count(*)::int as sessions, min(s.starts_at) as next_start, (array_agg(s.id order by s.starts_at, s.id))[1] as next_id,
                 sum(s.capacity)::int as places, sum(s.capacity - s.taken)::int as left_over
          from trainings.session s where """ + " " + sessions + " group by s.training_id) s on s.training_id = t.id where " + trainings;
  }

  private Map<String, Object> values(TrainingFilter filter) {
    Instant now = clock.instant();
    Map<String, Object> values = new HashMap<>();
    values.put("now", Sql.at(now));
    values.put("today", LocalDate.ofInstant(now, Words.ZONE));
    values.put("wilaya", filter.wilaya() == null ? null : filter.wilaya().value());
    values.put("from", filter.from() == null ? null : Sql.at(filter.from().atStartOfDay(Words.ZONE).toInstant()));
    values.put("to", filter.to() == null ? null : Sql.at(filter.to().plusDays(1).atStartOfDay(Words.ZONE).toInstant()));
    values.put("field", filter.field());
    values.put("query", query(filter.words()));
    return values;
  }

  /** All words; those of three letters and more also find what begins with them. What says nothing finds nothing. */
  private static String query(String typed) {
    String query = Arrays.stream(Stems.searchText(typed).split(" ")).filter(stem -> !stem.isEmpty() && stem.length() <= LONGEST_WORD).distinct().limit(MOST_WORDS)
        .map(stem -> "'" + stem + (stem.length() > 2 ? "':*" : "'")).collect(Collectors.joining(" & "));
    return query.isEmpty() ? "'-'" : query;
  }

  private static TrainingCard read(ResultSet row, int number) throws SQLException {
    return new TrainingCard(new TrainingId(row.getLong("id")), new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
        new LocalName(row.getString("host_ar"), row.getString("host_fr"), null), row.getString("field_code"), row.getInt("minutes"),
        row.getObject("valid_months", Integer.class), row.getInt("sessions"), Sql.instant(row, "starts_at"), Sql.instant(row, "ends_at"),
        row.getString("wilaya_code"), row.getInt("places"), row.getInt("left_over"));
  }
}
