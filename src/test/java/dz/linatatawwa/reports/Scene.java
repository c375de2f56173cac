package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.supervision.Decided;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Thing;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An association of Sétif with an opportunity that everybody finds, its people, and supervisors of Sétif, Oran and the nation. */
public final class Scene {

  private static int number;

  private final JdbcClient db;
  private final Listings listings;
  public final AccountId owner = SignIn.account("نادية بلقاسم");
  public final AccountId supervisor;
  public final AccountId oran;
  public final AccountId nation;
  public final OrganizationId organization;
  public final OpportunityId opportunity;

  public Scene(JdbcClient db, Listings listings) {
    this.db = db;
    this.listings = listings;
    organization = organization("جمعية السنابل " + ++number, "19", "1901");
    member(organization, owner, "owner");
    supervisor = supervisor("فريد مزيان", "19");
    oran = supervisor("هواري بن علي", "31");
    nation = supervisor("ليلى قاسي", null);
    opportunity = opportunity(organization, "غرس أشجار الزيتون " + number, "19", "1901");
  }

  public OrganizationId organization(String name, String wilaya, String commune) {
    return new OrganizationId(db.sql("""
        insert into organizations.organization (kind, name_ar, name_key, scope, wilaya_code, commune_code, state, verified_at)
        values ('association', :name, :name, 'wilaya', :wilaya, :commune, 'verified', now() - interval '400 days') returning id""")
        .param("name", name).param("wilaya", wilaya).param("commune", commune).query(Long.class).single());
  }

  public void member(OrganizationId body, AccountId account, String role) {
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:organization, :account, :role)")
        .param("organization", body.value()).param("account", account.value()).param("role", role).update();
  }

  public AccountId supervisor(String name, @Nullable String wilaya) {
    AccountId account = SignIn.account(name);
    Office.give(account, wilaya);
    return account;
  }

  public OpportunityId opportunity(OrganizationId body, String title, String wilaya, String commune) {
    OpportunityId id = new OpportunityId(db.sql("""
        insert into opportunities.opportunity (organization_id, title, summary, description, field_code, wilaya_code, commune_code, state, published_at)
        values (:organization, :title, 'نغرس معا', 'نغرس أشجار الزيتون ونسقيها طيلة صبيحة كاملة', 'ENV', :wilaya, :commune, 'published', now()) returning id""")
        .param("organization", body.value()).param("title", title).param("wilaya", wilaya).param("commune", commune).query(Long.class).single());
    db.sql("insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity) values (:id, now() + interval '5 days', now() + interval '5 days 3 hours', 20)")
        .param("id", id.value()).update();
    listings.refresh(List.of(id));
    return id;
  }

  public Thing thing() {
    return Thing.of("opportunity", opportunity.value());
  }

  /** The concern that waits about a thing, or was decided last. */
  public long concern(Thing thing) {
    return db.sql("select max(id) from reports.concern where thing_kind = :kind and thing_id = :id").param("kind", thing.kind()).param("id", thing.id())
        .query(Long.class).single();
  }

  public static Matter waiting(Matters matters, String kind, long subject) {
    return matters.waiting(kind, subject).orElseThrow();
  }

  public static void decide(Matters matters, AccountId by, String kind, long subject, String decision, String code) {
    Decided decided = matters.decide(by, waiting(matters, kind, subject).id(), new Decision(decision, code, "بعد الاطلاع على الملف كله"));
    if (!(decided instanceof Decided.Done)) throw new IllegalStateException("not decided: " + decided);
  }
}
