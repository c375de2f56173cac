package dz.linatatawwa.turnout;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What happened, kept by day: made from the facts, read as sums, and made again where something was heard. One at a time in the whole cluster makes them. */
@Repository
class OperationDays {

  /** Facts that are counted, as {@code facts.sql} and the columns call them. */
  static final List<String> COUNTS = List.of("offered", "filled", "opportunities", "came", "kept", "missed", "applications", "asked", "asked_answered",
      "asked_confirmed", "registered", "compulsory", "curricular", "paid", "waiting", "refused", "reversed", "grade_d", "grade_e", "under_fifteen");
  /** Facts that were waited for. */
  private static final List<String> WAITS = List.of("answered", "confirmed");

  private static final String CELL = "day, organization_id, wilaya_code, commune_code, field_code, campaign_id";
  private static final String NAMES = String.join(", ", COUNTS) + ", " + String.join(", ", WAITS);
  private static final int AT_ONCE = 25_000;
  /** So much news, and as much as a quarter of all cells, is made true sooner by making everything anew: after a fill, an import, a restore. */
  static final int FLOOD = 50_000;

  private static final String MAKE = """
      with facts as (
        select day, coalesce(organization_id, 0) as organization_id, coalesce(wilaya_code, '') as wilaya_code, coalesce(commune_code, '') as commune_code,
          coalesce(field_code, '') as field_code, coalesce(campaign_id, 0) as campaign_id, fact, wait, sum(amount) as amount
        from (%s) f
        group by 1, 2, 3, 4, 5, 6, 7, 8
      )
      insert into turnout.operation_day (%s, %s)
      select %s, %s, %s
      from facts group by %s
      """.formatted(FactCount.FACTS, CELL, NAMES, CELL,
          COUNTS.stream().map(fact -> "nullif(sum(amount) filter (where fact = '" + fact + "'), 0)").collect(Collectors.joining(", ")),
          WAITS.stream().map(fact -> "turnout.flat(array_agg(array[wait, amount::integer] order by wait) filter (where fact = '" + fact + "'))")
              .collect(Collectors.joining(", ")), CELL);

  private static final String SUM = """
      with days as (
        select k.wilaya_code as key, d.* from turnout.operation_day d cross join lateral (values (d.wilaya_code), ('*')) as k (wilaya_code)
        where d.day between :from and :to
      ),
      waits as (
        select key, day, fact, wait, sum(n) as n
        from days cross join lateral (
          select 'answered' as fact, answered[i] as wait, answered[i + 1] as n from generate_series(1, coalesce(cardinality(answered), 0), 2) as i
          union all
          select 'confirmed', confirmed[i], confirmed[i + 1] from generate_series(1, coalesce(cardinality(confirmed), 0), 2) as i) w
        group by key, day, fact, wait
      ),
      flat as (
        select key, day, %s from waits group by key, day
      )
      insert into turnout.operation_sum (wilaya_code, day, %s)
      select s.*, %s
      from (select key, day, %s from days group by key, day) s
      left join flat f using (key, day)
      """.formatted(
          WAITS.stream().map(fact -> "turnout.flat(array_agg(array[wait, n::integer] order by wait) filter (where fact = '" + fact + "')) as " + fact)
              .collect(Collectors.joining(", ")), NAMES, WAITS.stream().map(fact -> "f." + fact).collect(Collectors.joining(", ")),
          COUNTS.stream().map(fact -> "sum(" + fact + ")").collect(Collectors.joining(", ")));

  private final JdbcClient db;
  private final Clock clock;

  OperationDays(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Until when the days are true; nothing while they were never made. */
  Optional<Instant> asOf() {
    return db.sql("select as_of from turnout.operation_state").query((row, i) -> row.getObject("as_of", OffsetDateTime.class).toInstant()).optional();
  }

  /** Sums of a scope that is kept by day: any but one of people. */
  Facts of(Scope scope, Period period, Instant asOf) {
    Kept kept = Kept.of(scope);
    Map<String, Long> counts = new HashMap<>();
    Waits answers = Waits.none();
    Waits confirmations = Waits.none();
    db.sql("select " + COUNTS.stream().map(fact -> "sum(" + fact + ") as " + fact).collect(Collectors.joining(", ")) + " from " + kept.table() + " where "
            + kept.condition() + " and day between :from and :to").params(kept.values()).param("from", period.from()).param("to", period.to())
        .query(row -> { for (String fact : COUNTS) counts.put(fact, row.getLong(fact)); });
    db.sql("select answered, confirmed from " + kept.table() + " where " + kept.condition()
            + " and day between :from and :to and (answered is not null or confirmed is not null)")
        .params(kept.values()).param("from", period.from()).param("to", period.to())
        .query(row -> {
          add(answers, row, "answered");
          add(confirmations, row, "confirmed");
        });
    return new Facts(asOf, counts, answers, confirmations);
  }

  /** Whose accounts were open at the end of a day: all that joined less all that left. */
  long registered(Scope scope, LocalDate last) {
    Kept kept = Kept.of(scope);
    return db.sql("select coalesce(sum(registered), 0) from " + kept.table() + " where " + kept.condition() + " and day <= :last").params(kept.values())
        .param("last", last).query(Long.class).single();
  }

  private static void add(Waits waits, ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    if (array == null) return;
    Integer[] pairs = (Integer[]) array.getArray();
    for (int i = 0; i < pairs.length; i += 2) waits.add(pairs[i], pairs[i + 1]);
  }

  /** Makes what was heard true, some days at a time.
   *  @return whether there may be more; false too where somebody else is at it */
  @Transactional
  public boolean hear() {
    if (!db.sql("select pg_try_advisory_xact_lock(hashtext('figures.operations'))").query(Boolean.class).single()) return false;
    Instant asOf = clock.instant();
    if (isFlood()) {
      everything(asOf, step -> {});
      return false;
    }
    List<News> news = db.sql("""
        delete from turnout.operation_news where ctid = any(array(select ctid from turnout.operation_news limit :most)) returning kind, id, day
        """).param("most", AT_ONCE).query((row, i) -> new News(row.getString("kind"), row.getLong("id"), row.getObject("day", LocalDate.class))).list();
    stale(news).forEach(this::make);
    boolean more = news.size() == AT_ONCE;
    if (!more) now(asOf);
    return more;
  }

  private boolean isFlood() {
    return db.sql("""
        with many as (select greatest(:flood, reltuples::bigint / 4) as n from pg_class where oid = 'turnout.operation_day'::regclass)
        select (select count(*) from (select from turnout.operation_news limit (select n from many)) x) = (select n from many)
        """).param("flood", FLOOD).query(Boolean.class).single();
  }

  private record News(String kind, long id, @org.jspecify.annotations.Nullable LocalDate day) {}

  private Map<LocalDate, List<Long>> stale(List<News> news) {
    Map<LocalDate, List<Long>> stale = new TreeMap<>();
    if (news.isEmpty()) return stale;
    List<News> once = news.stream().distinct().toList();
    db.sql(FactCount.read("stale.sql")).param("kinds", once.stream().map(News::kind).toArray(String[]::new)).param("ids", once.stream().map(News::id).toArray(Long[]::new))
        .param("days", once.stream().map(one -> one.day() == null ? null : java.sql.Date.valueOf(one.day())).toArray(java.sql.Date[]::new))
        .query(row -> { stale.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new ArrayList<>()).add(row.getLong("organization_id")); });
    return stale;
  }

  private void make(LocalDate day, List<Long> organizations) {
    Object all = organizations.toArray(Long[]::new);
    db.sql("delete from turnout.operation_day where day = :day and organization_id = any(:organizations)").param("day", day).param("organizations", all).update();
    make(day, day, all);
    sum(day, day);
  }

  private void make(LocalDate from, LocalDate to, @org.jspecify.annotations.Nullable Object organizations) {
    db.sql(MAKE).param("from", from).param("to", to).param("from_at", FactCount.beginning(from)).param("to_at", FactCount.beginning(to.plusDays(1)))
        .param("organizations", organizations).update();
  }

  private void sum(LocalDate from, LocalDate to) {
    db.sql("delete from turnout.operation_sum where day between :from and :to").param("from", from).param("to", to).update();
    db.sql(SUM).param("from", from).param("to", to).update();
  }

  /** The years in which anything may have happened. */
  List<Integer> years() {
    return db.sql("""
        select extract(year from least(min(d.at), now()))::integer as first, extract(year from greatest(max(d.at), now()))::integer as last
        from (
          select min(starts_at) as at from opportunities.shift union all select max(starts_at) from opportunities.shift
          union all select min(day) from hours.line union all select max(day) from hours.line
          union all select min(lower(during)) from hours.claim where state <> 'confirmed' union all select max(lower(during)) from hours.claim where state <> 'confirmed'
          union all select min(day) from turnout.operation_day union all select max(day) from turnout.operation_day
          union all select min(joined_at) from volunteers.volunteer
          union all select min(applied_at) from participation.application
          union all select min(published_at) from opportunities.opportunity) d
        """).query((row, i) -> {
          List<Integer> years = new ArrayList<>();
          for (int year = row.getInt("first"); year <= row.getInt("last"); year++) years.add(year);
          return years;
        }).single();
  }

  /** Makes one year anew from the facts. What is heard meanwhile is heard afterwards. */
  @Transactional
  public long rebuild(int year) {
    db.sql("select pg_advisory_xact_lock(hashtext('figures.operations'))").query((row, i) -> true).list();
    LocalDate from = LocalDate.of(year, 1, 1);
    LocalDate to = LocalDate.of(year, 12, 31);
    db.sql("delete from turnout.operation_day where day between :from and :to").param("from", from).param("to", to).update();
    make(from, to, null);
    sum(from, to);
    return db.sql("select count(*) from turnout.operation_day where day between :from and :to").param("from", from).param("to", to).query(Long.class).single();
  }

  /** Makes everything for the first time, in one transaction: what is half made is never read, and of two nodes that begin at once the second finds it done.
   *  @param told hears of each year */
  @Transactional
  public void first(Consumer<String> told) {
    db.sql("select pg_advisory_xact_lock(hashtext('figures.operations'))").query((row, i) -> true).list();
    if (asOf().isPresent()) return;
    everything(clock.instant(), told);
  }

  private void everything(Instant asOf, Consumer<String> told) {
    db.sql("delete from turnout.operation_news").update();
    for (int year : years()) told.accept(year + ": " + rebuild(year) + " cells");
    now(asOf);
  }

  /** From here on the days are what is read. */
  @Transactional
  public void now(Instant asOf) {
    db.sql("insert into turnout.operation_state (as_of) values (:at) on conflict (one) do update set as_of = excluded.as_of").param("at", asOf.atOffset(ZoneOffset.UTC)).update();
  }

  /** Which rows hold a scope. */
  private record Kept(String table, String condition, Map<String, Object> values) {

    static Kept of(Scope scope) {
      return switch (scope) {
        case Scope.Nation nation -> new Kept("turnout.operation_sum", "wilaya_code = '*'", Map.of());
        case Scope.OfWilaya(var code, var division) -> new Kept("turnout.operation_sum", switch (division) {
          case W69 -> "wilaya_code = :place";
          case W58 -> "wilaya_code = any(array(select code from places.wilaya where code_58 = :place))";
          case W48 -> "wilaya_code = any(array(select code from places.wilaya where code_48 = :place))";
        }, Map.of("place", code.value()));
        case Scope.OfCommune(var code) -> new Kept("turnout.operation_day", "commune_code = :place and commune_code <> ''", Map.of("place", code.value()));
        case Scope.OfOrganization(var organization) -> new Kept("turnout.operation_day", "organization_id = :id and organization_id <> 0",
            Map.of("id", organization.value()));
        case Scope.OfCampaign(var campaign) -> new Kept("turnout.operation_day", "campaign_id = :id and campaign_id <> 0", Map.of("id", campaign.value()));
        case Scope.OfPeople people -> throw new IllegalArgumentException("people are not kept by day");
      };
    }
  }
}
