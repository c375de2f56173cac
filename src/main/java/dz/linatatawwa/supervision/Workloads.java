package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has how much to do, and how long things take. */
@Component
public class Workloads {

  /** So many people a page. */
  public static final int PAGE = 50;

  private static final Duration PACE = Duration.ofDays(30);
  private static final Duration TIMES = Duration.ofDays(90);

  private final JdbcClient db;
  private final Territories territories;
  private final Clock clock;

  Workloads(JdbcClient db, Territories territories, Clock clock) {
    this.db = db;
    this.territories = territories;
    this.clock = clock;
  }

  /** Of these people, who has most overdue first.
   *  @param page from 1 */
  public Slice<Workload> of(List<AccountId> people, int page) {
    Instant now = clock.instant();
    List<Workload> rows = db.sql("""
        with hands as (
          select m.claimed_by as id, count(*) as open, count(*) filter (where m.due_at < :now) as overdue
          from supervision.matter m where m.decided_at is null and m.claimed_by = any(:people) group by 1),
        deeds as (
          select m.decided_by as id, count(*) filter (where m.decided_at >= :week) as decided,
            round(percentile_cont(0.5) within group (order by extract(epoch from m.decided_at - m.opened_at)) / 60) as median
          from supervision.matter m where m.decided_by = any(:people) and m.decided_at >= :since and m.decision <> 'withdrawn' group by 1)
        select p.id, coalesce(h.open, 0) as open, coalesce(h.overdue, 0) as overdue, coalesce(d.decided, 0) as decided, d.median,
          exists (select from supervision.absence a where a.account_id = p.id and a.ended_at is null and a.from_at <= :now and a.until_at > :now) as away
        from unnest(cast(:people as bigint[])) as p (id) left join hands h on h.id = p.id left join deeds d on d.id = p.id
        order by overdue desc, open desc, p.id
        limit :size offset :skip
        """).param("people", people.stream().map(AccountId::value).toArray(Long[]::new)).param("now", at(now)).param("week", week(now)).param("since", at(now.minus(PACE)))
        .param("size", PAGE).param("skip", (page - 1L) * PAGE)
        .query((row, number) -> {
          double minutes = row.getDouble("median");
          Integer median = row.wasNull() ? null : Integer.valueOf((int) minutes);
          return new Workload(new AccountId(row.getLong("id")), row.getInt("open"), row.getInt("overdue"), row.getInt("decided"), median, row.getBoolean("away"));
        }).list();
    return new Slice<>(rows, page, PAGE, people.size());
  }

  /** How long each kind takes in somebody's territory, and how many wait there; the kinds with the most overdue first. */
  public List<ServiceTime> times(Territory territory) {
    Instant now = clock.instant();
    return db.sql("""
        select m.kind, count(*) filter (where m.decided_at is null) as waiting, count(*) filter (where m.decided_at is null and m.due_at < :now) as overdue,
          count(*) filter (where m.decided_at is not null) as decided,
          cast(round(percentile_cont(0.5) within group (order by extract(epoch from m.due_at - m.opened_at)) / 60) as integer) as promised,
          cast(round(percentile_cont(0.5) within group (order by extract(epoch from m.decided_at - m.opened_at)) filter (where m.decided_at is not null) / 60) as integer) as median,
          cast(round(percentile_cont(0.9) within group (order by extract(epoch from m.decided_at - m.opened_at)) filter (where m.decided_at is not null) / 60) as integer) as slowest,
          cast(avg(case when m.decided_at <= m.due_at then 1.0 else 0.0 end) filter (where m.decided_at is not null) as double precision) as in_time
        from supervision.matter m
        where (m.decided_at is null or m.decided_at >= :since and m.decision <> 'withdrawn') and %s
        group by m.kind order by overdue desc, waiting desc, m.kind
        """.formatted(MatterQueue.MINE)).params(MatterQueue.scope(territory, now)).param("since", at(now.minus(TIMES)))
        .query((row, number) -> new ServiceTime(row.getString("kind"), row.getInt("waiting"), row.getInt("overdue"), row.getInt("decided"),
            row.getObject("promised", Integer.class), row.getObject("median", Integer.class), row.getObject("slowest", Integer.class), row.getObject("in_time", Double.class))).list();
  }

  /** As {@link #times(Territory)}, for a person's own territory. */
  public List<ServiceTime> times(AccountId supervisor) {
    return times(territories.of(supervisor));
  }

  private static OffsetDateTime week(Instant now) {
    LocalDate sunday = now.atZone(Words.ZONE).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    return sunday.atStartOfDay(Words.ZONE).toOffsetDateTime();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
