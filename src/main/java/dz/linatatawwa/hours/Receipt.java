package dz.linatatawwa.hours;

import dz.linatatawwa.attendance.Trail;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.places.CommuneCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything about one entry of a person's ledger, or about a claim that is none yet: when, where, how it was proved and by whom.
 *  @param origin     attendance, contest or declaration
 *  @param shift      null for declared work
 *  @param commune    of the activity; null: remote
 *  @param reversedBy number of the line that takes this one back
 *  @param siblings   numbers of the same claim's lines on other days
 *  @param proposedAt when it was proposed or declared
 *  @param writtenAt  when the line was written into the ledger; null while there is none
 *  @param trail      what was written down on the day
 *  @param names      of everybody who wrote something */
public record Receipt(BookLine line, String origin, @Nullable ShiftId shift, @Nullable CommuneCode commune, @Nullable Long reversedBy,
    List<Long> siblings, Instant proposedAt, @Nullable Instant writtenAt, List<Trail.Line> trail, Map<AccountId, String> names) {

  public Receipt {
    siblings = List.copyOf(siblings);
    trail = List.copyOf(trail);
    names = Map.copyOf(names);
  }

  /** What to call somebody who wrote something. */
  public String name(@Nullable AccountId person) {
    return person == null ? "—" : names.getOrDefault(person, "—");
  }

  public boolean declared() {
    return origin.equals("declaration");
  }
}
