package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Contestable;
import dz.linatatawwa.supervision.Ruling;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A refused registration or a suspension, as those who run the organisation may contest it. One number, one decision at a time: the state it is in. */
@Component
class OrganizationRulings implements Contestable {

  private final OrganizationTable table;
  private final MemberTable members;
  private final Standing standing;

  OrganizationRulings(OrganizationTable table, MemberTable members, Standing standing) {
    this.table = table;
    this.members = members;
    this.standing = standing;
  }

  @Override
  public String kind() {
    return "organization-state";
  }

  @Override
  public String nameKey() {
    return "organizations.ruling";
  }

  @Override
  public Optional<Ruling> ruling(long id) {
    if (id < 1) return Optional.empty();
    Optional<Organization> found = table.find(new OrganizationId(id))
        .filter(it -> it.state() == OrganizationState.REFUSED || it.state() == OrganizationState.SUSPENDED);
    return found.flatMap(it -> table.stateBy(it.id()).map(by -> ruling(it, by)));
  }

  private Ruling ruling(Organization it, AccountId by) {
    String code = it.stateCode();
    return new Ruling(kind(), it.id().value(), it.profile().nameAr(),
        words -> words.text(it.state().key()) + (code == null ? "" : " · " + words.text("organizations.reason." + code)),
        it.stateReason() == null ? "" : it.stateReason(), by, it.stateSince(), it.supervisedBy(), members.running(it.id()), "/organizations/" + it.id() + "/desk");
  }

  @Override
  public boolean reverse(long id, AccountId by, String words) {
    return standing.reverse(by, new OrganizationId(id), words);
  }
}
