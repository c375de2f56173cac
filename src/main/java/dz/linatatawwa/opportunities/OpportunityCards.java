package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What a list shows of the opportunities that a search found. One statement for all searches, planned once: whole rows by their keys;
 *  names of fields and places are in memory anyway. */
@Repository
class OpportunityCards {

  private static final String OF = """
      select l.opportunity_id, l.organization_id, l.field_code, l.wilaya_code, l.commune_code, l.remote, l.audiences, l.min_age, l.next_start,
          l.seats, l.seats_left, o.title, o.summary, o.nature, g.name_ar, g.name_fr, g.answer_minutes, s.next_end, s.shifts,
          exists (select from opportunities.listings_changed_since(?::pg_snapshot)) as behind
      from unnest(?::bigint[]) with ordinality as hit (id, place)
      join opportunities.listing l on l.opportunity_id = hit.id
      join opportunities.opportunity o on o.id = hit.id
      join organizations.public_organization g on g.id = l.organization_id
      cross join lateral (select count(*) as shifts, min(x.ends_at) filter (where x.starts_at = l.next_start) as next_end
        from opportunities.shift x where x.opportunity_id = hit.id and x.starts_at >= l.next_start and x.state = 'open') s
      order by hit.place
      """;

  private static final String BEHIND = "select exists (select from opportunities.listings_changed_since(?::pg_snapshot))";

  /** One page of them. @param behind whether the list has changed since what the hits were found in */
  record Shown(List<OpportunityCard> cards, boolean behind) {}

  private final JdbcTemplate db;
  private final Places places;
  private final Taxonomy taxonomy;

  OpportunityCards(JdbcTemplate db, Places places, Taxonomy taxonomy) {
    this.db = db;
    this.places = places;
    this.taxonomy = taxonomy;
  }

  /** In the order of the hits; one that left the list a moment ago is left out.
   *  @param seen the snapshot in which the hits were found; null when nobody needs to know whether it is behind */
  Shown of(List<Hits.Hit> hits, @Nullable String seen) {
    Map<Long, Double> kilometres = new HashMap<>();
    hits.forEach(hit -> { if (hit.kilometres() != null) kilometres.put(hit.id(), hit.kilometres()); });
    Object ids = hits.stream().map(Hits.Hit::id).toArray(Long[]::new);
    boolean[] behind = new boolean[1];
    List<OpportunityCard> cards = hits.isEmpty() ? List.of() : db.query(OF, (row, n) -> {
      behind[0] = row.getBoolean("behind");
      return card(row, kilometres.get(row.getLong("opportunity_id")));
    }, seen, ids);
    return new Shown(cards, seen != null && (cards.isEmpty() ? behind(seen) : behind[0]));
  }

  /** Whether the list has changed since. */
  boolean behind(String seen) {
    return Boolean.TRUE.equals(db.queryForObject(BEHIND, Boolean.class, seen));
  }

  private OpportunityCard card(ResultSet row, @Nullable Double kilometres) throws SQLException {
    String field = row.getString("field_code");
    String wilaya = row.getString("wilaya_code");
    String commune = row.getString("commune_code");
    return new OpportunityCard(new OpportunityId(row.getLong("opportunity_id")), row.getString("title"), row.getString("summary"),
        new OrganizationId(row.getLong("organization_id")), new LocalName(row.getString("name_ar"), row.getString("name_fr"), null),
        field, taxonomy.field(field).orElseThrow().name(), wilaya, wilaya == null ? null : places.wilaya(new WilayaCode(wilaya)).orElseThrow().name(),
        commune == null ? null : places.commune(new CommuneCode(commune)).orElseThrow().name(), row.getBoolean("remote"),
        Objects.requireNonNull(OpportunityTable.instant(row, "next_start")), Objects.requireNonNull(OpportunityTable.instant(row, "next_end")),
        row.getInt("shifts"), row.getInt("seats"), row.getInt("seats_left"), row.getInt("min_age"),
        Set.copyOf(OpportunityTable.strings(row, "audiences")), Nature.of(row.getString("nature")).orElseThrow(), row.getObject("answer_minutes", Integer.class), kilometres);
  }
}
