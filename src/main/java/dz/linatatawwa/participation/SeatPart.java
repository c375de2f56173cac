package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a room above adds to the pages on which somebody asks for a seat and looks after it: coming with others. */
public interface SeatPart {

  /** Below the form of somebody who is signed in and about to apply. @param shift the chosen one */
  Optional<Content> beforeApplying(Opportunity opportunity, ShiftId shift, Page page);

  /** On the page after applying. */
  Optional<Content> afterApplying(AccountId me, ShiftFacts facts, ApplicationId application, Page page, HttpServletRequest request);

  /** Below the commitments of which there is something to say. @param coming everything that this person has not behind them */
  Map<ApplicationId, Content> onCommitments(AccountId me, List<Commitment> coming, Page page);
}
