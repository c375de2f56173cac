package dz.linatatawwa.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, an organisation and its shifts, put into the database directly: what the ledger stands on. */
final class Scene {

  private final JdbcClient db;
  final long owner;
  final long coordinator;
  final long otherCoordinator;
  final long organization;
  final long opportunity;
  private int people;

  Scene(JdbcClient db) {
    this.db = db;
    db.sql("""
        insert into places.wilaya (code, name_ar, name_fr, name_en, created, legal_basis, code_58, code_48, lat, lon)
        values ('19', 'سطيف', 'Sétif', 'Setif', 1974, '-', '19', '19', 36.19, 5.41) on conflict do nothing""").update();
    db.sql("""
        insert into places.commune (code, wilaya_code, code_58, code_48, name_ar, name_fr, lat, lon, position)
        values ('1901', '19', '19', '19', 'سطيف', 'Sétif', 36.19, 5.41, 'ok') on conflict do nothing""").update();
    db.sql("""
        insert into taxonomy.field (code, name_ar, name_fr, name_en, icnpo_1996, icnp_tso_2018, icnp_tso_section, sort)
        values ('ENV', 'البيئة', 'Environnement', 'Environment', '5', 'E', 'E', 99) on conflict do nothing""").update();
    owner = account("Nadia Belkacem");
    coordinator = account("Yacine Hamdi");
    otherCoordinator = account("Samia Touati");
    organization = db.sql("""
        insert into organizations.organization (kind, name_ar, name_key, scope, wilaya_code, commune_code, state, verified_at)
        values ('association', 'جمعية الأرز', 'جمعيه الارز', 'wilaya', '19', '1901', 'verified', now()) returning id""").query(Long.class).single();
    member(owner, "owner");
    member(coordinator, "coordinator");
    member(otherCoordinator, "coordinator");
    opportunity = opportunity(organization, false);
  }

  long opportunity(long ofOrganization, boolean remote) {
    return db.sql("""
        insert into opportunities.opportunity (organization_id, title, field_code, wilaya_code, commune_code, remote, grace_minutes, state, published_at)
        values (:organization, 'تشجير غابة الزنادية', 'ENV', '19', '1901', :remote, 30, 'published', now()) returning id""")
        .param("organization", ofOrganization).param("remote", remote).query(Long.class).single();
  }

  private void member(long account, String role) {
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:organization, :account, :role)")
        .param("organization", organization).param("account", account).param("role", role).update();
  }

  long account(String name) {
    return db.sql("insert into accounts.account (name, email) values (:name, :email) returning id")
        .param("name", name).param("email", "person" + System.nanoTime() + "@example.dz").query(Long.class).single();
  }

  long volunteer() {
    return volunteer(1999);
  }

  long volunteer(int birthYear) {
    long account = account("Amina " + ++people);
    asVolunteer(account, birthYear);
    return account;
  }

  void asVolunteer(long account, int birthYear) {
    db.sql("insert into volunteers.volunteer (account_id, code, birth_year, wilaya_code, commune_code) values (:account, :code, :year, '19', '1901')")
        .param("account", account).param("code", "v" + account).param("year", birthYear).update();
  }

  /** Yesterday at eight in the morning of Algiers. */
  static Instant yesterdayAtEight() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS).plus(7, ChronoUnit.HOURS);
  }

  long shift(Instant from, Duration length) {
    return shift(opportunity, from, length);
  }

  long shift(long ofOpportunity, Instant from, Duration length) {
    return db.sql("insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity) values (:opportunity, :from, :to, 500) returning id")
        .param("opportunity", ofOpportunity).param("from", java.sql.Timestamp.from(from)).param("to", java.sql.Timestamp.from(from.plus(length)))
        .query(Long.class).single();
  }

  /** Was there with an application, written down at the check-out, the day closed then too. */
  long attended(long shift, long volunteer, Instant in, Instant out) {
    return attended(shift, volunteer, in, out, out, "B", true);
  }

  long attended(long shift, long volunteer, Instant in, @Nullable Instant out, Instant writtenDown, String grade, boolean applied) {
    Long application = applied ? db.sql("""
        insert into participation.application (shift_id, volunteer_id, state) values (:shift, :volunteer, 'accepted') returning id""")
        .param("shift", shift).param("volunteer", volunteer).query(Long.class).single() : null;
    return db.sql("""
        insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_out_at, grade, closed_at)
        values (:shift, :volunteer, :application, :in, :out, :grade, :written) returning id""")
        .param("shift", shift).param("volunteer", volunteer).param("application", application).param("in", java.sql.Timestamp.from(in))
        .param("out", out == null ? null : java.sql.Timestamp.from(out)).param("grade", grade).param("written", java.sql.Timestamp.from(writtenDown))
        .query(Long.class).single();
  }

  List<ClaimId> claims(long shift) {
    return db.sql("select id from hours.claim where shift_id = :shift order by id").param("shift", shift).query(Long.class).list().stream().map(ClaimId::new).toList();
  }

  List<String> flags(long attendance) {
    return db.sql("select unnest(flags) from hours.claim where attendance_id = :attendance").param("attendance", attendance).query(String.class).list();
  }

  String state(ClaimId claim) {
    return db.sql("select state from hours.claim where id = :id").param("id", claim.value()).query(String.class).single();
  }

  long total(long volunteer) {
    return db.sql("select coalesce(sum(minutes), 0) from hours.volunteer_total where volunteer_id = :volunteer")
        .param("volunteer", volunteer).query(Long.class).single();
  }
}
