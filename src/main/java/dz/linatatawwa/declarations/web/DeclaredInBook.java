package dz.linatatawwa.declarations.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.BookSection;
import dz.linatatawwa.hours.HourTotals;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** In the book of hours, apart from the hours that count: the sum of what was declared. */
@Component
class DeclaredInBook implements BookSection {

  private final Fragments fragments;

  DeclaredInBook(Fragments fragments) {
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(AccountId person, HourTotals totals, Page page) {
    return Optional.of(fragments.of(page, "declarations/inBook", "minutes", totals.declared()));
  }
}
