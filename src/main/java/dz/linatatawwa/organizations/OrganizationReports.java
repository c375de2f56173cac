package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Reportable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Organisations as things that people may report; taking one out of sight is suspending it. */
@Component
class OrganizationReports implements Reportable {

  private static final String KIND = "organization";

  private final OrganizationTable table;
  private final MemberTable members;
  private final Standing standing;

  OrganizationReports(OrganizationTable table, MemberTable members, Standing standing) {
    this.table = table;
    this.members = members;
    this.standing = standing;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "organizations.thing";
  }

  @Override
  public Optional<Reported> find(String id) {
    return id(id).flatMap(table::find).filter(Organizations::identityIsSettled).map(it -> new Reported(Thing.of(KIND, it.id().value()), it.profile().nameAr(),
        "/organizations/" + it.id(), it.supervisedBy(), members.running(it.id()), null, it.verified()));
  }

  @Override
  public boolean withhold(String id, AccountId by, String code, String words) {
    return id(id).filter(found -> table.find(found).filter(it -> standing.oversees(by, it)).isPresent())
        .filter(found -> standing.suspend(by, found, reason(code), words)).isPresent();
  }

  private static String reason(String code) {
    return switch (code) {
      case "danger", "minors" -> "danger";
      case "wrong-facts", "fraud" -> "false-facts";
      case "own-picture", "discrimination", "law" -> "misuse";
      default -> "other";
    };
  }

  @Override
  public boolean release(String id, AccountId by, String words) {
    return id(id).filter(found -> table.find(found).filter(it -> it.state() == OrganizationState.SUSPENDED).isPresent())
        .filter(found -> standing.reverse(by, found, words)).isPresent();
  }

  private static Optional<OrganizationId> id(String id) {
    return Optional.of(new Thing(KIND, id).number()).filter(number -> number > 0).map(OrganizationId::new);
  }
}
