package dz.linatatawwa.sheets;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.hours.ShiftEvidence;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sheet behind hours: its pictures for those who settle them; for the person, that there are some, and who copied their row when. */
@Component
class PaperEvidence implements ShiftEvidence {

  private final Photos photos;
  private final LineTable lines;
  private final Accounts accounts;
  private final Fragments fragments;

  PaperEvidence(Photos photos, LineTable lines, Accounts accounts, Fragments fragments) {
    this.photos = photos;
    this.lines = lines;
    this.accounts = accounts;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> toSettle(ShiftId shift, Page page) {
    List<Photo> all = photos.of(shift);
    return all.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "sheets/evidence", "photos", all));
  }

  @Override
  public Optional<Content> toPerson(ShiftId shift, AccountId person, Page page) {
    return lines.standing(shift, person).filter(line -> line.mark() == Reading.CAME && line.refused() == null).map(line -> {
      AccountId by = new AccountId(line.writtenBy());
      return fragments.of(page, "sheets/note", "line", new Note(accounts.names(List.of(by)).getOrDefault(by, "—"), line.writtenAt(),
          !photos.of(shift).isEmpty()));
    });
  }
}
