package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An association of Sétif, its people and supervisors, and shifts of the last days with what was written down of them. */
final class Scene {

  private final JdbcClient db;
  private final HourLedger ledger;
  final AccountId owner = SignIn.account("نادية بلقاسم");
  final AccountId coordinator = SignIn.account("ياسين حمدي");
  final AccountId supervisor;
  final AccountId nation;
  final OrganizationId organization;
  private final long opportunity;

  Scene(JdbcClient db, HourLedger ledger) {
    this.db = db;
    this.ledger = ledger;
    organization = new OrganizationId(db.sql("""
        insert into organizations.organization (kind, name_ar, name_fr, name_key, scope, wilaya_code, commune_code, state, verified_at)
        values ('association', 'جمعية الأرز', 'Association El Arz', 'جمعيه الارز', 'wilaya', '19', '1901', 'verified', now()) returning id""")
        .query(Long.class).single());
    member(owner, "owner");
    member(coordinator, "coordinator");
    supervisor = supervisor("فريد مزيان", "19");
    nation = supervisor("ليلى قاسي", null);
    opportunity = db.sql("""
        insert into opportunities.opportunity (organization_id, title, field_code, wilaya_code, commune_code, grace_minutes, state, published_at)
        values (:organization, 'تشجير غابة الزنادية', 'ENV', '19', '1901', 30, 'published', now()) returning id""")
        .param("organization", organization.value()).query(Long.class).single();
  }

  void member(AccountId account, String role) {
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:organization, :account, :role)")
        .param("organization", organization.value()).param("account", account.value()).param("role", role).update();
  }

  AccountId supervisor(String name, @Nullable String wilaya) {
    AccountId account = SignIn.account(name);
    supervises(account, wilaya);
    return account;
  }

  void supervises(AccountId account, @Nullable String wilaya) {
    Office.give(account, wilaya);
  }

  AccountId volunteer() {
    return Someone.amina().livingIn("1901").volunteer();
  }

  /** Eight in the morning of Algiers, so many days ago. */
  static Instant eight(int daysAgo) {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(daysAgo, ChronoUnit.DAYS).plus(7, ChronoUnit.HOURS);
  }

  /** Four hours from eight o'clock on. */
  ShiftId shift(int daysAgo) {
    return new ShiftId(db.sql("insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity) values (:opportunity, :from, :to, 50) returning id")
        .param("opportunity", opportunity).param("from", Timestamp.from(eight(daysAgo))).param("to", Timestamp.from(eight(daysAgo).plus(Duration.ofHours(4))))
        .query(Long.class).single());
  }

  private long seat(ShiftId shift, AccountId volunteer) {
    return db.sql("insert into participation.application (shift_id, volunteer_id, state) values (:shift, :volunteer, 'accepted') returning id")
        .param("shift", shift.value()).param("volunteer", volunteer.value()).query(Long.class).single();
  }

  /** Was there for so long from eight on, as the coordinator wrote down on the day. */
  void attended(ShiftId shift, AccountId volunteer, int daysAgo, Duration length) {
    Instant out = eight(daysAgo).plus(length);
    db.sql("""
        insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, checked_out_at, checked_out_by, grade, closed_at)
        values (:shift, :volunteer, :application, :in, :by, :out, :by, 'B', :out)""")
        .param("shift", shift.value()).param("volunteer", volunteer.value()).param("application", seat(shift, volunteer))
        .param("in", Timestamp.from(eight(daysAgo))).param("out", Timestamp.from(out)).param("by", coordinator.value()).update();
    deed(shift, volunteer, "check-in", eight(daysAgo));
    deed(shift, volunteer, "check-out", out);
  }

  private void deed(ShiftId shift, AccountId volunteer, String deed, Instant at) {
    db.sql("""
        insert into attendance.deed (key, shift_id, volunteer_id, deed, at, by_account, made_at)
        values (:key, :shift, :volunteer, :deed, :at, :by, :at)""")
        .param("key", deed + "-" + shift + "-" + volunteer).param("shift", shift.value()).param("volunteer", volunteer.value()).param("deed", deed)
        .param("at", Timestamp.from(at)).param("by", coordinator.value()).update();
  }

  /** Was written down as absent. */
  void absent(ShiftId shift, AccountId volunteer, int daysAgo) {
    db.sql("""
        insert into attendance.attendance (shift_id, volunteer_id, application_id, no_show_at, no_show_by, closed_at)
        values (:shift, :volunteer, :application, :at, :by, :at)""")
        .param("shift", shift.value()).param("volunteer", volunteer.value()).param("application", seat(shift, volunteer))
        .param("at", Timestamp.from(eight(daysAgo).plus(Duration.ofHours(1)))).param("by", coordinator.value()).update();
    deed(shift, volunteer, "no-show", eight(daysAgo).plus(Duration.ofHours(1)));
  }

  /** Two hours confirmed, of a shift of four. */
  ShiftId confirmed(AccountId volunteer, int daysAgo) {
    ShiftId shift = shift(daysAgo);
    attended(shift, volunteer, daysAgo, Duration.ofHours(2));
    ledger.propose(shift, null);
    ledger.confirm(organization, db.sql("select id from hours.claim where shift_id = :shift").param("shift", shift.value()).query(Long.class).list()
        .stream().map(dz.linatatawwa.hours.ClaimId::new).toList(), coordinator, null);
    return shift;
  }
}
