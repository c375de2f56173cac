package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Map;

/** What a room above has to say beside the lines of a book and under a receipt: where one says that a line is wrong, and that somebody did. */
public interface LineNotes {

  /** @param person whose book it is, and who looks
   *  @return what stands beside which claim */
  Map<ClaimId, Content> notes(AccountId person, List<BookLine> lines, Page page);
}
