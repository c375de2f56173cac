package dz.linatatawwa.opportunities;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of opportunities, written. */
@Repository
class DraftTable {

  private final JdbcClient db;

  DraftTable(JdbcClient db) {
    this.db = db;
  }

  OpportunityId insert(OrganizationId organization, AccountId by) {
    return new OpportunityId(db.sql("insert into opportunities.opportunity (organization_id, made_by) values (:organization, :by) returning id")
        .param("organization", organization.value()).param("by", by.value()).query(Long.class).single());
  }

  void write(OpportunityId id, Terms terms) {
    db.sql("""
        update opportunities.opportunity set title = :title, summary = :summary, description = :description, field_code = :field,
          activity_code = :activity, campaign_id = :campaign, wilaya_code = :wilaya, commune_code = :commune, address = :address,
          remote = :remote, audiences = :audiences, min_age = :age, bring = :bring, access = :access, skills = :skills, answer = :answer, nature = :nature,
          grace_minutes = :grace, lat = case when commune_code is not distinct from :commune then lat end,
          lon = case when commune_code is not distinct from :commune then lon end
        where id = :id
        """).param("id", id.value()).param("title", terms.title()).param("summary", terms.summary()).param("description", terms.description())
        .param("field", terms.field()).param("activity", terms.activity()).param("campaign", terms.campaign()).param("wilaya", terms.wilaya())
        .param("commune", terms.commune()).param("address", terms.address()).param("remote", terms.remote())
        .param("audiences", terms.audiences().toArray(String[]::new)).param("age", terms.minAge()).param("bring", terms.bring())
        .param("access", terms.access()).param("skills", terms.skills().toArray(String[]::new)).param("answer", terms.answer().code()).param("nature", terms.nature().code())
        .param("grace", terms.graceMinutes()).update();
  }

  void publish(OpportunityId id, Instant at) {
    db.sql("update opportunities.opportunity set state = 'published', published_at = coalesce(published_at, :at), ended_at = null where id = :id")
        .param("id", id.value()).param("at", Timestamp.from(at)).update();
  }

  void end(OpportunityId id, State state, Instant at, @Nullable String reason) {
    db.sql("update opportunities.opportunity set state = :state, ended_at = :at, cancel_reason = :reason where id = :id")
        .param("id", id.value()).param("state", state.code()).param("at", Timestamp.from(at)).param("reason", reason).update();
  }

  /** Called off while it is withheld: nobody sees that either before supervision shows it again. */
  void endUnseen(OpportunityId id, Instant at, String reason) {
    db.sql("update opportunities.opportunity set withheld_from = 'cancelled', ended_at = :at, cancel_reason = :reason where id = :id")
        .param("id", id.value()).param("at", Timestamp.from(at)).param("reason", reason).update();
  }

  /** Shifts that have not begun are called off with their opportunity. */
  void cancelComing(OpportunityId id, Instant at) {
    db.sql("update opportunities.shift set state = 'cancelled' where opportunity_id = :id and state <> 'cancelled' and starts_at > :at")
        .param("id", id.value()).param("at", Timestamp.from(at)).update();
  }

  OpportunityId copy(OpportunityId id, AccountId by) {
    OpportunityId copy = new OpportunityId(db.sql("""
        insert into opportunities.opportunity (organization_id, campaign_id, title, summary, description, field_code, activity_code,
          wilaya_code, commune_code, address, lat, lon, remote, audiences, min_age, bring, access, skills, answer, nature, grace_minutes, made_by)
        select organization_id, campaign_id, title, summary, description, field_code, activity_code, wilaya_code, commune_code, address,
          lat, lon, remote, audiences, min_age, bring, access, skills, answer, nature, grace_minutes, :by
        from opportunities.opportunity where id = :id returning id
        """).param("id", id.value()).param("by", by.value()).query(Long.class).single());
    db.sql("""
        insert into opportunities.age_rule (opportunity_id, works, from_time, to_time, accompanied_under, both_guardians, set_by)
        select :copy, works, from_time, to_time, accompanied_under, both_guardians, :by from opportunities.age_rule where opportunity_id = :id
        """).param("copy", copy.value()).param("by", by.value()).param("id", id.value()).update();
    return copy;
  }

  /** Copies shifts that were not cancelled, with their roles, moved by whole days; the clock stays, since the country never changes it. */
  void copyShifts(OpportunityId from, OpportunityId to, long days) {
    db.sql("""
        with old as (
          select id, starts_at, ends_at, capacity, row_number() over (order by starts_at, id) as n
          from opportunities.shift where opportunity_id = :from and state <> 'cancelled'),
        made as (
          insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity)
          select :to, starts_at + make_interval(days => :days), ends_at + make_interval(days => :days), capacity from old order by n
          returning id),
        numbered as (select id, row_number() over (order by id) as n from made)
        insert into opportunities.shift_role (shift_id, name, capacity)
        select numbered.id, r.name, r.capacity
        from numbered join old using (n) join opportunities.shift_role r on r.shift_id = old.id
        """).param("from", from.value()).param("to", to.value()).param("days", (int) days).update();
  }

  void delete(OpportunityId id) {
    db.sql("delete from opportunities.shift where opportunity_id = :id").param("id", id.value()).update();
    db.sql("delete from opportunities.series where opportunity_id = :id").param("id", id.value()).update();
    db.sql("delete from opportunities.opportunity where id = :id").param("id", id.value()).update();
  }

  /** Campaigns that an organisation may put its opportunities under: its own and those it joined. */
  List<Long> campaigns(OrganizationId organization) {
    return db.sql("""
        select c.id from opportunities.campaign c
        where c.state in ('draft', 'published') and (c.organization_id = :id or exists (
          select from opportunities.campaign_organization j where j.campaign_id = c.id and j.organization_id = :id and j.joined_at is not null))
        """).param("id", organization.value()).query((row, n) -> row.getLong("id")).list();
  }
}
