package dz.linatatawwa.teams.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.Flash;
import dz.linatatawwa.site.View;
import dz.linatatawwa.teams.OfferOutcome;
import dz.linatatawwa.teams.SeatOffer;
import dz.linatatawwa.teams.TeamSeats;
import java.util.List;
import org.springframework.web.servlet.ModelAndView;

/** What is said of a seat that changes hands, or does not. */
final class SeatOfferWords {

  private SeatOfferWords() {}

  /** Back to the person's commitments, with what came of it. */
  static ModelAndView said(OfferOutcome outcome, Words words) {
    Flash said = switch (outcome) {
      case OfferOutcome.Open _ -> View.saying("teams.said.offered");
      case OfferOutcome.Done _ -> View.saying("teams.said.yours");
      case OfferOutcome.Waits _ -> View.saying("teams.said.waitsForCoordinator");
      case OfferOutcome.Refused(var key) -> View.refusing(key);
      case OfferOutcome.Mine(var what) -> View.refusing("teams.said.cannot", TeamSeats.why(what, words));
      case OfferOutcome.Theirs _ -> View.refusing("teams.said.theyCannot");
    };
    return View.seeOther("/commitments", said);
  }

  /** Which of these seats fit an exchange. */
  static List<Commitment> bringable(List<Commitment> coming, SeatOffer offered) {
    ShiftFacts wants = offered.wants();
    return coming.stream().filter(one -> one.is("accepted") && one.facts().opportunityId() == offered.facts().opportunityId()
        && one.facts().shiftId() != offered.facts().shiftId() && (wants == null || wants.shiftId() == one.facts().shiftId())).toList();
  }
}
