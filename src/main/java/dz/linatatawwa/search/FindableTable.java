package dz.linatatawwa.search;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Slips;
import dz.linatatawwa.site.Findable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of what can be found. A row that says the same already is left as it is. */
@Repository
class FindableTable {

  private static final String NEW = """
      jsonb_to_recordset(cast(:rows as jsonb)) as n(id bigint, path text, title_ar text, title_fr text, title_en text, about_ar text, about_fr text, about_en text,
        by_ar text, by_fr text, organization_id bigint, wilaya_code char(2), commune_code char(4), field_code text, at timestamptz, since timestamptz, titled text, words text)
      """;
  /** What people read. */
  private static final String SHOWN = "path, title_ar, title_fr, title_en, about_ar, about_fr, about_en, by_ar, by_fr, organization_id, wilaya_code, commune_code, field_code";

  private final JdbcClient db;
  private final FindableText text;
  private final JsonMapper json;

  FindableTable(JdbcClient db, FindableText text, JsonMapper json) {
    this.db = db;
    this.text = text;
    this.json = json;
  }

  /** Makes the rows of these numbers say what the room says of them.
   *  @param things what is found of them; whatever is not among them is taken away
   *  @return how many rows were not as they should be */
  int write(String kind, Collection<Long> ids, List<Findable> things, Instant now) {
    Map<String, String> spoken = new TreeMap<>();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Findable thing : things) {
      FindableText.Said said = text.of(kind, thing);
      spoken.putAll(said.spoken());
      rows.add(row(thing, said));
    }
    int changed = db.sql("delete from search.findable where kind = :kind and id = any(:ids) and id <> all(:found)").param("kind", kind)
        .param("ids", ids.toArray(Long[]::new)).param("found", things.stream().map(Findable::id).toArray(Long[]::new)).update();
    if (rows.isEmpty()) return changed;
    String written = json.writeValueAsString(rows);
    changed += update(kind, written, now) + insert(kind, written);
    keep(spoken);
    return changed;
  }

  private static Map<String, @Nullable Object> row(Findable thing, FindableText.Said said) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", thing.id());
    row.put("path", thing.path());
    name(row, "title", thing.name());
    name(row, "about", thing.about());
    name(row, "by", thing.by());
    row.put("organization_id", thing.organization());
    row.put("wilaya_code", thing.wilaya());
    row.put("commune_code", thing.commune());
    row.put("field_code", thing.field());
    row.put("at", thing.at() == null ? null : thing.at().toString());
    row.put("since", thing.since().toString());
    row.put("titled", said.titled());
    row.put("words", said.words());
    return row;
  }

  private static void name(Map<String, @Nullable Object> row, String column, @Nullable LocalName name) {
    row.put(column + "_ar", name == null ? null : name.ar());
    row.put(column + "_fr", name == null ? null : name.fr());
    row.put(column + "_en", name == null ? null : name.en());
  }

  private int update(String kind, String rows, Instant now) {
    return db.sql("""
        update search.findable f set (%1$s) = (%2$s), at = n.at, since = n.since, titled = n.titled::tsvector, words = n.words::tsvector,
          changed_at = case when (%3$s) is distinct from (%2$s) then :now else f.changed_at end
        from %4$s
        where f.kind = :kind and f.id = n.id
          and ((%3$s, f.at, f.since) is distinct from (%2$s, n.at, n.since) or f.titled <> n.titled::tsvector or f.words <> n.words::tsvector)
        """.formatted(SHOWN, of("n"), of("f"), NEW)).param("rows", rows).param("kind", kind).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  /** Only what is not there: a row that is refused by its key would use up a number. */
  private int insert(String kind, String rows) {
    return db.sql("""
        insert into search.findable (kind, id, %1$s, at, since, changed_at, titled, words)
        select :kind, n.id, %2$s, n.at, n.since, n.since, n.titled::tsvector, n.words::tsvector
        from %3$s
        where not exists (select from search.findable f where f.kind = :kind and f.id = n.id)
        order by n.since, n.id
        """.formatted(SHOWN, of("n"), NEW)).param("rows", rows).param("kind", kind).update();
  }

  private static String of(String table) {
    return table + "." + SHOWN.replace(", ", ", " + table + ".");
  }

  /** Only words that are new. */
  private void keep(Map<String, String> spoken) {
    List<String> known = db.sql("select word from search.word where word = any(:words)").param("words", spoken.keySet().toArray(String[]::new)).query((row, n) -> row.getString(1)).list();
    known.forEach(spoken::remove);
    if (spoken.isEmpty()) return;
    db.sql("""
        insert into search.word (word, shown, keys)
        select word, shown, string_to_array(keys, ' ') from unnest(:words::text[], :shown::text[], :keys::text[]) as new (word, shown, keys)
        on conflict (word) do nothing
        """).param("words", spoken.keySet().toArray(String[]::new)).param("shown", spoken.values().toArray(String[]::new))
        .param("keys", spoken.keySet().stream().map(word -> String.join(" ", Slips.keys(word))).toArray(String[]::new)).update();
  }

  /** Words that nothing has any more are forgotten: somebody took them back. @return how many */
  int forgetWords() {
    return db.sql("delete from search.word w where not exists (select from search.findable f where f.words @@ cast('''' || w.word || '''' as tsquery))").update();
  }
}
