package dz.linatatawwa.partnerships;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the sides of an agreement and what it promises into the words of a reader. */
@Component
public class AgreementWords {

  private final Partners partners;
  private final Agreements agreements;
  private final Organizations organizations;

  AgreementWords(Partners partners, Agreements agreements, Organizations organizations) {
    this.partners = partners;
    this.agreements = agreements;
    this.organizations = organizations;
  }

  /** Every side by name: the partners, then the other side. */
  public List<String> sides(Agreement agreement, Words words) {
    List<String> sides = new ArrayList<>(agreements.parties(agreement.id()).stream().map(party -> side(party, agreement, words)).toList());
    sides.add(side(null, agreement, words));
    return sides;
  }

  /** @param partner null: the other side, an organisation or the platform itself */
  public String side(@Nullable PartnerId partner, Agreement agreement, Words words) {
    if (partner != null) return partners.find(partner).map(found -> found.name(words.language())).orElse("");
    OrganizationId organization = agreement.organization();
    return organization == null ? words.text("partnerships.side.platform")
        : organizations.find(organization).map(found -> found.name(words.language())).orElse("");
  }

  /** One line for each promise, with its quota where it has one. */
  public List<String> promises(Agreement agreement, Words words) {
    return agreement.promises().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
        .map(one -> words.text(one.getKey().key()) + one.getValue().map(quota -> " · " + words.text("partnerships.agreement.quota", quota)).orElse("")).toList();
  }
}
