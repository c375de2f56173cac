package dz.linatatawwa.contests.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.contests.ContestId;
import dz.linatatawwa.contests.Contests;
import dz.linatatawwa.hours.BookLine;
import dz.linatatawwa.hours.BookSection;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.HourTotals;
import dz.linatatawwa.hours.LineNotes;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** In the book of hours: the first tap beside each line, what is contested, and where to say that hours are missing. */
@Component
class ContestsInBook implements LineNotes, BookSection {

  private final Contests contests;
  private final Fragments fragments;

  ContestsInBook(Contests contests, Fragments fragments) {
    this.contests = contests;
    this.fragments = fragments;
  }

  @Override
  public Map<ClaimId, Content> notes(AccountId person, List<BookLine> lines, Page page) {
    List<ClaimId> claims = lines.stream().filter(line -> line.opportunityId() != null).map(BookLine::claim).distinct().toList();
    Map<ClaimId, ContestId> living = contests.living(person, claims);
    Map<ClaimId, Content> notes = new HashMap<>();
    for (ClaimId claim : claims) {
      ContestId contest = living.get(claim);
      notes.put(claim, fragments.of(page, "contests/note", "claim", claim.value(), "contest", contest == null ? 0L : contest.value()));
    }
    return notes;
  }

  @Override
  public Optional<Content> section(AccountId person, HourTotals totals, Page page) {
    return Optional.of(fragments.of(page, "contests/inBook"));
  }
}
