package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Slips;
import dz.linatatawwa.places.Places;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the search reads, made from opportunities and their shifts.
 *
 * <p>For whoever writes many opportunities at once (imports, demonstration): write the rows of {@code opportunities.opportunity} and
 * {@code opportunities.shift} as they shall stand, then call {@link #refresh} with their ids, in the same transaction or after it, or
 * {@link #refreshAll} once at the end. Both may be called again at will; rows that should not be found (draft, no coming shift,
 * organisation not verified) are left out or taken away. About 1,500 opportunities a second were measured on a busy machine; never needed for a single
 * deed, since the face does it, nor after seats were taken, since a trigger does that. */
@Service
public class Listings {

  private static final int BATCH = 1000;

  private final JdbcClient db;
  private final Places places;

  Listings(JdbcClient db, Places places) {
    this.db = db;
    this.places = places;
  }

  /** Makes words and listing rows of these opportunities true again.
   *  @return how many of them can be found now */
  @Transactional
  public int refresh(Collection<OpportunityId> ids) {
    List<Long> all = ids.stream().map(OpportunityId::value).sorted().distinct().toList();
    int found = 0;
    for (int from = 0; from < all.size(); from += BATCH) {
      found += refresh(all.subList(from, Math.min(all.size(), from + BATCH)).toArray(Long[]::new));
    }
    return found;
  }

  /** The same for every published opportunity there is, in pieces of a thousand. */
  @Transactional
  public int refreshAll() {
    int found = refresh(db.sql("select id from opportunities.opportunity where state = 'published' order by id").query(Long.class).list()
        .stream().map(OpportunityId::new).toList());
    db.sql("analyze opportunities.listing").update();
    return found;
  }

  /** The same for all of one organisation: it was verified, suspended or renamed. */
  @Transactional
  public int refreshOf(long organization) {
    return refresh(db.sql("select id from opportunities.opportunity where organization_id = :id and state = 'published'")
        .param("id", organization).query(Long.class).list().stream().map(OpportunityId::new).toList());
  }

  private int refresh(Long[] ids) {
    List<Long> worded = new ArrayList<>();
    List<String> about = new ArrayList<>();
    List<String> around = new ArrayList<>();
    Map<String, String> spoken = new TreeMap<>();
    db.sql("""
        select o.id, o.title, o.summary, o.description, o.address, o.wilaya_code, o.commune_code, c.title as campaign,
            concat_ws(' ', g.name_ar, g.name_fr) as organization, concat_ws(' ', f.name_ar, f.name_fr, f.name_en) as field,
            concat_ws(' ', a.name_ar, a.name_fr, a.name_en) as activity
        from opportunities.opportunity o
        join organizations.public_organization g on g.id = o.organization_id
        left join opportunities.campaign c on c.id = o.campaign_id
        left join taxonomy.field f on f.code = o.field_code
        left join taxonomy.activity a on a.code = o.activity_code
        where o.id = any(:ids) and o.state = 'published'
        """).param("ids", ids).query(row -> {
          ListingText text = text(row);
          worded.add(row.getLong("id"));
          about.add(text.narrow());
          around.add(text.wide());
          spoken.putAll(text.spoken());
        });
    write(worded, about, around);
    keep(spoken);
    return db.sql("select opportunities.refresh_listings(:ids)").param("ids", ids).query(Integer.class).single();
  }

  private ListingText text(ResultSet row) throws SQLException {
    ListingText text = new ListingText();
    for (String column : List.of("title", "summary", "campaign", "organization", "activity")) {
      String said = row.getString(column);
      if (said != null) text.about(said);
    }
    text.about(places.spoken(row.getString("wilaya_code"))).about(places.spoken(row.getString("commune_code")));
    return text.around(row.getString("field")).around(row.getString("address")).around(row.getString("description"));
  }

  private void write(List<Long> ids, List<String> about, List<String> around) {
    db.sql("""
        insert into opportunities.wording (opportunity_id, about, around)
        select * from unnest(:ids::bigint[], :about::tsvector[], :around::tsvector[])
        on conflict (opportunity_id) do update set about = excluded.about, around = excluded.around
        """).param("ids", ids.toArray(Long[]::new)).param("about", about.toArray(String[]::new))
        .param("around", around.toArray(String[]::new)).update();
  }

  /** Only words that are new: most are known after the first thousand opportunities. */
  private void keep(Map<String, String> spoken) {
    Set<String> known = Set.copyOf(db.sql("select word from opportunities.word where word = any(:words)")
        .param("words", spoken.keySet().toArray(String[]::new)).query(String.class).list());
    List<String> words = spoken.keySet().stream().filter(word -> !known.contains(word)).toList();
    if (words.isEmpty()) return;
    db.sql("""
        insert into opportunities.word (word, shown, keys)
        select word, shown, string_to_array(keys, ' ') from unnest(:words::text[], :shown::text[], :keys::text[]) as new (word, shown, keys)
        on conflict (word) do nothing
        """).param("words", words.toArray(String[]::new)).param("shown", words.stream().map(spoken::get).toArray(String[]::new))
        .param("keys", words.stream().map(word -> String.join(" ", Slips.keys(word))).toArray(String[]::new)).update();
  }
}
