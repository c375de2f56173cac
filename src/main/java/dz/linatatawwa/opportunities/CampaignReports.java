package dz.linatatawwa.opportunities;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Reportable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Campaigns as things that people may report; they lie where the organisation lies that leads them. */
@Component
class CampaignReports implements Reportable {

  private static final String KIND = "campaign";

  private final CampaignTable table;
  private final Organizations organizations;
  private final Withholding withholding;

  CampaignReports(CampaignTable table, Organizations organizations, Withholding withholding) {
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
    return "opportunities.campaign.thing";
  }

  @Override
  public Optional<Reported> find(String id) {
    return id(id).flatMap(table::find).filter(it -> it.state() != State.DRAFT).map(it -> new Reported(Thing.of(KIND, it.id().value()), it.title(),
        "/campaigns/" + it.id(), organizations.find(it.organization()).map(Organization::supervisedBy).orElse(null), organizations.coordinators(it.organization()),
        Thing.of("organization", it.organization().value()), it.shown()));
  }

  @Override
  public boolean withhold(String id, AccountId by, String code, String words) {
    return id(id).filter(withholding::withhold).isPresent();
  }

  @Override
  public boolean release(String id, AccountId by, String words) {
    return id(id).filter(withholding::release).isPresent();
  }

  private static Optional<CampaignId> id(String id) {
    return Optional.of(new Thing(KIND, id).number()).filter(number -> number > 0).map(CampaignId::new);
  }
}
