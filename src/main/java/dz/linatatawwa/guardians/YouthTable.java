package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.volunteers.Ages;
import dz.linatatawwa.volunteers.Volunteers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of groups and their members. */
@Repository
class YouthTable {

  private static final String SELECT = """
      select g.id, g.organization_id, g.kind, g.name, g.leader_id, g.closed_at is null as open, count(m.id)::int as members,
             (count(m.id) filter (where v.birth_year <= :born or volunteers.agreed(m.volunteer_id, 'take-part', array[g.organization_id]) > 0))::int as ready
      from guardians.youth_group g
      left join guardians.youth_member m on m.group_id = g.id and m.left_at is null
      left join volunteers.volunteer v on v.account_id = m.volunteer_id
      """;

  private final JdbcClient db;
  private final Volunteers volunteers;
  private final Clock clock;

  YouthTable(JdbcClient db, Volunteers volunteers, Clock clock) {
    this.db = db;
    this.volunteers = volunteers;
    this.clock = clock;
  }

  long make(OrganizationId organization, GroupKind kind, String name, AccountId leader) {
    return db.sql("insert into guardians.youth_group (organization_id, kind, name, leader_id, made_at) values (:organization, :kind, :name, :leader, :now) returning id")
        .param("organization", organization.value()).param("kind", kind.code()).param("name", name).param("leader", leader.value())
        .param("now", Timestamp.from(clock.instant())).query(Long.class).single();
  }

  boolean close(long group) {
    return db.sql("update guardians.youth_group set closed_at = :now where id = :id and closed_at is null").param("now", Timestamp.from(clock.instant()))
        .param("id", group).update() == 1;
  }

  Optional<YouthGroup> find(OrganizationId organization, long id) {
    return db.sql(SELECT + "where g.id = :id and g.organization_id = :organization group by g.id").param("id", id).param("born", lastYearOfAge())
        .param("organization", organization.value()).query(YouthTable::group).optional();
  }

  List<YouthGroup> of(OrganizationId organization, int size, int from) {
    return db.sql(SELECT + "where g.organization_id = :organization group by g.id order by g.closed_at is not null, g.id desc limit :size offset :from")
        .param("organization", organization.value()).param("born", lastYearOfAge()).param("size", size).param("from", from).query(YouthTable::group).list();
  }

  long count(OrganizationId organization) {
    return db.sql("select count(*) from guardians.youth_group where organization_id = :organization").param("organization", organization.value())
        .query(Long.class).single();
  }

  /** @return false when they belong to it already */
  boolean add(YouthGroup group, AccountId person, boolean accepted, @Nullable String guardian, @Nullable String contact, AccountId by) {
    return db.sql("""
        insert into guardians.youth_member (group_id, volunteer_id, guardian_name, guardian_contact, added_at, added_by, accepted_at)
        values (:group, :person, :guardian, :contact, :now, :by, case when :accepted then cast(:now as timestamptz) end)
        on conflict (group_id, volunteer_id) where left_at is null do nothing
        """).param("group", group.id()).param("person", person.value()).param("accepted", accepted).param("guardian", guardian).param("contact", contact)
        .param("now", Timestamp.from(clock.instant())).param("by", by.value()).update() == 1;
  }

  boolean leave(long group, long member) {
    return db.sql("update guardians.youth_member set left_at = :now where id = :id and group_id = :group and left_at is null")
        .param("now", Timestamp.from(clock.instant())).param("id", member).param("group", group).update() == 1;
  }

  /** A group that somebody belongs to, or is asked to.
   *  @param waits for their yes */
  record Belonging(long member, String group, long organization, boolean waits) {}

  List<Belonging> belongings(AccountId person) {
    return db.sql("""
        select m.id, g.name, g.organization_id, m.accepted_at is null as waits
        from guardians.youth_member m join guardians.youth_group g on g.id = m.group_id
        where m.volunteer_id = :person and m.left_at is null and g.closed_at is null order by m.id limit 20
        """).param("person", person.value())
        .query((row, number) -> new Belonging(row.getLong(1), row.getString(2), row.getLong(3), row.getBoolean(4))).list();
  }

  boolean accept(AccountId person, long member) {
    return db.sql("update guardians.youth_member set accepted_at = coalesce(accepted_at, :now) where id = :id and volunteer_id = :person and left_at is null")
        .param("now", Timestamp.from(clock.instant())).param("id", member).param("person", person.value()).update() == 1;
  }

  boolean leave(AccountId person, long member) {
    return db.sql("update guardians.youth_member set left_at = :now where id = :id and volunteer_id = :person and left_at is null")
        .param("now", Timestamp.from(clock.instant())).param("id", member).param("person", person.value()).update() == 1;
  }

  /** Everybody of a group now, by name; a group has at most {@link YouthGroups#MOST}. */
  List<YouthMember> members(YouthGroup group) {
    LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
    int majority = volunteers.ageOfMajority();
    return db.sql("""
        select m.id, m.volunteer_id, v.name, v.code, v.birth_year, m.guardian_name, m.guardian_contact, a.entrusted, m.accepted_at is not null as accepted,
               volunteers.agreed(m.volunteer_id, 'take-part', array[g.organization_id]) as agreed,
               volunteers.agreed(m.volunteer_id, 'pictures', array[g.organization_id]) > 0 as pictures,
               exists (select from guardians.paper_line l join guardians.paper p on p.id = l.paper_id
                       where l.volunteer_id = m.volunteer_id and p.organization_id = g.organization_id and p.looked_at is null) as waits
        from guardians.youth_member m
        join guardians.youth_group g on g.id = m.group_id
        join volunteers.public_volunteer v on v.id = m.volunteer_id
        join accounts.account a on a.id = m.volunteer_id
        where m.group_id = :group and m.left_at is null and v.closed_at is null
        order by v.name, m.id
        """).param("group", group.id()).query((row, number) -> member(row, today, majority)).list();
  }

  /** The name of the group with which somebody has a place in a shift. */
  Optional<String> groupOf(AccountId person, ShiftId shift) {
    return db.sql("""
        select g.name from participation.application a
        join guardians.youth_group g on g.organization_id = a.brought_by
        join guardians.youth_member m on m.group_id = g.id and m.volunteer_id = a.volunteer_id
        where a.volunteer_id = :person and a.shift_id = :shift and a.brought_by is not null order by m.left_at is not null, m.id desc limit 1
        """).param("person", person.value()).param("shift", shift.value()).query(String.class).optional();
  }

  /** Who leads the groups of somebody. */
  List<AccountId> leaders(AccountId person) {
    return db.sql("""
        select distinct g.leader_id from guardians.youth_member m join guardians.youth_group g on g.id = m.group_id
        where m.volunteer_id = :person and m.left_at is null and g.closed_at is null
        """).param("person", person.value()).query((row, number) -> new AccountId(row.getLong(1))).list();
  }

  void forget(AccountId person, Instant now) {
    db.sql("update guardians.youth_member set left_at = coalesce(left_at, :now), guardian_name = null, guardian_contact = null where volunteer_id = :person")
        .param("now", Timestamp.from(now)).param("person", person.value()).update();
  }

  private int lastYearOfAge() {
    LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
    int year = today.getYear() - volunteers.ageOfMajority();
    return Ages.surely(year, today) < volunteers.ageOfMajority() ? year - 1 : year;
  }

  private static YouthGroup group(ResultSet row, int number) throws SQLException {
    return new YouthGroup(row.getLong("id"), new OrganizationId(row.getLong("organization_id")), GroupKind.of(row.getString("kind")).orElseThrow(),
        row.getString("name"), new AccountId(row.getLong("leader_id")), row.getInt("members"), row.getInt("ready"), row.getBoolean("open"));
  }

  private static YouthMember member(ResultSet row, LocalDate today, int majority) throws SQLException {
    int age = Ages.surely(row.getInt("birth_year"), today);
    return new YouthMember(row.getLong("id"), new AccountId(row.getLong("volunteer_id")), row.getString("name"), row.getString("code"), age,
        row.getString("guardian_name"), row.getString("guardian_contact"), row.getInt("agreed"), row.getBoolean("pictures"), age < majority,
        row.getBoolean("entrusted"), row.getBoolean("accepted"), row.getBoolean("waits"));
  }
}
