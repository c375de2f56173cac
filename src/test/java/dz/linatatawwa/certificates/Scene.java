package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organisation with a campaign, an opportunity and its people, and hours that stand in the ledger. */
final class Scene {

  final AccountId owner = SignIn.account("نادية بلقاسم");
  final AccountId coordinator = SignIn.account("ياسين حمدي");
  final OrganizationId organization;
  final CampaignId campaign;
  final OpportunityId opportunity;
  final OpportunityId other;
  private final JdbcClient db;

  Scene(JdbcClient db) {
    this.db = db;
    organization = new OrganizationId(organization("جمعية الأرز " + System.nanoTime(), "Association El Arz"));
    member(owner, "owner");
    member(coordinator, "coordinator");
    campaign = new CampaignId(db.sql("""
        insert into opportunities.campaign (organization_id, title, starts_on, ends_on, state, published_at)
        values (:organization, 'مليون شجرة', date '2025-01-01', date '2027-01-01', 'published', now()) returning id""")
        .param("organization", organization.value()).query(Long.class).single());
    opportunity = opportunity("تشجير غابة الزنادية", campaign.value());
    other = opportunity("تنظيف شاطئ Sidi Fredj", null);
  }

  long organization(String arabic, String french) {
    return db.sql("""
        insert into organizations.organization (kind, name_ar, name_fr, name_key, scope, wilaya_code, commune_code, state, verified_at)
        select 'association', :arabic, :french, :arabic, 'wilaya', wilaya_code, code, 'verified', now() from places.commune where code = '1901' returning id""")
        .param("arabic", arabic).param("french", french).query(Long.class).single();
  }

  void member(AccountId account, String role) {
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:organization, :account, :role)")
        .param("organization", organization.value()).param("account", account.value()).param("role", role).update();
  }

  OpportunityId opportunity(String title, Long campaignId) {
    return new OpportunityId(db.sql("""
        insert into opportunities.opportunity (organization_id, campaign_id, title, field_code, wilaya_code, commune_code, state, published_at)
        select :organization, :campaign, :title, (select min(code) from taxonomy.field), wilaya_code, code, 'published', now()
        from places.commune where code = '1901' returning id""")
        .param("organization", organization.value()).param("campaign", campaignId).param("title", title).query(Long.class).single());
  }

  AccountId amina() {
    return Someone.amina().volunteer();
  }

  /** Confirmed hours of a day, from eight o'clock. */
  ClaimId hours(AccountId person, LocalDate day, int minutes, Grade grade, OpportunityId in) {
    Instant from = day.atTime(8, 0).atZone(ZoneId.of("Africa/Algiers")).toInstant();
    long claim = db.sql("""
        insert into hours.claim (volunteer_id, opportunity_id, organization_id, during, minutes, grade, state, due_at, decided_at, decided_by)
        values (:person, :opportunity, :organization, tstzrange(cast(:from as timestamptz), cast(:from as timestamptz) + make_interval(mins => :minutes)), :minutes, :grade, 'confirmed', now(), now(), :by)
        returning id""").param("person", person.value()).param("opportunity", in.value()).param("organization", organization.value())
        .param("from", java.sql.Timestamp.from(from)).param("minutes", minutes).param("grade", grade.name()).param("by", coordinator.value()).query(Long.class).single();
    db.sql("""
        insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id)
        values (:claim, :person, :day, :minutes, :grade, :organization, :opportunity)""")
        .param("claim", claim).param("person", person.value()).param("day", day).param("minutes", minutes).param("grade", grade.name())
        .param("organization", organization.value()).param("opportunity", in.value()).update();
    total("hours.volunteer_total", "volunteer_id", person.value(), grade, minutes);
    total("hours.organization_total", "organization_id", organization.value(), grade, minutes);
    db.sql("""
        insert into hours.day_total as t (day, wilaya_code, grade, minutes) values (:day, null, :grade, :minutes)
        on conflict (day, wilaya_code, grade) do update set minutes = t.minutes + excluded.minutes""")
        .param("day", day).param("grade", grade.name()).param("minutes", minutes).update();
    return new ClaimId(claim);
  }

  private void total(String table, String column, long id, Grade grade, int minutes) {
    db.sql("insert into " + table + " as t (" + column + ", grade, minutes) values (:id, :grade, :minutes) on conflict (" + column
        + ", grade) do update set minutes = t.minutes + excluded.minutes").param("id", id).param("grade", grade.name()).param("minutes", minutes).update();
  }
}
