package dz.linatatawwa.opportunities;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Slice;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The SQL of the search. Every statement is planned anew with the values asked for: a frequent word wants another plan than a rare one. */
@Repository
class OpportunitySearch {

  /** So few hits of the narrow reading, and the wide one is tried. */
  static final int FEW = 3;

  /** Searches that found more than anybody counts. Counting so far is what costs most, and so many do not vanish within a minute; smaller
   *  numbers are counted each time, so that what was published a moment ago is found. */
  private final Cache<List<Object>, Boolean> many = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();
  private final JdbcTemplate db;
  private final Spelling spelling;

  /** Conditions with the number of what they find. */
  private record Reading(Conditions conditions, int total) {}

  OpportunitySearch(JdbcTemplate db, Spelling spelling) {
    this.db = db;
    this.spelling = spelling;
  }

  Found find(SearchCriteria c, int page, int size) {
    Slice<OpportunityCard> cards = slice(c, page, size);
    if (c.words().isBlank() || cards.total() >= FEW) return new Found(cards, null, false);
    String meant = spelling.meant(c.words());
    if (meant == null) return new Found(cards, null, false);
    Slice<OpportunityCard> instead = slice(c.withWords(meant), page, size);
    if (instead.total() <= cards.total()) return new Found(cards, null, false);
    return cards.total() == 0 ? new Found(instead, meant, true) : new Found(cards, meant, false);
  }

  /** How many of the criteria's opportunities each wilaya has; remote ones without a place under the empty code. */
  Map<String, Integer> byWilaya(SearchCriteria c) {
    Reading reading = reading(c);
    if (reading == null) return Map.of();
    Map<String, Integer> counts = new HashMap<>();
    ask("select coalesce(l.wilaya_code, '') as code, count(*) as n from opportunities.listing l " + reading.conditions.where() + " group by 1",
        reading.conditions.values(), (row, n) -> counts.put(row.getString("code"), row.getInt("n")));
    return counts;
  }

  private Slice<OpportunityCard> slice(SearchCriteria c, int page, int size) {
    Reading reading = reading(c);
    if (reading == null) return new Slice<>(List.of(), 1, size, 0);
    int number = Math.max(1, Math.min(page, (reading.total + size - 1) / size));
    return new Slice<>(reading.total == 0 ? List.of() : cards(c, reading.conditions, size, (number - 1) * size), number, size, reading.total);
  }

  /** The narrow reading where it finds enough, else the wide one; null when the words say nothing at all. */
  private @Nullable Reading reading(SearchCriteria c) {
    Asked asked = Asked.words(c.words());
    if (asked.stems().isEmpty() && !c.words().isBlank()) return null;
    Reading narrow = counted(Conditions.of(c, asked, false));
    return narrow.total >= FEW || c.words().isBlank() ? narrow : counted(Conditions.of(c, asked, true));
  }

  private Reading counted(Conditions conditions) {
    List<Object> key = List.of(conditions.where(), List.copyOf(conditions.values()));
    if (many.getIfPresent(key) != null) return new Reading(conditions, Found.COUNTED);
    int total = ask("select count(*) from (select from opportunities.listing l " + conditions.where() + " limit " + Found.COUNTED + ") counted",
        conditions.values(), (row, n) -> row.getInt(1)).getFirst();
    if (total >= Found.COUNTED) many.put(key, true);
    return new Reading(conditions, total);
  }

  private List<OpportunityCard> cards(SearchCriteria c, Conditions conditions, int limit, int offset) {
    return ask("""
        select l.*, o.title, o.summary, g.name_ar as organization_ar, g.name_fr as organization_fr, g.answer_minutes,
            f.name_ar as field_ar, f.name_fr as field_fr, f.name_en as field_en, w.name_ar as wilaya_ar, w.name_fr as wilaya_fr,
            w.name_en as wilaya_en, m.name_ar as commune_ar, m.name_fr as commune_fr, s.next_end, s.shifts
        from (select l.opportunity_id, l.organization_id, l.field_code, l.wilaya_code, l.commune_code, l.remote, l.audiences, l.min_age,
                l.next_start, l.seats, l.seats_left, %s as km, row_number() over (order by %s) as place
              from opportunities.listing l %s order by %s limit %d offset %d) l
        join opportunities.opportunity o on o.id = l.opportunity_id
        join organizations.public_organization g on g.id = l.organization_id
        join taxonomy.field f on f.code = l.field_code
        left join places.wilaya w on w.code = l.wilaya_code
        left join places.commune m on m.code = l.commune_code
        cross join lateral (select count(*) as shifts, min(x.ends_at) filter (where x.starts_at = l.next_start) as next_end
          from opportunities.shift x where x.opportunity_id = l.opportunity_id and x.starts_at >= l.next_start and x.state = 'open') s
        order by l.place
        """.formatted(Conditions.distance(c), Conditions.order(c), conditions.where(), Conditions.order(c), limit, offset),
        conditions.values(), CARD);
  }

  private <T> List<T> ask(String sql, List<Object> values, RowMapper<T> mapper) {
    PreparedStatementCreator creator = connection -> {
      PreparedStatement statement = connection.prepareStatement(sql);
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i));
      return statement;
    };
    return db.query(creator, mapper);
  }

  private static final RowMapper<OpportunityCard> CARD = (row, n) -> new OpportunityCard(new OpportunityId(row.getLong("opportunity_id")),
      row.getString("title"), row.getString("summary"), new OrganizationId(row.getLong("organization_id")), name(row, "organization", false),
      row.getString("field_code"), name(row, "field", true), row.getString("wilaya_code"), place(row, "wilaya", true),
      place(row, "commune", false), row.getBoolean("remote"), row.getTimestamp("next_start").toInstant(),
      row.getTimestamp("next_end").toInstant(), row.getInt("shifts"), row.getInt("seats"), row.getInt("seats_left"), row.getInt("min_age"),
      Set.copyOf(OpportunityTable.strings(row, "audiences")), row.getObject("answer_minutes", Integer.class), row.getObject("km", Double.class));

  private static LocalName name(ResultSet row, String what, boolean english) throws SQLException {
    return new LocalName(row.getString(what + "_ar"), row.getString(what + "_fr"), english ? row.getString(what + "_en") : null);
  }

  private static @Nullable LocalName place(ResultSet row, String what, boolean english) throws SQLException {
    return row.getString(what + "_ar") == null ? null : name(row, what, english);
  }
}
