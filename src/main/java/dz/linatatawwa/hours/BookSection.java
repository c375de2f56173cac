package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;

/** A part of the book of hours that a room above contributes, between the total and the lines: how far to the next badge. */
public interface BookSection {

  /** @param totals of the person whose book it is */
  Optional<Content> section(AccountId person, HourTotals totals, Page page);
}
