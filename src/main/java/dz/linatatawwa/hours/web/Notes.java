package dz.linatatawwa.hours.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.BookLine;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.LineNotes;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** What the rooms above say beside the lines of a book. */
final class Notes {

  private Notes() {}

  static Map<ClaimId, Content> of(ObjectProvider<LineNotes> rooms, AccountId person, List<BookLine> lines, Page page) {
    Map<ClaimId, Content> all = new HashMap<>();
    rooms.stream().forEach(room -> room.notes(person, lines, page).forEach(all::putIfAbsent));
    return all;
  }
}
