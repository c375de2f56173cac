package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The applications that an organisation has got. Who may look is the caller's to check (the desk does). */
@Repository
public class Applicants {

  static final int A_PAGE = 50;
  private static final int BY_RULE_AT_MOST = 500;

  /** A shift that an application was made for, to filter by. */
  public record ShiftChoice(long shiftId, String title, Instant startsAt, int pending) {}

  private static final String COLUMNS = """
      select a.id, a.volunteer_id, v.name, v.birth_year, v.audience, v.wilaya_code, v.commune_code, a.note, v.about, a.state, a.applied_at,
             a.answer_due, a.offer_ends, a.reason_code, a.coming, f.shift_id, f.starts_at, f.ends_at, f.opportunity_id, f.title, h.came, h.missed, h.minutes,
             a.party_id, p.name as party_name, coalesce(p.whole, false) as whole, a.seats,
             (select count(*)::int from participation.application m where m.party_id = a.party_id and m.state = a.state) as together
      """;

  private static final String FROM = """
      from participation.application a
      join participation.shift_facts f on f.shift_id = a.shift_id
      join volunteers.public_volunteer v on v.id = a.volunteer_id
      """;

  private static final String PAST = """
      left join lateral (
        select count(*) filter (where t.checked_in_at is not null)::int as came, count(*) filter (where t.no_show_at is not null)::int as missed,
               coalesce((select sum(c.minutes) from participation.confirmed c where c.volunteer_id = a.volunteer_id), 0)::bigint as minutes
        from participation.presence t where t.volunteer_id = a.volunteer_id
      ) h on true
      """;

  private static final String PARTY = " left join participation.party p on p.id = a.party_id ";

  private static final String WHERE = """
      where f.organization_id = :organization
        and (:state = '' or a.state = :state)
        and (cast(:opportunity as bigint) is null or f.opportunity_id = :opportunity)
        and (cast(:shift as bigint) is null or f.shift_id = :shift)
        and (not :overdue or (a.state = 'pending' and a.answer_due <= :now))
      """;

  /** Of a party one line stands for all of it that are in one state: the first. */
  private static final String LEADS = """
      and not exists (select from participation.application e where e.party_id = a.party_id and e.state = a.state and e.id < a.id)
      """;

  private final JdbcClient db;
  private final Clock clock;

  Applicants(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The shortest clock first, then in order of arrival. */
  public Slice<Applicant> page(OrganizationId organization, ApplicantFilter filter, int page) {
    long total = bound(db.sql("select count(*) " + FROM + WHERE + LEADS), organization, filter).query(Long.class).single();
    List<Applicant> rows = Sql.rows(bound(db.sql(COLUMNS + FROM + PAST + PARTY + WHERE + LEADS + " order by a.answer_due nulls last, a.id limit :size offset :from"), organization, filter)
        .param("size", A_PAGE).param("from", (page - 1) * A_PAGE).query(Applicant.class));
    return new Slice<>(rows, page, A_PAGE, total);
  }

  /** The same in order of arrival, part by part.
   *  @param after only those of a greater number */
  public List<Applicant> after(OrganizationId organization, ApplicantFilter filter, long after, int most) {
    return Sql.rows(bound(db.sql(COLUMNS + FROM + PAST + PARTY + WHERE + " and a.id > :after order by a.id limit :most"), organization, filter)
        .param("after", after).param("most", most).query(Applicant.class));
  }

  /** How many wait for an answer, and how many of them too long. */
  public Load load(OrganizationId organization) {
    return bound(db.sql("select count(*) as waiting, count(*) filter (where a.answer_due <= :now) as overdue " + FROM + WHERE), organization,
        new ApplicantFilter("pending", null, null, null)).query(Load.class).single();
  }

  /** What waits for an answer. */
  public record Load(long waiting, long overdue) {}

  /** Coming shifts with applications, for the filter. */
  public List<ShiftChoice> shifts(OrganizationId organization) {
    return Sql.rows(db.sql("""
        select f.shift_id, f.title, f.starts_at, (count(*) filter (where a.state = 'pending'))::int as pending
        from participation.application a
        join participation.shift_facts f on f.shift_id = a.shift_id
        where f.organization_id = :organization and f.ends_at > :now
        group by f.shift_id, f.title, f.starts_at order by f.starts_at limit 100
        """).param("organization", organization.value()).param("now", Sql.at(clock.instant())).query(ShiftChoice.class));
  }

  /** The pending ones among the filtered that fit a rule, in order of arrival; nobody out of a party that comes whole. */
  public List<ApplicationId> fitting(OrganizationId organization, ApplicantFilter filter, AcceptRule rule) {
    if (rule.empty()) return List.of();
    return bound(db.sql("select a.id " + FROM + PAST + WHERE + """
        and a.state = 'pending' and not exists (select from participation.party p where p.id = a.party_id and p.whole)
        and (cast(:minutes as bigint) is null or h.minutes >= :minutes)
        and (not :sameWilaya or v.wilaya_code = f.wilaya_code)
        and (cast(:age as int) is null or extract(year from f.starts_at) - v.birth_year - 1 >= :age)
        order by a.id limit :most
        """), organization, filter).param("minutes", rule.minHours() == null ? null : rule.minHours() * 60L)
        .param("sameWilaya", rule.sameWilaya()).param("age", rule.minAge()).param("most", BY_RULE_AT_MOST)
        .query(Long.class).list().stream().map(ApplicationId::new).toList();
  }

  /** Those of these applications that belong to the organisation. */
  public List<ApplicationId> own(OrganizationId organization, List<Long> ids) {
    if (ids.isEmpty()) return List.of();
    return db.sql("select a.id " + FROM + " where f.organization_id = :organization and a.id in (:ids) order by a.id")
        .param("organization", organization.value()).param("ids", ids).query(Long.class).list().stream().map(ApplicationId::new).toList();
  }

  /** Those of these parties that belong to the organisation. */
  public List<PartyId> ownParties(OrganizationId organization, List<Long> ids) {
    if (ids.isEmpty()) return List.of();
    return db.sql("""
        select p.id from participation.party p join participation.shift_facts f on f.shift_id = p.shift_id
        where f.organization_id = :organization and p.id in (:ids) order by p.id
        """).param("organization", organization.value()).param("ids", ids).query(Long.class).list().stream().map(PartyId::new).toList();
  }

  /** What a shift is, if it is one of the organisation's. */
  public Optional<ShiftFacts> facts(OrganizationId organization, ShiftId shift) {
    return db.sql(ApplicationTable.FACTS + " where shift_id = :shift and organization_id = :organization").param("shift", shift.value())
        .param("organization", organization.value()).query(ShiftFacts.class).optional();
  }

  private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec sql, OrganizationId organization, ApplicantFilter filter) {
    return sql.param("organization", organization.value()).param("state", filter.stateOrPending()).param("opportunity", filter.opportunity())
        .param("shift", filter.shift()).param("overdue", filter.onlyOverdue()).param("now", Sql.at(clock.instant()));
  }

  /** Somebody with a seat in a shift. */
  public record Seated(AccountId id, String name) {}

  /** Who has a seat in a shift, by name. */
  public List<Seated> seated(ShiftId shift) {
    return db.sql("""
        select v.id, v.name
        from participation.application a join volunteers.public_volunteer v on v.id = a.volunteer_id
        where a.shift_id = :shift and a.state = 'accepted' and v.closed_at is null
        order by v.name, v.id
        """).param("shift", shift.value()).query((row, number) -> new Seated(new AccountId(row.getLong("id")), row.getString("name"))).list();
  }
}
