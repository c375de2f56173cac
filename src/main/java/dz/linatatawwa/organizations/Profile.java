package dz.linatatawwa.organizations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an organisation says of itself.
 *  @param nameAr      its name in Arabic, as registered
 *  @param nameFr      its name in Latin letters, where it has one
 *  @param fields      codes of {@code taxonomy.field}
 *  @param mandateEnds when the president's mandate ends */
public record Profile(OrganizationKind kind, String nameAr, @Nullable String nameFr, Scope scope, Receipt receipt, Seat seat,
    List<String> fields, @Nullable String about, Reach reach, @Nullable String president, @Nullable LocalDate mandateEnds) {

  public Profile {
    fields = List.copyOf(fields);
    if (nameAr.isBlank() || nameAr.length() > 200) throw new IllegalArgumentException("not a name: " + nameAr);
  }

  /** This profile, with everything of another but its identity: kind, names, scope, receipt and the wilaya and commune of its seat stay. */
  Profile with(Profile other) {
    return new Profile(kind, nameAr, nameFr, scope, receipt, new Seat(seat.wilaya(), seat.commune(), other.seat.address()),
        other.fields, other.about, other.reach, other.president, other.mandateEnds);
  }
}
