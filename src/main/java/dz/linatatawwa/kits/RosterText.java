package dz.linatatawwa.kits;

import com.fasterxml.jackson.annotation.JsonInclude;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.RosterRow;
import dz.linatatawwa.attendance.Rosters;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.participation.NamedPeople;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.participation.YoungFault;
import dz.linatatawwa.participation.YoungPerson;
import dz.linatatawwa.participation.YoungRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes onto a phone of a shift's people: as little as the day needs, in short names because three hundred of them must be light. */
@Component
class RosterText {

  private static final int MINOR = 1;
  private static final int CONSENT_MISSING = 2;
  private static final int TOO_YOUNG = 4;
  private static final int YOUNG_HOURS = 8;
  private static final int GROUP_ONLY = 16;
  private static final int ALONE = 32;

  /** One person.
   *  @param v volunteer
   *  @param n name; on a kiosk the first name only
   *  @param r role
   *  @param f flags: 1 minor; why they may not be let in: 2 consent missing, 4 younger than asked for, 8 not at these hours, 16 only with a group, 32 alone
   *  @param p name of the person of age who comes with a minor; empty: the group's leader
   *  @param c six digits of this person in this shift
   *  @param i since when in, seconds
   *  @param o since when out
   *  @param x since when marked as a no-show
   *  @param w came without a seat
   *  @param t team or group with which the person comes
   *  @param a names of those who come under this person's application without an account */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(long v, String n, @Nullable String r, @Nullable Integer f, @Nullable String p, @Nullable String c, @Nullable Long i, @Nullable Long o, @Nullable Long x,
      @Nullable Boolean w, @Nullable String t, @Nullable String a) {}

  private final Rosters rosters;
  private final YoungRules young;
  private final PersonalCodes codes;
  private final KitTable table;
  private final NamedPeople named;

  RosterText(Rosters rosters, YoungRules young, PersonalCodes codes, KitTable table, NamedPeople named) {
    this.rosters = rosters;
    this.young = young;
    this.codes = codes;
    this.table = table;
    this.named = named;
  }

  List<Row> of(ShiftFacts shift, boolean firstNames) {
    List<RosterRow> rows = rosters.of(shift.id());
    Map<Long, String> roles = table.roles(shift.id());
    Map<AccountId, String> along = firstNames ? Map.of() : along(shift);
    Map<AccountId, YoungPerson> known = young.of(shift, rows.stream().map(r -> new AccountId(r.volunteerId())).toList());
    return rows.stream().map(row -> {
      AccountId id = new AccountId(row.volunteerId());
      return new Row(id.value(), firstNames ? first(row.name()) : row.name(), roles.get(id.value()), flags(known.get(id)), firstNames ? null : with(known.get(id)), codes.sixDigits(shift.id(), id),
          seconds(row.checkedInAt()), seconds(row.checkedOutAt()), seconds(row.noShowAt()), row.seat() ? null : Boolean.TRUE, firstNames ? null : row.party(), along.get(id));
    }).toList();
  }

  /** Who comes under whose application; ticked where there is a network. */
  private Map<AccountId, String> along(ShiftFacts shift) {
    return named.expected(shift.id()).stream().collect(Collectors.groupingBy(NamedPeople.Expected::applicant,
        Collectors.mapping(one -> one.person().name(), Collectors.joining(" · "))));
  }

  private static @Nullable Integer flags(@Nullable YoungPerson person) {
    if (person == null) return null;
    YoungFault fault = person.fault();
    int flags = (person.minor() ? MINOR : 0) + (fault == null ? 0 : switch (fault) {
      case GUARDIAN_NEEDED, BOTH_GUARDIANS -> CONSENT_MISSING;
      case TOO_YOUNG -> TOO_YOUNG;
      case YOUNG_HOURS -> YOUNG_HOURS;
      case GROUP_ONLY -> GROUP_ONLY;
      case COMPANION -> ALONE;
    });
    return flags == 0 ? null : flags;
  }

  private static @Nullable String with(@Nullable YoungPerson person) {
    if (person == null || !person.minor()) return null;
    return person.brought() ? "" : person.companion();
  }

  private static String first(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  private static @Nullable Long seconds(@Nullable Instant at) {
    return at == null ? null : at.getEpochSecond();
  }
}
