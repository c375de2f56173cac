package dz.linatatawwa.archive;

import dz.linatatawwa.imports.BroughtOperation;
import dz.linatatawwa.imports.Import;
import dz.linatatawwa.imports.OperationShelf;
import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes the operations of tables: a portion in one statement. They wait, unseen, for one decision about the whole table. */
@Repository
class BroughtOperations implements OperationShelf {

  private static final int TAKEN_BACK_AT_ONCE = 2_000;

  private final JdbcClient db;
  private final Batches batches;
  private final PairTable pairs;
  private final Clock clock;

  BroughtOperations(JdbcClient db, @Lazy Batches batches, PairTable pairs, Clock clock) {
    this.db = db;
    this.batches = batches;
    this.pairs = pairs;
    this.clock = clock;
  }

  @Override
  public Optional<Unfit> fault(BroughtOperation operation) {
    When when = new When(operation.first(), operation.last(), When.Precision.of(operation.precision()));
    return OperationRules.fault(when, operation.people(), operation.minutes(), operation.reason(), clock.instant().atZone(Words.ZONE).toLocalDate())
        .map(fault -> new Unfit(column(fault.field()), fault.key(), fault.arguments()));
  }

  private static String column(String field) {
    return switch (field) {
      case "first" -> "start";
      case "last" -> "end";
      default -> field;
    };
  }

  @Override
  public Map<UUID, String> known(Collection<UUID> keys) {
    Map<UUID, String> known = new HashMap<>();
    if (keys.isEmpty()) return known;
    db.sql("select import_key, title from archive.operation where import_key = any(cast(:keys as uuid[]))")
        .param("keys", keys.stream().map(UUID::toString).toArray(String[]::new))
        .query(row -> { known.put(row.getObject("import_key", UUID.class), row.getString("title")); });
    return known;
  }

  @Override
  public void store(Import of, List<BroughtOperation> rows) {
    if (rows.isEmpty()) return;
    Map<Integer, Long> ids = new HashMap<>();
    db.sql("""
        insert into archive.operation (title, about, first_day, last_day, precision, wilaya_code, commune_code, organization_id, organization_name, led_by,
          field_code, activity_code, people, minutes, reason, source, import_id, import_row, import_key, state, state_since, entered_by, made_at, changed_at)
        select n.title, n.about, n.first_day::date, n.last_day::date, n.precision, n.wilaya, n.commune, n.organization, n.organization_name, n.led_by,
          n.field, n.activity, n.people, n.minutes, n.reason, 'import', :import, n.row, n.key::uuid, 'waiting', :now, :by, :now, :now
        from unnest(:titles::text[], :abouts::text[], :firsts::text[], :lasts::text[], :precisions::text[], :wilayas::text[], :communes::text[],
          :organizations::bigint[], :bodies::text[], :leaders::text[], :fields::text[], :activities::text[], :people::integer[], :minutes::bigint[],
          :reasons::text[], :rows::integer[], :keys::text[])
          as n(title, about, first_day, last_day, precision, wilaya, commune, organization, organization_name, led_by, field, activity, people, minutes, reason, row, key)
        returning id, import_row
        """).param("import", of.id()).param("now", OperationTable.at(clock.instant())).param("by", of.madeBy(), java.sql.Types.BIGINT)
        .param("titles", texts(rows, BroughtOperation::title)).param("abouts", texts(rows, BroughtOperation::about))
        .param("firsts", texts(rows, row -> row.first().toString())).param("lasts", texts(rows, row -> row.last().toString()))
        .param("precisions", texts(rows, BroughtOperation::precision)).param("wilayas", texts(rows, row -> row.wilaya() == null ? null : row.wilaya().value()))
        .param("communes", texts(rows, row -> row.commune() == null ? null : row.commune().value()))
        .param("organizations", rows.stream().map(row -> row.organization() == null ? null : row.organization().value()).toArray(Long[]::new))
        .param("bodies", texts(rows, BroughtOperation::organizationName)).param("leaders", texts(rows, BroughtOperation::leader))
        .param("fields", texts(rows, BroughtOperation::field)).param("activities", texts(rows, BroughtOperation::activity))
        .param("people", rows.stream().map(BroughtOperation::people).toArray(Integer[]::new))
        .param("minutes", rows.stream().map(BroughtOperation::minutes).toArray(Long[]::new)).param("reasons", texts(rows, BroughtOperation::reason))
        .param("rows", rows.stream().map(BroughtOperation::row).toArray(Integer[]::new)).param("keys", texts(rows, row -> row.key().toString()))
        .query(row -> { ids.put(row.getInt("import_row"), row.getLong("id")); });
    units(rows, ids);
    links(rows, ids);
  }

  private static @Nullable String[] texts(List<BroughtOperation> rows, Function<BroughtOperation, @Nullable String> text) {
    @Nullable String[] all = new String[rows.size()];
    for (int i = 0; i < all.length; i++) all[i] = text.apply(rows.get(i));
    return all;
  }

  private void units(List<BroughtOperation> rows, Map<Integer, Long> ids) {
    List<Long> operations = new ArrayList<>();
    List<String> units = new ArrayList<>();
    List<Long> quantities = new ArrayList<>();
    for (BroughtOperation row : rows) {
      row.units().forEach((unit, quantity) -> {
        operations.add(ids.get(row.row()));
        units.add(unit);
        quantities.add(quantity);
      });
    }
    if (operations.isEmpty()) return;
    db.sql("insert into archive.unit (operation_id, unit, quantity) select * from unnest(:ids::bigint[], :units::text[], :quantities::bigint[])")
        .param("ids", operations.toArray(Long[]::new)).param("units", units.toArray(String[]::new)).param("quantities", quantities.toArray(Long[]::new)).update();
  }

  private void links(List<BroughtOperation> rows, Map<Integer, Long> ids) {
    List<BroughtOperation> linked = rows.stream().filter(row -> row.link() != null).toList();
    if (linked.isEmpty()) return;
    db.sql("insert into archive.press (operation_id, ordinal, url) select id, 0, url from unnest(:ids::bigint[], :urls::text[]) as n(id, url)")
        .param("ids", linked.stream().map(row -> ids.get(row.row())).toArray(Long[]::new)).param("urls", texts(linked, BroughtOperation::link)).update();
  }

  @Override
  public void done(Import of) {
    batches.ask(of);
  }

  /** What was merged, or has pictures or documents since, stays. */
  @Override
  public Taken takeBack(Import of) {
    batches.drop(of);
    List<Long> ids = db.sql("""
        select o.id from archive.operation o
        where o.import_id = :import and o.state in ('waiting', 'published', 'refused', 'draft')
          and not exists (select from archive.picture p where p.operation_id = o.id)
          and not exists (select from archive.document d where d.operation_id = o.id)
          and not exists (select from archive.operation m where m.merged_into = o.id)
        order by o.id limit :most
        """).param("import", of.id()).param("most", TAKEN_BACK_AT_ONCE).query((row, n) -> row.getLong("id")).list();
    if (ids.isEmpty()) {
      int left = db.sql("select count(*) from archive.operation where import_id = :import").param("import", of.id()).query(Integer.class).single();
      return new Taken(0, Math.max(0, left - of.counts().kept()), false);
    }
    Long[] all = ids.toArray(Long[]::new);
    db.sql("delete from archive.listing where operation_id = any(:ids)").param("ids", all).update();
    pairs.forget(ids);
    db.sql("delete from archive.operation where id = any(:ids)").param("ids", all).update();
    return new Taken(ids.size(), 0, true);
  }
}
