package dz.linatatawwa.archive;

import dz.linatatawwa.opportunities.Asked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds operations in the archive, by the same folding as opportunities, the newest first; pages begin behind a place, so the last costs what the first does. */
@Service
public class OperationSearch {

  static final int PAGE = 24;
  private static final int TOO_FEW = 1;
  private static final int LATEST = 30;

  private final JdbcClient db;
  private final OperationTable table;
  private final OperationWords spelling;

  OperationSearch(JdbcClient db, OperationTable table, OperationWords spelling) {
    this.db = db;
    this.table = table;
    this.spelling = spelling;
  }

  private record Spot(long id, LocalDate first) {}

  /** A page, with how many there are and when. */
  public Found find(Criteria criteria) {
    List<Spot> spots = spots(criteria);
    boolean worded = !Asked.words(criteria.words()).stems().isEmpty() && criteria.after() == null;
    String meant = worded && spots.size() < TOO_FEW ? spelling.meant(criteria.words()) : null;
    if (meant != null) {
      Criteria other = criteria.withWords(meant);
      List<Spot> others = spots(other);
      if (!others.isEmpty()) return page(other, others, meant, true);
    }
    return page(criteria, spots, meant, false);
  }

  /** What came into the archive last, the latest first; not where the list goes on, but what is new in it. */
  public List<Operation> latest(Criteria criteria) {
    Conditions conditions = Conditions.of(criteria, false);
    List<OperationId> ids = db.sql("select l.operation_id from archive.listing l where " + conditions.where() + " order by l.published_at desc, l.operation_id desc limit " + LATEST)
        .params(conditions.values()).query((row, n) -> new OperationId(row.getLong("operation_id"))).list();
    Map<OperationId, Operation> operations = table.findAll(ids);
    return ids.stream().flatMap(id -> Stream.ofNullable(operations.get(id))).toList();
  }

  private Found page(Criteria criteria, List<Spot> spots, @Nullable String meant, boolean instead) {
    List<Spot> shown = spots.subList(0, Math.min(PAGE, spots.size()));
    Criteria.Place next = spots.size() > PAGE ? new Criteria.Place(shown.getLast().first, shown.getLast().id) : null;
    SortedMap<Integer, Long> years = new TreeMap<>(Comparator.reverseOrder());
    boolean more = false;
    if (criteria.simple()) years.putAll(tallied(criteria));
    else more = counted(criteria, years);
    long total = criteria.simple() && criteria.year() instanceof Integer year ? years.getOrDefault(year, 0L) : years.values().stream().mapToLong(Long::longValue).sum();
    if (more) years.replaceAll((year, number) -> 0L);
    return new Found(hits(shown), next, more ? Found.COUNTED : total, more, Collections.unmodifiableSortedMap(years), meant, instead);
  }

  private List<Spot> spots(Criteria criteria) {
    Conditions conditions = Conditions.of(criteria, true);
    return db.sql("select l.operation_id, l.first_day from archive.listing l where " + conditions.where()
        + " order by l.first_day desc, l.operation_id desc limit " + (PAGE + 1)).params(conditions.values())
        .query((row, n) -> new Spot(row.getLong("operation_id"), row.getObject("first_day", LocalDate.class))).list();
  }

  /** Of a wilaya and a field, from the sums by month: all years, whatever year is asked for. */
  private Map<Integer, Long> tallied(Criteria criteria) {
    Map<Integer, Long> years = new HashMap<>();
    db.sql("""
        select cast(extract(year from month) as integer) as year, sum(operations) as number
        from archive.tally
        where wilaya = :wilaya and field = :field and operations > 0
        group by 1
        """).param("wilaya", criteria.wilaya() == null ? "" : criteria.wilaya().value()).param("field", criteria.field() == null ? "" : criteria.field())
        .query(row -> { years.put(row.getInt("year"), row.getLong("number")); });
    return years;
  }

  /** By words and finer filters: no more than a bound is counted. @return whether there are more */
  private boolean counted(Criteria criteria, SortedMap<Integer, Long> years) {
    Conditions conditions = Conditions.of(criteria, false);
    db.sql("select cast(extract(year from f.first_day) as integer) as year, count(*) as number from (select l.first_day from archive.listing l where "
        + conditions.where() + " limit " + (Found.COUNTED + 1) + ") f group by 1").params(conditions.values())
        .query(row -> { years.put(row.getInt("year"), row.getLong("number")); });
    return years.values().stream().mapToLong(Long::longValue).sum() > Found.COUNTED;
  }

  private List<Found.Hit> hits(List<Spot> spots) {
    List<OperationId> ids = spots.stream().map(spot -> new OperationId(spot.id)).toList();
    Map<OperationId, Operation> operations = table.findAll(ids);
    Map<Long, String> pictures = pictures(ids);
    List<Found.Hit> hits = new ArrayList<>();
    for (OperationId id : ids) if (operations.get(id) instanceof Operation operation) hits.add(new Found.Hit(operation, pictures.get(id.value())));
    return hits;
  }

  private Map<Long, String> pictures(List<OperationId> ids) {
    Map<Long, String> first = new HashMap<>();
    db.sql("""
        select distinct on (operation_id) operation_id, file_id from archive.picture
        where operation_id = any(:ids) and removed_at is null order by operation_id, added_at, file_id
        """).param("ids", ids.stream().map(OperationId::value).toArray(Long[]::new))
        .query(row -> { first.put(row.getLong("operation_id"), "/files/" + row.getObject("file_id", UUID.class) + "/small"); });
    return first;
  }

  /** How many began in each wilaya, by its code; those in several places under the empty one. From the sums by month. */
  public Map<String, Long> byWilaya(@Nullable String field, @Nullable Integer year) {
    Map<String, Long> numbers = new TreeMap<>();
    db.sql("""
        select wilaya, sum(operations) as number
        from archive.tally
        where field = :field and month between :from and :to
        group by wilaya
        """).param("field", field == null ? "" : field).param("from", LocalDate.of(year == null ? 1900 : year, 1, 1))
        .param("to", LocalDate.of(year == null ? 2200 : year, 12, 1)).query(row -> { numbers.put(row.getString("wilaya"), row.getLong("number")); });
    long all = numbers.getOrDefault("", 0L);
    long placed = numbers.entrySet().stream().filter(entry -> !entry.getKey().isEmpty()).mapToLong(Map.Entry::getValue).sum();
    numbers.put("", all - placed);
    numbers.values().removeIf(number -> number == 0);
    return numbers;
  }
}
