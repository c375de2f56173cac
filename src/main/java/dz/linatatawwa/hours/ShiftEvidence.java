package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;

/** What a room above keeps of a shift that its hours were read from: pictures of a sheet. */
public interface ShiftEvidence {

  /** For those who settle hours of the shift; that they may is the caller's to check. */
  Optional<Content> toSettle(ShiftId shift, Page page);

  /** For the person whose hours they are: never what it says of others. */
  Optional<Content> toPerson(ShiftId shift, AccountId person, Page page);
}
