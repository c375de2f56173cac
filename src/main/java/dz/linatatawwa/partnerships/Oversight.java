package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Territory;
import org.springframework.stereotype.Component;

/** Who looks after partners: administrators, and the supervisors of their wilaya and of the nation. */
@Component
public class Oversight {

  private final Territories territories;
  private final Accounts accounts;
  private final Partners partners;

  Oversight(Territories territories, Accounts accounts, Partners partners) {
    this.territories = territories;
    this.accounts = accounts;
    this.partners = partners;
  }

  /** What part of the country this person looks after; an administrator all of it. */
  public Territory territory(AccountId person) {
    return accounts.find(person).filter(Account::administrator).map(one -> Territory.NATION).orElseGet(() -> territories.of(person));
  }

  /** Whether this person looks after a partner. */
  public boolean oversees(AccountId person, Partner partner) {
    return territory(person).covers(partner.wilaya());
  }

  /** The partner, for who looks after it.
   *  @throws NotFound for everybody else, as if it did not exist */
  public Partner overseen(AccountId person, PartnerId id) {
    return partners.find(id).filter(partner -> oversees(person, partner)).orElseThrow(() -> new NotFound("partner " + id + " is not overseen by " + person));
  }
}
