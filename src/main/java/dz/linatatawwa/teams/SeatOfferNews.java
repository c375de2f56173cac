package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.FirstName;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.ShiftFacts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is told of seats that change hands. Those whose seats did are told by participation itself. */
@Component
class SeatOfferNews {

  private final Notices notices;
  private final Organizations organizations;
  private final Accounts accounts;

  SeatOfferNews(Notices notices, Organizations organizations, Accounts accounts) {
    this.notices = notices;
    this.organizations = organizations;
    this.accounts = accounts;
  }

  /** Both agree: a coordinator is asked, and who gives knows. */
  void waits(SeatOffer offered, AccountId taker) {
    tell(offered.giver(), offered, "taken", FirstName.of(name(taker)), "/commitments");
    coordinators(offered, taker, "waits");
  }

  /** Done at once: the organisation's people know. */
  void done(SeatOffer offered, AccountId taker) {
    coordinators(offered, taker, "told");
  }

  void refused(SeatOffer offered) {
    tell(offered.giver(), offered, "refused", "", "/commitments");
    AccountId taker = offered.taker();
    if (taker != null) tell(taker, offered, "refused", "", "/commitments");
  }

  private void coordinators(SeatOffer offered, AccountId taker, String what) {
    String link = "/organizations/" + offered.facts().organizationId() + "/desk/" + (what.equals("waits") ? "stand-ins" : "shifts/" + offered.facts().shiftId());
    for (AccountId one : organizations.coordinators(new OrganizationId(offered.facts().organizationId()))) {
      tell(one, offered, what, name(offered.giver()) + " ← " + name(taker), link);
    }
  }

  private void tell(AccountId to, SeatOffer offered, String what, String name, String link) {
    ShiftFacts facts = offered.facts();
    notices.tell(to, "seat-offer-" + what, "teams.notice.offer." + what + ".title", "teams.notice.offer." + what + ".body", link,
        "seat-offer-" + what + "-" + offered.id() + "-" + to, facts.title(), (InWords) words -> words.longDate(facts.startsAt()), name);
  }

  private String name(AccountId person) {
    return accounts.names(List.of(person)).getOrDefault(person, "—");
  }
}
