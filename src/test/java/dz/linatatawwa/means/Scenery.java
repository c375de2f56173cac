package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Scene;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organisation with a day, for the tests of goods and lent things. */
public final class Scenery {

  public static final LocalDate TODAY = LocalDate.now(Words.ZONE);

  private final JdbcClient db;
  private final Organizations organizations;
  private final Units units;
  private final Needs needs;
  private final LentThings things;

  public AccountId owner = new AccountId(1);
  public Organization organization;
  public OpportunityId opportunity = new OpportunityId(1);
  public ShiftId shift = new ShiftId(1);

  public Scenery(JdbcClient db, Organizations organizations, Units units, Needs needs, LentThings things) {
    this.db = db;
    this.organizations = organizations;
    this.units = units;
    this.needs = needs;
    this.things = things;
    set();
  }

  /** Everything anew: nobody of before is in it. */
  private void set() {
    Scene scene = new Scene(db);
    owner = scene.account("أمينة");
    organization = organizations.find(new OrganizationId(scene.organization(owner))).orElseThrow();
    opportunity = new OpportunityId(scene.opportunity(organization.id().value(), "at-once", 16));
    shift = scene.today(opportunity.value(), 5);
  }

  public Organization another() {
    Scene scene = new Scene(db);
    return organizations.find(new OrganizationId(scene.organization(scene.account("كريم")))).orElseThrow();
  }

  public AccountId ownerOf(Organization body) {
    return organizations.coordinators(body.id()).getFirst();
  }

  public List<AccountId> people(int count) {
    return new Scene(db).volunteers(count);
  }

  public Need need(int target, boolean surplus) {
    NeedId id = needs.ask(organization, new For.OfOpportunity(opportunity), new Wanted("بطانيات", "", units.known("pieces"), target, surplus, TODAY.plusDays(20), "مقر الجمعية"), owner)
        .orElseThrow();
    return needs.find(id).orElseThrow();
  }

  public Thing thing(boolean forAll) {
    ThingId id = things.add(organization, new ThingWords(ThingKind.TOOL, "مولد كهرباء", "", "مخزن الجمعية", forAll), Wear.GOOD, owner);
    return things.find(id).orElseThrow();
  }

  public List<String> told(AccountId person) {
    return db.sql("select kind from notices.notice where account_id = :id order by id").param("id", person.value()).query(String.class).list();
  }

  public static String key() {
    return UUID.randomUUID().toString();
  }
}
