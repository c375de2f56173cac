package dz.linatatawwa.kits;

import com.fasterxml.jackson.annotation.JsonInclude;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.RosterRow;
import dz.linatatawwa.attendance.Rosters;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.volunteers.Standing;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes onto a phone of a shift's people: as little as the day needs, in short names because three hundred of them must be light. */
@Component
class RosterText {

  private static final int MINOR = 1;
  private static final int CONSENT_MISSING = 2;
  private static final int TOO_YOUNG = 4;

  /** One person.
   *  @param v volunteer
   *  @param n name; on a kiosk the first name only
   *  @param r role
   *  @param f flags: 1 minor, 2 consent missing, 4 younger than asked for
   *  @param c six digits of this person in this shift
   *  @param i since when in, seconds
   *  @param o since when out
   *  @param x since when marked as a no-show
   *  @param w came without a seat */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(long v, String n, @Nullable String r, @Nullable Integer f, @Nullable String c, @Nullable Long i, @Nullable Long o, @Nullable Long x,
      @Nullable Boolean w) {}

  private final Rosters rosters;
  private final Volunteers volunteers;
  private final PersonalCodes codes;
  private final KitTable table;

  RosterText(Rosters rosters, Volunteers volunteers, PersonalCodes codes, KitTable table) {
    this.rosters = rosters;
    this.volunteers = volunteers;
    this.codes = codes;
    this.table = table;
  }

  List<Row> of(ShiftFacts shift, boolean firstNames) {
    List<RosterRow> rows = rosters.of(shift.id());
    Map<Long, String> roles = table.roles(shift.id());
    Map<AccountId, Standing> standing = volunteers.standing(rows.stream().map(r -> new AccountId(r.volunteerId())).toList(), shift.day());
    return rows.stream().map(row -> {
      AccountId id = new AccountId(row.volunteerId());
      return new Row(id.value(), firstNames ? first(row.name()) : row.name(), roles.get(id.value()), flags(standing.get(id), shift), codes.sixDigits(shift.id(), id),
          seconds(row.checkedInAt()), seconds(row.checkedOutAt()), seconds(row.noShowAt()), row.seat() ? null : Boolean.TRUE);
    }).toList();
  }

  private static @Nullable Integer flags(@Nullable Standing standing, ShiftFacts shift) {
    if (standing == null) return null;
    int flags = (standing.minor() ? MINOR : 0) + (standing.minor() && !standing.consented() ? CONSENT_MISSING : 0)
        + (standing.age() < shift.minAge() ? TOO_YOUNG : 0);
    return flags == 0 ? null : flags;
  }

  private static String first(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  private static @Nullable Long seconds(@Nullable Instant at) {
    return at == null ? null : at.getEpochSecond();
  }
}
