package dz.linatatawwa.opportunities;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Reportable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opportunities as things that people may report. */
@Component
class OpportunityReports implements Reportable {

  private static final String KIND = "opportunity";

  private final OpportunityTable table;
  private final Organizations organizations;
  private final Withholding withholding;

  OpportunityReports(OpportunityTable table, Organizations organizations, Withholding withholding) {
    this.table = table;
    this.organizations = organizations;
    this.withholding = withholding;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "opportunities.thing";
  }

  @Override
  public Optional<Reported> find(String id) {
    return id(id).flatMap(table::find).filter(it -> it.state() != State.DRAFT).map(it -> new Reported(Thing.of(KIND, it.id().value()), it.title(),
        "/opportunities/" + it.id(), it.wilaya(), organizations.coordinators(it.organization()), Thing.of("organization", it.organization().value()),
        it.state().shown()));
  }

  @Override
  public boolean withhold(String id, AccountId by, String code, String words) {
    return id(id).filter(found -> withholding.withhold(found, Withholding.For.REPORT)).isPresent();
  }

  @Override
  public boolean release(String id, AccountId by, String words) {
    return id(id).filter(found -> withholding.release(found, Withholding.For.REPORT)).isPresent();
  }

  private static Optional<OpportunityId> id(String id) {
    return Optional.of(new Thing(KIND, id).number()).filter(number -> number > 0).map(OpportunityId::new);
  }
}
