package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Condition;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.partnerships.AgreementId;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerKind;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.PartnerScene;
import dz.linatatawwa.partnerships.Promise;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.TestDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A university of Sétif that has promised benefits, its people, and an association in which hours are earned. */
final class Scene {

  final JdbcClient db = JdbcClient.create(TestDatabase.one());
  final Offers offers;
  final PartnerId partner = PartnerScene.partner("جامعة سطيف التجريبية", PartnerKind.UNIVERSITY);
  final AccountId manager = PartnerScene.person(partner, PartnerRole.MANAGER);
  final AccountId counter = PartnerScene.person(partner, PartnerRole.COUNTER);
  final AccountId coordinator = SignIn.account("ياسين حمدي");
  final OrganizationId organization;
  private final long opportunity;

  Scene(Offers offers) {
    this.offers = offers;
    organization = new OrganizationId(db.sql("""
        insert into organizations.organization (kind, name_ar, name_fr, name_key, scope, wilaya_code, commune_code, state, verified_at)
        values ('association', 'جمعية الأرز', 'Association El Arz', 'جمعيه الارز', 'wilaya', '19', '1901', 'verified', now()) returning id""")
        .query(Long.class).single());
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:organization, :account, 'coordinator')")
        .param("organization", organization.value()).param("account", coordinator.value()).update();
    opportunity = db.sql("""
        insert into opportunities.opportunity (organization_id, title, field_code, wilaya_code, commune_code, grace_minutes, state, published_at)
        values (:organization, 'تشجير غابة الزنادية', 'ENV', '19', '1901', 30, 'published', now()) returning id""")
        .param("organization", organization.value()).query(Long.class).single();
  }

  static LocalDate today() {
    return LocalDate.now(Words.ZONE);
  }

  /** @param quota of benefits; null: without a bound */
  AgreementId agreement(@org.jspecify.annotations.Nullable Integer quota) {
    return PartnerScene.agreement(partner, today().minusDays(30), today().plusDays(300), Map.of(Promise.BENEFITS, Optional.ofNullable(quota)));
  }

  void endAgreement(AgreementId agreement) {
    db.sql("""
        update partnerships.agreement set terminated_from = current_date - 1, terminated_at = now(), terminated_by = made_by, termination = 'انتهت الشراكة باتفاق'
        where id = :id""").param("id", agreement.value()).update();
  }

  static Terms terms(Way way, int quota, Rule rule) {
    return new Terms(way, "award", new LocalName("تذكرة إلى المسبح", "Entrée à la piscine", null), new LocalName("دخول واحد إلى المسبح", "Une entrée", null), quota,
        today().minusDays(1), today().plusDays(10), today().plusDays(30), rule);
  }

  static Rule hours(int hours) {
    return Rule.of(Condition.Hours.of(hours));
  }

  BenefitId open(Way way, int quota, Rule rule) {
    if (!(offers.save(manager, partner, null, terms(way, quota, rule)) instanceof Saved.Done(BenefitId id))) throw new IllegalStateException("not kept");
    if (!(offers.publish(manager, partner, id) instanceof Saved.Done)) throw new IllegalStateException("not published: " + offers.publish(manager, partner, id));
    return id;
  }

  AccountId volunteer() {
    return Someone.amina().livingIn("1901").volunteer();
  }

  AccountId supervisor() {
    AccountId account = SignIn.account("فريد مزيان");
    Office.give(account, "19");
    return account;
  }

  /** So many people, each with so many hours in the totals that the ledger keeps. */
  List<AccountId> people(int many, int hours) {
    return db.sql("""
        with account as (
          insert into accounts.account (name, language, email) select 'متطوع ' || n, 'ar', 'rush' || nextval(pg_get_serial_sequence('rewards.benefit', 'id')) || '@example.org' from generate_series(1, :many) n returning id),
        volunteer as (
          insert into volunteers.volunteer (account_id, code, birth_year, audience, wilaya_code, commune_code)
          select id, (id + 2000000)::text, 2000, 'student', '19', '1901' from account returning account_id),
        total as (
          insert into hours.volunteer_total (volunteer_id, grade, minutes) select account_id, 'A', :hours * 60 from volunteer)
        select account_id from volunteer order by account_id""").param("many", many).param("hours", hours).query(Long.class).list().stream()
        .map(AccountId::new).toList();
  }

  /** Four hours of one day, confirmed. */
  ClaimId confirmed(HourLedger ledger, AccountId volunteer, int daysAgo) {
    Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(daysAgo, ChronoUnit.DAYS).plus(7, ChronoUnit.HOURS);
    Instant to = from.plus(Duration.ofHours(4));
    ShiftId shift = new ShiftId(db.sql("insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity) values (:opportunity, :from, :to, 50) returning id")
        .param("opportunity", opportunity).param("from", Timestamp.from(from)).param("to", Timestamp.from(to)).query(Long.class).single());
    long seat = db.sql("insert into participation.application (shift_id, volunteer_id, state) values (:shift, :volunteer, 'accepted') returning id")
        .param("shift", shift.value()).param("volunteer", volunteer.value()).query(Long.class).single();
    db.sql("""
        insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, checked_out_at, checked_out_by, grade, closed_at)
        values (:shift, :volunteer, :application, :in, :by, :out, :by, 'B', :out)""")
        .param("shift", shift.value()).param("volunteer", volunteer.value()).param("application", seat).param("in", Timestamp.from(from))
        .param("out", Timestamp.from(to)).param("by", coordinator.value()).update();
    ledger.propose(shift, null);
    List<ClaimId> claims = db.sql("select id from hours.claim where shift_id = :shift").param("shift", shift.value()).query(Long.class).list().stream()
        .map(ClaimId::new).toList();
    ledger.confirm(organization, claims, coordinator, null);
    return claims.getFirst();
  }

  int granted(BenefitId id) {
    return db.sql("select granted from rewards.benefit where id = :id").param("id", id.value()).query(Integer.class).single();
  }

  int spent(AgreementId id) {
    return db.sql("select granted from rewards.spent where agreement_id = :id").param("id", id.value()).query(Integer.class).single();
  }

  List<String> told(AccountId person) {
    return db.sql("select kind from notices.notice where account_id = :person order by id").param("person", person.value()).query(String.class).list();
  }
}
