package dz.linatatawwa.sheets;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Disputes;
import dz.linatatawwa.attendance.RosterRow;
import dz.linatatawwa.attendance.Rosters;
import dz.linatatawwa.attendance.Settled;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Applicants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Copies filled sheets, row by row. Who may is the caller's to check (the desk does). */
@Service
class Copying {

  private final LineTable lines;
  private final Delivery delivery;
  private final Rosters rosters;
  private final Applicants applicants;
  private final Disputes disputes;
  private final PersonalCodes codes;

  Copying(LineTable lines, Delivery delivery, Rosters rosters, Applicants applicants, Disputes disputes, PersonalCodes codes) {
    this.lines = lines;
    this.delivery = delivery;
    this.rosters = rosters;
    this.applicants = applicants;
    this.disputes = disputes;
    this.codes = codes;
  }

  /** The rows as printed, then whoever came besides. */
  List<SheetRow> rows(ShiftId shift) {
    Map<Long, LineTable.Standing> written = new HashMap<>(lines.standing(shift));
    Set<Long> claimed = new HashSet<>(lines.claimed(shift));
    Map<Long, RosterRow> roll = rosters.of(shift).stream().collect(Collectors.toMap(RosterRow::volunteerId, row -> row));
    List<SheetRow> rows = new ArrayList<>();
    for (Applicants.Seated person : applicants.seated(shift)) {
      long id = person.id().value();
      rows.add(row(rows.size() + 1, id, person.name(), codes.sixDigits(shift, person.id()), true, written.get(id), claimed.contains(id), roll.get(id)));
    }
    Set<Long> seated = rows.stream().map(SheetRow::volunteerId).collect(Collectors.toSet());
    Map<Long, String> besides = new HashMap<>(lines.names(written.keySet()));
    roll.values().forEach(row -> besides.put(row.volunteerId(), row.name()));
    besides.entrySet().stream().filter(person -> !seated.contains(person.getKey())).sorted(Map.Entry.comparingByValue())
        .forEach(person -> rows.add(row(0, person.getKey(), person.getValue(), "", false, written.get(person.getKey()), claimed.contains(person.getKey()),
            roll.get(person.getKey()))));
    return rows;
  }

  private static SheetRow row(int number, long id, String name, String digits, boolean seat, LineTable.@Nullable Standing written, boolean claimed,
      @Nullable RosterRow seen) {
    SheetLine line = written == null ? null : written.line();
    return new SheetRow(number, id, name, digits, seat, line == null ? 0 : line.version(), line == null ? null : line.mark(),
        line == null ? null : line.in(), line == null ? null : line.out(), claimed, written != null && written.review(),
        written != null && written.conflict(), line == null ? null : line.refused(), seen == null ? null : seen.checkedInAt(),
        seen == null || seen.proposed() ? null : seen.checkedOutAt(), seen != null && seen.absent());
  }

  /** Keeps one row, and brings it to the attendance. */
  Copied copy(SheetLine line) {
    ShiftId shift = new ShiftId(line.shiftId());
    AccountId volunteer = new AccountId(line.volunteerId());
    if (line.writtenBy() == line.volunteerId()) return Copied.OWN;
    if (line.version() > 1 && !lines.knows(line.key(), shift, volunteer) && lines.claimed(shift).contains(line.volunteerId())) return Copied.PROPOSED;
    boolean added = lines.add(line);
    if (!added && !lines.knows(line.key(), shift, volunteer)) return Copied.CHANGED;
    delivery.deliver(shift, volunteer);
    return added ? Copied.DONE : Copied.ALREADY;
  }

  /** Lets count what was copied into a closed day, all at once; the rules for late hours follow.
   *  @return how many people it was about */
  int accept(AccountId by, ShiftId shift) {
    long people = rows(shift).stream().filter(SheetRow::review).count();
    boolean any = false;
    for (String key : lines.waiting(shift)) any |= disputes.accept(by, key) == Settled.DONE;
    return any ? (int) people : 0;
  }
}
