package dz.linatatawwa.archive;

import dz.linatatawwa.language.Slips;
import dz.linatatawwa.opportunities.ListingText;
import dz.linatatawwa.places.Places;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What everybody sees: puts published operations on the list with their words and keys, and takes them off. Sums follow by trigger. */
@Repository
public class ListedOperations {

  private static final int WORDS_REMEMBERED = 50_000;

  private final JdbcClient db;
  private final Places places;
  /** Words of titles that are known to stand in the list already: most of a large table's do. */
  private final Set<String> seen = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > WORDS_REMEMBERED;
    }
  }));

  ListedOperations(JdbcClient db, Places places) {
    this.db = db;
    this.places = places;
  }

  /** Lists what is published of these operations, as it stands now; what is not is taken off. In the transaction of the caller. */
  public void refresh(Collection<Long> ids) {
    Long[] all = ids.stream().sorted().toArray(Long[]::new);
    db.sql("delete from archive.listing where operation_id = any(:ids)").param("ids", all).update();
    List<Long> listed = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<String> twins = new ArrayList<>();
    Map<String, String> spoken = new TreeMap<>();
    db.sql("""
        select o.id, o.title, o.about, o.first_day, o.last_day, o.precision, o.wilaya_code, o.commune_code,
          coalesce(concat_ws(' ', g.name_ar, g.name_fr), o.organization_name) as body, coalesce(g.name_ar, o.organization_name, '') as body_key,
          concat_ws(' ', f.name_ar, f.name_fr, f.name_en) as field, concat_ws(' ', a.name_ar, a.name_fr, a.name_en) as activity
        from archive.operation o
        left join organizations.public_organization g on g.id = o.organization_id
        left join taxonomy.field f on f.code = o.field_code
        left join taxonomy.activity a on a.code = o.activity_code
        where o.id = any(:ids) and o.state = 'published'
        order by o.id
        """).param("ids", all).query(row -> {
          ListingText text = text(row);
          listed.add(row.getLong("id"));
          words.add((text.narrow() + " " + text.wide()).strip());
          twins.add(array(TwinKeys.of(row.getString("title"), row.getString("wilaya_code"), when(row), row.getString("body_key"))));
          spoken.putAll(new ListingText().about(row.getString("title")).spoken());
        });
    if (listed.isEmpty()) return;
    db.sql("""
        insert into archive.listing (operation_id, first_day, last_day, wilaya_code, commune_code, field_code, organization_id, people, minutes, grade, pictures,
          words, twins, published_at)
        select o.id, o.first_day, o.last_day, o.wilaya_code, o.commune_code, o.field_code, o.organization_id, coalesce(o.people, 0), coalesce(o.minutes, 0),
          o.grade, exists (select from archive.picture p where p.operation_id = o.id and p.removed_at is null), n.words::tsvector, n.twins::bigint[], o.state_since
        from unnest(:ids::bigint[], :words::text[], :twins::text[]) as n(id, words, twins)
        join archive.operation o on o.id = n.id
        """).param("ids", listed.toArray(Long[]::new)).param("words", words.toArray(String[]::new)).param("twins", twins.toArray(String[]::new)).update();
    keep(spoken);
  }

  private ListingText text(ResultSet row) throws SQLException {
    ListingText text = new ListingText();
    for (String column : List.of("title", "body", "activity")) {
      String said = row.getString(column);
      if (said != null) text.about(said);
    }
    text.about(places.spoken(row.getString("wilaya_code"))).about(places.spoken(row.getString("commune_code")));
    text.around(row.getString("field"));
    return row.getString("about") == null ? text : text.around(row.getString("about"));
  }

  private static When when(ResultSet row) throws SQLException {
    return new When(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class), When.Precision.of(row.getString("precision")));
  }

  private static String array(long[] keys) {
    return Arrays.stream(keys).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
  }

  /** Only words that are new. */
  private void keep(Map<String, String> spoken) {
    List<String> asked = spoken.keySet().stream().filter(word -> !seen.contains(word)).toList();
    if (asked.isEmpty()) return;
    db.sql("""
        insert into archive.word (word, shown, keys)
        select word, shown, string_to_array(keys, ' ') from unnest(:words::text[], :shown::text[], :keys::text[]) as new (word, shown, keys)
        on conflict (word) do nothing
        """).param("words", asked.toArray(String[]::new)).param("shown", asked.stream().map(spoken::get).toArray(String[]::new))
        .param("keys", asked.stream().map(word -> String.join(" ", Slips.keys(word))).toArray(String[]::new)).update();
    seen.addAll(asked);
  }

  /** Another database stands behind us now. */
  @org.springframework.context.event.EventListener
  void forget(dz.linatatawwa.site.DataReplaced replaced) {
    seen.clear();
  }
}
