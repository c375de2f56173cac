package dz.linatatawwa.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.Kept.Leaving;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.world.WorldTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of processing against the catalogue of the real database: a new table that names somebody, without a rule, stops the build. */
@WorldTest
class RegisterTests {

  /** Columns that may hold a name or a contact, or the number of a person where no foreign key says so. */
  private static final String NAMING =
      "^(name|name_.*|.*_name|contact|.*_contact|email|phone|address|president|trainer|concerned|actor|person|owner|changed_by|made_by|asked_of|account_id|holder_id|volunteer_id)$";

  /** Tables of the field, of the machine and of quarters, in which such a column is none of a person. */
  private static final Set<String> OF_NOBODY = Set.of("integrity.walk", "releases.release");

  @Autowired private Register register;
  @Autowired private JdbcClient db;
  @Autowired private Dictionary dictionary;

  @Test
  void everyColumnThatNamesSomebodyIsInTheRegister() {
    Map<String, Set<String>> stated = new HashMap<>();
    register.lines().forEach(line -> stated.computeIfAbsent(line.table(), table -> new HashSet<>()).addAll(line.columns()));
    Set<String> missing = new TreeSet<>();
    assertThat(naming()).as("the catalogue was read").hasSizeGreaterThan(80);
    naming().forEach((table, columns) -> columns.stream().filter(column -> !stated.getOrDefault(table, Set.of()).contains(column))
        .forEach(column -> missing.add(table + "." + column)));
    assertThat(missing).as("columns that name somebody and have no line in a KeptOfPerson").isEmpty();
  }

  @Test
  void everyTextOfAPersonsRowIsTakenAwayOrSaidToBeACode() {
    Map<String, Set<String>> stated = new HashMap<>();
    Set<String> whole = new HashSet<>();
    for (Kept line : register.lines()) {
      if (line.whose() == null) continue;
      if (line.leaving() == Leaving.GONE || line.leaving() == Leaving.ROOM) whole.add(line.table());
      Set<String> spoken = stated.computeIfAbsent(line.table(), table -> new HashSet<>());
      spoken.addAll(line.codes());
      spoken.addAll(line.names());
      line.emptied().forEach(entry -> spoken.add(Kept.name(entry)));
    }
    Set<String> free = new TreeSet<>();
    for (String table : stated.keySet()) {
      if (whole.contains(table) || table.equals("supervision.matter")) continue;
      texts(table).stream().filter(column -> !stated.get(table).contains(column)).forEach(column -> free.add(table + "." + column));
    }
    assertThat(free).as("texts of a person that nobody empties").isEmpty();
  }

  @Test
  void whatTheRegisterSpeaksOfIsThere() {
    Set<String> all = new HashSet<>(db.sql("select table_schema || '.' || table_name || '.' || column_name from information_schema.columns").query(String.class).list());
    Set<String> unknown = new TreeSet<>();
    for (Kept line : register.lines()) {
      for (List<String> columns : List.of(line.persons(), line.staff(), line.names(), line.codes())) columns.forEach(column -> look(all, line, column, unknown));
      line.emptied().forEach(entry -> look(all, line, Kept.name(entry), unknown));
      line.shown().stream().filter(entry -> !entry.contains(" as ")).forEach(entry -> look(all, line, entry, unknown));
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyLineHasItsWords() {
    Set<String> mute = new TreeSet<>();
    for (Language language : List.of(Language.AR, Language.FR, Language.EN)) {
      Words words = dictionary.in(language);
      for (Kept line : register.lines()) {
        needs(words, "privacy.table." + line.table(), mute);
        needs(words, "privacy.purpose." + line.purpose().code(), mute);
        line.shown().forEach(entry -> needs(words, "privacy.column." + Kept.name(entry), mute));
      }
      register.retentions().forEach(retention -> {
        needs(words, "privacy.retention." + retention.code(), mute);
        needs(words, "setting." + retention.days().key(), mute);
        needs(words, "setting." + retention.days().key() + ".text", mute);
      });
    }
    assertThat(mute).isEmpty();
  }

  @Test
  void noTwoPeriodsHaveOneName() {
    List<String> codes = register.retentions().stream().map(one -> one.code()).toList();
    assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThan(15);
  }

  private static void needs(Words words, String key, Set<String> mute) {
    if (!words.has(key)) mute.add(words.language().code() + " " + key);
  }

  private static void look(Set<String> all, Kept line, String column, Set<String> unknown) {
    if (!all.contains(line.table() + "." + column)) unknown.add(line.table() + "." + column);
  }

  /** By table: columns that refer to an account or a volunteer, and columns whose name says that they name somebody. */
  private Map<String, Set<String>> naming() {
    return db.sql("""
        select n.nspname || '.' || c.relname as place, a.attname as name
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
          and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'places', 'taxonomy')
          and (a.attname ~ :naming or exists (
            select from pg_constraint k
            where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
              and k.confrelid in ('accounts.account'::regclass, 'volunteers.volunteer'::regclass)))
        """).param("naming", NAMING).query((row, number) -> Map.entry(row.getString("place"), row.getString("name"))).list().stream()
        .filter(found -> !OF_NOBODY.contains(found.getKey()))
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }

  /** Columns that may hold words: text without a list of values, and JSON. */
  private List<String> texts(String table) {
    return db.sql("""
        select a.attname
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = cast(:table as regclass) and a.attnum > 0 and not a.attisdropped and t.typname in ('text', 'varchar', '_text', 'json', 'jsonb')
          and not exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]
            and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%')
        """).param("table", table).query(String.class).list();
  }
}
