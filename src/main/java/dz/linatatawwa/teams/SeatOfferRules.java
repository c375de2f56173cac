package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How seats change hands in an opportunity: as its organisation set it, else as it answers applications. */
@Service
public class SeatOfferRules {

  private final SeatOfferTable table;
  private final Audit audit;
  private final Clock clock;

  SeatOfferRules(SeatOfferTable table, Audit audit, Clock clock) {
    this.table = table;
    this.audit = audit;
    this.clock = clock;
  }

  public SeatOfferRule of(Opportunity opportunity) {
    return table.rule(opportunity.id()).orElseGet(() -> new SeatOfferRule(opportunity.answer() == Opportunity.Answer.BY_HAND, SeatOfferRule.USUAL_CLOSING));
  }

  SeatOfferRule of(ShiftFacts facts) {
    return table.rule(new OpportunityId(facts.opportunityId())).orElseGet(() -> new SeatOfferRule(facts.byHand(), SeatOfferRule.USUAL_CLOSING));
  }

  /** Sets it. That this person runs the organisation is the caller's to have checked. */
  @Transactional
  public void set(OpportunityId opportunity, SeatOfferRule rule, AccountId by) {
    table.rule(opportunity, rule, by, clock.instant());
    audit.note(by, "seat-offer-rule.set", "opportunity", opportunity.toString(), null, Map.of("byCoordinator", rule.byCoordinator(), "closingHours", rule.closingHours()));
  }
}
