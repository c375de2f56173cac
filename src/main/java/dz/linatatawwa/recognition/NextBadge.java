package dz.linatatawwa.recognition;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.BookSection;
import dz.linatatawwa.hours.HourTotals;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last twelve months, the levels that hold and how far it is to the next badge, in the book of hours. */
@Component
class NextBadge implements BookSection {

  private final Badges badges;
  private final Fragments fragments;

  NextBadge(Badges badges, Fragments fragments) {
    this.badges = badges;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(AccountId person, HourTotals totals, Page page) {
    return Optional.of(fragments.of(page, "recognition/progress", "cabinet", badges.of(person)));
  }
}
