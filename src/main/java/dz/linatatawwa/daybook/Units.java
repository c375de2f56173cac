package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.supervision.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The closed list of units, which administrators may make longer. A unit never goes: what was counted in it stays readable. */
@Repository
public class Units {

  private static final String SELECT = "select code, achievement, words::text as words from daybook.unit ";

  private final JdbcClient db;
  private final JsonMapper json;
  private final Audit audit;

  Units(JdbcClient db, JsonMapper json, Audit audit) {
    this.db = db;
    this.json = json;
    this.audit = audit;
  }

  /** @param code anything that no unit has gives nothing; a retired one is still found */
  public Optional<Unit> of(String code) {
    return db.sql(SELECT + "where code = :code").param("code", code).query((row, i) -> unit(row)).optional();
  }

  /** Units that may be chosen for this kind of goods, the most usual first. */
  public List<Unit> of(GoodsKind kind) {
    return db.sql(SELECT + "where achievement = :achievement and retired_at is null order by sort, code").param("achievement", kind == GoodsKind.ACHIEVED)
        .query((row, i) -> unit(row)).list();
  }

  /** All of them, retired ones last.
   *  @param retired whether it may not be chosen any more */
  public record Listed(Unit unit, boolean retired) {}

  public List<Listed> all() {
    return db.sql("select code, achievement, words::text as words, retired_at is not null as retired from daybook.unit order by retired, achievement desc, sort, code")
        .query((row, i) -> new Listed(unit(row), row.getBoolean("retired"))).list();
  }

  /** Adds a unit of achievement at the end of the list.
   *  @return false when there is one of this code */
  @Transactional
  public boolean add(String code, Map<Language, Unit.Naming> words, AccountId by) {
    int added = db.sql("""
        insert into daybook.unit (code, achievement, sort, words, added_by)
        select :code, true, coalesce(max(sort), 0) + 1, cast(:words as jsonb), :by from daybook.unit
        on conflict (code) do nothing
        """).param("code", code).param("words", json.writeValueAsString(written(words))).param("by", by.value()).update();
    if (added == 1) audit.note(by, "unit.added", "unit", code, null, Map.of());
    return added == 1;
  }

  /** Offers a unit no more, or again.
   *  @return false when there is none of this code */
  @Transactional
  public boolean retire(String code, boolean retired, AccountId by) {
    boolean changed = db.sql("update daybook.unit set retired_at = case when :retired then coalesce(retired_at, now()) end where code = :code")
        .param("retired", retired).param("code", code).update() == 1;
    if (changed) audit.note(by, retired ? "unit.retired" : "unit.returned", "unit", code, null, Map.of());
    return changed;
  }

  private static Map<String, Map<String, String>> written(Map<Language, Unit.Naming> words) {
    Map<String, Map<String, String>> all = new java.util.TreeMap<>();
    words.forEach((language, naming) -> {
      Map<String, String> forms = new java.util.TreeMap<>(naming.counted());
      forms.put("label", naming.label());
      all.put(language.code(), forms);
    });
    return all;
  }

  private Unit unit(ResultSet row) throws SQLException {
    String words = row.getString("words");
    return new Unit(row.getString("code"), row.getBoolean("achievement"), Optional.ofNullable(words).map(this::read));
  }

  private Map<Language, Unit.Naming> read(String words) {
    Map<Language, Unit.Naming> all = new EnumMap<>(Language.class);
    json.readValue(words, new TypeReference<Map<String, Map<String, String>>>() {}).forEach((code, forms) -> {
      Map<String, String> counted = new java.util.HashMap<>(forms);
      String label = counted.remove("label");
      Language.of(code).ifPresent(language -> all.put(language, new Unit.Naming(label == null ? "" : label, counted)));
    });
    return all;
  }
}
