package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Guardianship;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A verified association of Sétif with two who run it, an opportunity with a shift to come, and people who write to it. */
final class Correspondents {

  private static int mothers;

  private final JdbcClient db;
  final Scene scene;
  final AccountId owner;
  final AccountId coordinator;
  final OrganizationId organization;
  final OpportunityId opportunity;
  final ShiftId shift;
  final AccountId amina;

  Correspondents(JdbcClient db) {
    this.db = db;
    scene = new Scene(db);
    owner = scene.account("نادية المسيّرة");
    organization = new OrganizationId(scene.organization(owner));
    coordinator = scene.account("كمال المنسق");
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:id, :who, 'coordinator')").param("id", organization.value()).param("who", coordinator.value()).update();
    opportunity = new OpportunityId(scene.opportunity(organization.value(), "at-once", 15));
    shift = scene.byDay(opportunity.value(), 300);
    amina = scene.volunteer("أمينة بلقاسم", 2000);
  }

  About about() {
    return new About(organization, opportunity);
  }

  /** Somebody of sixteen; with a guardian who agreed, where a contact is given. */
  AccountId minor(boolean guarded) {
    AccountId minor = scene.volunteer("ياسمين الصغيرة", LocalDate.now(Words.ZONE).getYear() - 17);
    if (guarded) Guardianship.agreed(db, minor, "فاطمة الولية", "wali" + ++mothers + "@example.dz", "take-part");
    return minor;
  }

  void state(String state) {
    db.sql("update opportunities.opportunity set state = :state where id = :id").param("state", state).param("id", opportunity.value()).update();
  }

  /** Kinds of what somebody was told. */
  List<String> told(AccountId person) {
    return db.sql("select kind from notices.notice where account_id = :id order by id").param("id", person.value()).query(String.class).list();
  }

  int letters(String kind, String contact) {
    return db.sql("select count(*) from notices.delivery d join notices.notice n on n.id = d.notice_id where n.kind = :kind and d.address = :to").param("kind", kind).param("to", contact)
        .query(Integer.class).single();
  }

  static String key() {
    return UUID.randomUUID().toString();
  }
}
