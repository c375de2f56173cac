package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;

/** A part of the receipt of one entry that a room above contributes, below what was written down on the day. */
public interface ReceiptSection {

  /** @param person whose receipt it is, and who looks
   *  @param print  whether it goes on paper, where nothing can be touched */
  Optional<Content> section(AccountId person, Receipt receipt, boolean print, Page page);
}
