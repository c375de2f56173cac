package dz.linatatawwa.participation;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How fast organisations answer: the median over 90 days, applications past their clock counting for as long as they have waited. */
@Component
class AnswerTimes {

  private static final Duration OVER = Duration.ofDays(90);
  private static final Duration FRESH = Duration.ofHours(1);

  private record Median(long organizationId, int minutes) {}

  private final JdbcClient db;
  private final Organizations organizations;
  private final Clock clock;

  AnswerTimes(JdbcClient db, Organizations organizations, Clock clock) {
    this.db = db;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** Brings the kept figure of every organisation that answered, or ran over, within the last hour up to date. */
  @Transactional
  public void keep() {
    for (Median median : medians()) {
      organizations.answersIn(new OrganizationId(median.organizationId()), median.minutes());
    }
  }

  private List<Median> medians() {
    return Sql.rows(db.sql("""
        with recent as (
          select distinct f.organization_id
          from participation.application a join participation.shift_facts f on f.shift_id = a.shift_id
          where a.answered_at > :fresh or (a.state = 'pending' and a.answer_due <= :now)
        )
        select f.organization_id,
               (percentile_disc(0.5) within group (order by extract(epoch from coalesce(a.answered_at, :now) - a.applied_at) / 60))::integer as minutes
        from recent r
        join participation.shift_facts f on f.organization_id = r.organization_id
        join participation.application a on a.shift_id = f.shift_id
        where a.applied_at > :since and (a.answered_at is not null or (a.state = 'pending' and a.answer_due <= :now))
        group by f.organization_id
        """).param("now", Sql.at(clock.instant())).param("fresh", Sql.at(clock.instant().minus(FRESH)))
        .param("since", Sql.at(clock.instant().minus(OVER))).query(Median.class));
  }
}
