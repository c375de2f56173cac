package dz.linatatawwa.search;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of a search over all: one statement for all kinds, one for a page of one kind. */
@Repository
class FindableHits {

  static final String COLUMNS = """
      f.no, f.kind, f.id, f.path, f.title_ar, f.title_fr, f.title_en, f.about_ar, f.about_fr, f.about_en, f.by_ar, f.by_fr, f.wilaya_code, f.commune_code, f.field_code,
      f.at, f.since, f.changed_at
      """;

  /** The kind is a word of the index too: its hits are found without reading those of other kinds. Those with the words in their title first, the newest first. */
  private static final String OVERVIEW = """
      select k.kind as of_kind, coalesce(h.total, 0) as total, %s
      from unnest(cast(:kinds as text[])) with ordinality as k(kind, place)
      left join lateral (
        select c.no, c.in_title, c.since, count(*) over ()::integer as total
        from (select no, since, titled @@ cast(:query as tsquery) as in_title from search.findable
              where words @@ cast(:query || ' & ''@' || k.kind || '''' as tsquery) limit :most) c
        order by c.in_title desc, c.since desc, c.no desc limit :first) h on true
      left join search.findable f on f.no = h.no
      order by k.place, h.in_title desc, h.since desc, h.no desc
      """.formatted(COLUMNS);

  private static final String GATHERED = """
      select %s, f.in_title
      from (select g.*, g.titled @@ cast(:query as tsquery) as in_title from search.findable g where g.words @@ cast(:within as tsquery) offset 0) f
      where cast(:micros as bigint) is null or (f.in_title, f.since, f.no) < (cast(:titled as boolean), %s, cast(:number as bigint))
      order by f.in_title desc, f.since desc, f.no desc limit :size
      """;
  private static final String WALKED = """
      select %s, false as in_title
      from search.findable f
      where f.kind = :kind and f.words @@ cast(:query as tsquery) and (cast(:micros as bigint) is null or (f.since, f.no) < (%s, cast(:number as bigint)))
      order by f.since desc, f.no desc limit :size
      """;
  private static final String MOMENT = "timestamptz 'epoch' + cast(:micros as bigint) * interval '1 microsecond'";

  private final JdbcClient db;

  FindableHits(JdbcClient db) {
    this.db = db;
  }

  /** How many of each kind, and the first of them; kinds without a hit too. */
  List<Results.Group> overview(Asked asked, List<String> kinds, int first) {
    Map<String, Integer> totals = new LinkedHashMap<>();
    Map<String, List<Hit>> hits = new LinkedHashMap<>();
    db.sql(OVERVIEW).param("kinds", kinds.toArray(String[]::new)).param("query", asked.query()).param("most", Results.COUNTED + 1).param("first", first).query(row -> {
      String kind = row.getString("of_kind");
      totals.put(kind, row.getInt("total"));
      List<Hit> of = hits.computeIfAbsent(kind, k -> new ArrayList<>());
      if (row.getString("path") != null) of.add(hit(row));
    });
    return totals.entrySet().stream().map(total -> new Results.Group(total.getKey(), total.getValue(), hits.getOrDefault(total.getKey(), List.of()))).toList();
  }

  /** One hit and where the next page would begin behind it. */
  record Placed(Hit hit, Results.Place place) {}

  /** A page of one kind. Of more than were counted those in the order of time, for to sort them all would read them all.
   *  @param gathered whether all of them are few enough to be sorted */
  List<Placed> page(Asked asked, String kind, boolean gathered, Results.@Nullable Place after, int size) {
    return db.sql((gathered ? GATHERED : WALKED).formatted(COLUMNS, MOMENT)).param("query", asked.query()).param("within", asked.query() + " & " + FindableText.mark(kind))
        .param("kind", kind).param("titled", after != null && after.titled()).param("micros", after == null ? null : after.micros())
        .param("number", after == null ? 0L : after.number()).param("size", size)
        .query((row, n) -> new Placed(hit(row), place(row))).list();
  }

  private static Results.Place place(ResultSet row) throws SQLException {
    Instant since = instant(row, "since");
    return new Results.Place(row.getBoolean("in_title"), since.getEpochSecond() * 1_000_000 + since.getNano() / 1000, row.getLong("no"));
  }

  static Hit hit(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("at");
    return new Hit(row.getLong("no"), row.getString("kind"), row.getLong("id"), row.getString("path"), Objects.requireNonNull(name(row, "title", "title_en")),
        name(row, "about", "about_en"), name(row, "by", null), row.getString("wilaya_code"), row.getString("commune_code"), row.getString("field_code"),
        at == null ? null : at.toInstant(), instant(row, "since"), instant(row, "changed_at"));
  }

  private static @Nullable LocalName name(ResultSet row, String column, @Nullable String english) throws SQLException {
    String arabic = row.getString(column + "_ar");
    return arabic == null ? null : new LocalName(arabic, row.getString(column + "_fr"), english == null ? null : row.getString(english));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getTimestamp(column)).toInstant();
  }
}
