package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of the ledger from which certificates are made, and those that a certificate counts. */
@Repository
class CountedLines {

  /** Lines that stand, of a scope. */
  static final String STANDING = """
      from hours.written w
      where w.volunteer_id = any(:people) and w.taken_back_by is null
        and (cast(:organization as bigint) is null or w.organization_id = :organization)
        and (cast(:opportunity as bigint) is null or w.opportunity_id = :opportunity)
        and (cast(:campaign as bigint) is null or w.opportunity_id in (select i.opportunity_id from opportunities.in_campaign i where i.campaign_id = :campaign))
        and (cast(:from as date) is null or w.day >= :from) and (cast(:to as date) is null or w.day <= :to)
        and w.grade::text = any(:grades)""";

  private final JdbcClient db;

  CountedLines(JdbcClient db) {
    this.db = db;
  }

  /** A line that counts. */
  record Standing(long entry, long person, LocalDate day, int minutes, Grade grade) {}

  /** Whoever takes hours of these people back waits until this transaction ends, and is waited for: so it either sees that its lines are
   *  counted here, or they are not. */
  void hold(Collection<AccountId> people) {
    db.sql("select volunteer_id from hours.volunteer_hours where volunteer_id = any(:people) order by volunteer_id, grade for share")
        .param("people", values(people)).query(Long.class).list();
  }

  /** What stands of these people's hours, by person and day. */
  List<Standing> standing(Collection<AccountId> people, Scope scope, Span span, Set<Grade> grades) {
    OrganizationId organization = scope.organization();
    OpportunityId opportunity = scope.opportunity();
    CampaignId campaign = scope.campaign();
    return db.sql("select w.id, w.volunteer_id, w.day, w.minutes, w.grade " + STANDING + " order by w.volunteer_id, w.day, w.id")
        .param("people", values(people)).param("organization", organization == null ? null : organization.value())
        .param("opportunity", opportunity == null ? null : opportunity.value()).param("campaign", campaign == null ? null : campaign.value())
        .param("from", span.from()).param("to", span.to()).param("grades", grades.stream().map(Grade::name).toArray(String[]::new))
        .query((row, number) -> new Standing(row.getLong("id"), row.getLong("volunteer_id"), row.getObject("day", LocalDate.class), row.getInt("minutes"),
            Grade.valueOf(row.getString("grade")))).list();
  }

  void cover(long certificate, Collection<Long> entries) {
    db.sql("insert into certificates.covered (certificate_id, entry_id) select :certificate, unnest(:entries)").param("certificate", certificate)
        .param("entries", entries.toArray(Long[]::new)).update();
  }

  /** Every line that a certificate counts, the oldest first. */
  List<Line> covered(long certificate) {
    return db.sql("""
        select w.id, w.day, w.minutes, w.grade, g.name_ar, g.name_fr, coalesce(o.title, w.title) as title, w.taken_back_by is not null as gone
        from certificates.covered c
        join hours.written w on w.id = c.entry_id
        left join organizations.public_organization g on g.id = w.organization_id
        left join opportunities.countable o on o.id = w.opportunity_id
        where c.certificate_id = :certificate
        order by w.day, w.id""").param("certificate", certificate).query((row, number) -> line(row)).list();
  }

  /** Campaigns and opportunities in which people have hours with an organisation, the latest first; a hundred at most. */
  List<Choice> choices(OrganizationId organization) {
    return db.sql("""
        with ours as (
          select w.opportunity_id, sum(w.minutes) as minutes, max(w.day) as latest from hours.written w
          where w.organization_id = :organization and w.taken_back_by is null and w.opportunity_id is not null group by w.opportunity_id)
        select kind, id, title, minutes from (
          select 'campaign' as kind, c.id, c.title, sum(o.minutes) as minutes, max(o.latest) as latest
          from ours o join opportunities.in_campaign i on i.opportunity_id = o.opportunity_id join opportunities.campaign_title c on c.id = i.campaign_id
          group by c.id, c.title
          union all
          select 'opportunity', p.id, p.title, o.minutes, o.latest from ours o join opportunities.countable p on p.id = o.opportunity_id) both_of_them
        order by kind, latest desc, id desc limit 100""")
        .param("organization", organization.value()).query((row, number) -> new Choice(row.getString("kind"), row.getLong("id"),
            new LocalName(row.getString("title"), null, null), row.getLong("minutes"))).list();
  }

  /** What of a person's hours a certificate may be about, the most hours first: organisations, campaigns, opportunities; a hundred at most. */
  List<Choice> choices(AccountId person) {
    return db.sql("""
        with mine as (
          select w.organization_id, w.opportunity_id, w.minutes from hours.written w where w.volunteer_id = :person and w.taken_back_by is null)
        select * from (
          select 'organization' as kind, g.id, g.name_ar, g.name_fr, sum(m.minutes) as minutes
          from mine m join organizations.public_organization g on g.id = m.organization_id group by g.id, g.name_ar, g.name_fr
          union all
          select 'campaign', c.id, c.title, null, sum(m.minutes)
          from mine m join opportunities.in_campaign i on i.opportunity_id = m.opportunity_id join opportunities.campaign_title c on c.id = i.campaign_id
          group by c.id, c.title
          union all
          select 'opportunity', o.id, o.title, null, sum(m.minutes)
          from mine m join opportunities.countable o on o.id = m.opportunity_id group by o.id, o.title) all_of_them
        order by case kind when 'organization' then 1 when 'campaign' then 2 else 3 end, minutes desc, id limit 100""")
        .param("person", person.value()).query((row, number) -> new Choice(row.getString("kind"), row.getLong("id"),
            new LocalName(row.getString("name_ar"), row.getString("name_fr"), null), row.getLong("minutes"))).list();
  }

  private static Line line(ResultSet row) throws SQLException {
    String name = row.getString("name_ar");
    return new Line(row.getLong("id"), row.getObject("day", LocalDate.class), row.getInt("minutes"), Grade.valueOf(row.getString("grade")),
        name == null ? null : new LocalName(name, row.getString("name_fr"), null), row.getString("title"), row.getBoolean("gone"));
  }

  private static Long[] values(Collection<AccountId> people) {
    return people.stream().map(AccountId::value).toArray(Long[]::new);
  }
}
