package dz.linatatawwa.hours;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells an organisation that hours wait for its confirmation: all of them in one message, once a day at most, and only when new ones came. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class WaitingDigest {

  /** So long a coordinator has to confirm by themselves what they have just proposed. */
  private static final Duration SETTLING_IN = Duration.ofHours(2);

  private static final Duration DAY = Duration.ofDays(1);

  private final JdbcClient db;
  private final Organizations organizations;
  private final Notices notices;
  private final Clock clock;

  WaitingDigest(JdbcClient db, Organizations organizations, Notices notices, Clock clock) {
    this.db = db;
    this.organizations = organizations;
    this.notices = notices;
    this.clock = clock;
  }

  /** @param persons whose hours wait, @param shifts in how many shifts */
  private record Waiting(OrganizationId organization, int persons, int shifts) {}

  /** Tells those whom nobody has told today. */
  @Scheduled(fixedDelayString = "${linatatawwa.clock.hours-waiting:30m}", initialDelayString = "4m")
  @Transactional
  public void tell() {
    Instant now = clock.instant();
    LocalDate today = now.atZone(Words.ZONE).toLocalDate();
    for (Waiting one : waiting(now)) {
      organizations.find(one.organization()).ifPresent(organization -> notices.tellAll(organizations.coordinators(one.organization()), "hours-waiting",
          "hours.notice.waiting.title", "hours.notice.waiting.body", "/organizations/" + one.organization() + "/desk/hours",
          "hours-waiting:" + one.organization() + ":" + today, new LocalName(organization.profile().nameAr(), organization.profile().nameFr(), null),
          one.persons(), one.shifts()));
    }
  }

  private List<Waiting> waiting(Instant now) {
    return db.sql("""
        select organization_id, count(distinct volunteer_id)::int as persons, count(distinct shift_id)::int as shifts
        from hours.claim
        where state = 'proposed' and organization_id is not null and shift_id is not null
        group by organization_id
        having max(proposed_at) filter (where proposed_at <= :settled) > :since
        """).param("settled", Timestamp.from(now.minus(SETTLING_IN))).param("since", Timestamp.from(now.minus(SETTLING_IN).minus(DAY)))
        .query((row, number) -> new Waiting(new OrganizationId(row.getLong("organization_id")), row.getInt("persons"), row.getInt("shifts"))).list();
  }
}
