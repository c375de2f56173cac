package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.supervision.Reportable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Benefits as things that people may report; they lie where their partner is at home. */
@Component
class BenefitReports implements Reportable {

  private static final String KIND = "benefit";

  private final JdbcClient db;
  private final Benefits benefits;
  private final Partners partners;

  BenefitReports(JdbcClient db, Benefits benefits, Partners partners) {
    this.db = db;
    this.benefits = benefits;
    this.partners = partners;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "rewards.thing";
  }

  @Override
  public Optional<Reported> find(String id) {
    long number = new Thing(KIND, id).number();
    return number == 0 ? Optional.empty() : benefits.find(new BenefitId(number)).map(it -> new Reported(Thing.of(KIND, number), it.name().ar(),
        "/benefits/" + number, partners.find(it.partner()).map(Partner::wilaya).orElse(null), partners.managers(it.partner()), null, !it.is(BenefitState.WITHHELD)));
  }

  @Override
  public boolean withhold(String id, AccountId by, String code, String words) {
    return db.sql("update rewards.benefit set withheld_from = state, state = 'withheld' where id = :id and state in ('open', 'closed')")
        .param("id", new Thing(KIND, id).number()).update() == 1;
  }

  @Override
  public boolean release(String id, AccountId by, String words) {
    return db.sql("update rewards.benefit set state = withheld_from, withheld_from = null where id = :id and state = 'withheld'")
        .param("id", new Thing(KIND, id).number()).update() == 1;
  }
}
