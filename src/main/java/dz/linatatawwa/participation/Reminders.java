package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminders: to volunteers on the evening before, and up the line of an organisation that leaves people without an answer. */
@Component
class Reminders {

  /** Before it nobody is reminded of tomorrow. */
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  /** After how long an unanswered application goes one step further up. */
  private static final Duration STEP = Duration.ofHours(24);

  private record Tomorrow(long id, long shiftId, long volunteerId) {}

  private record Overdue(long organizationId, String wilayaCode, long shiftId, long applications, Long[] ids) {}

  private final JdbcClient db;
  private final ApplicationTable table;
  private final Organizations organizations;
  private final Territories territories;
  private final Tidings tidings;
  private final Clock clock;

  Reminders(JdbcClient db, ApplicationTable table, Organizations organizations, Territories territories, Tidings tidings, Clock clock) {
    this.db = db;
    this.table = table;
    this.organizations = organizations;
    this.territories = territories;
    this.tidings = tidings;
    this.clock = clock;
  }

  /** Tells everybody with a seat tomorrow, once, from six in the evening. */
  @Transactional
  public void evening() {
    ZonedDateTime now = clock.instant().atZone(Words.ZONE);
    if (now.toLocalTime().isBefore(EVENING)) return;
    LocalDate tomorrow = now.toLocalDate().plusDays(1);
    for (Tomorrow one : tomorrow(tomorrow.atStartOfDay(Words.ZONE).toInstant(), tomorrow.plusDays(1).atStartOfDay(Words.ZONE).toInstant())) {
      ShiftFacts facts = table.facts(new ShiftId(one.shiftId())).orElseThrow();
      tidings.reminded(new ApplicationId(one.id()), new AccountId(one.volunteerId()), facts);
    }
  }

  /** Marks and gives those not told yet; rows that another node holds are left to it. */
  private List<Tomorrow> tomorrow(Instant from, Instant to) {
    return Sql.rows(db.sql("""
        update participation.application set evening_told = now()
        where id in (select a.id from participation.application a join opportunities.shift s on s.id = a.shift_id
                     where a.state = 'accepted' and a.evening_told is null and s.state <> 'cancelled'
                       and s.starts_at >= :from and s.starts_at < :to
                     order by a.id limit 2000 for no key update of a skip locked)
        returning id, shift_id, volunteer_id
        """).param("from", Sql.at(from)).param("to", Sql.at(to)).query(Tomorrow.class));
  }

  /** Reports applications past their clock: to the coordinators, a day later to the owners, another day later to the supervisors. */
  @Transactional
  public void overdue() {
    for (int level = 1; level <= 3; level++) {
      for (Overdue overdue : overdue(level)) tell(overdue, level);
    }
  }

  private List<Overdue> overdue(int level) {
    return db.sql("""
        with late as (
          update participation.application set reminded = :level
          where id in (select id from participation.application
                       where state = 'pending' and answer_due <= :due and reminded < :level
                       order by answer_due limit 5000 for no key update skip locked)
          returning id, shift_id
        )
        select f.organization_id, g.wilaya_code, min(f.shift_id) as shift_id, count(*) as applications, array_agg(l.id) as ids
        from late l
        join participation.shift_facts f on f.shift_id = l.shift_id
        join organizations.public_organization g on g.id = f.organization_id
        group by f.organization_id, g.wilaya_code
        """).param("level", level).param("due", Sql.at(clock.instant().minus(STEP.multipliedBy(level - 1L))))
        .query((row, n) -> new Overdue(row.getLong("organization_id"), row.getString("wilaya_code"), row.getLong("shift_id"),
            row.getLong("applications"), (Long[]) row.getArray("ids").getArray())).list();
  }

  private void tell(Overdue overdue, int level) {
    ShiftFacts facts = table.facts(new ShiftId(overdue.shiftId())).orElseThrow();
    OrganizationId organization = new OrganizationId(overdue.organizationId());
    List<AccountId> people = switch (level) {
      case 1 -> organizations.coordinators(organization);
      case 2 -> organizations.coordinators(organization).stream()
          .filter(person -> organizations.role(person, organization).filter(role -> role == Role.OWNER).isPresent()).toList();
      default -> territories.supervisors(Whereabouts.in(new WilayaCode(overdue.wilayaCode())));
    };
    String link = level == 3 ? "/organizations/" + organization : "/organizations/" + organization + "/desk/applications?state=pending&overdue=1";
    for (AccountId person : people) {
      tidings.overdue(person, facts, overdue.applications(), link, "overdue-" + level + "-" + overdue.ids()[0] + "-" + person);
    }
  }
}
