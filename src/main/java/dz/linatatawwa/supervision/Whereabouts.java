package dz.linatatawwa.supervision;

import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where something lies that a supervisor may decide, and what it is about: it says who may.
 *  @param wilaya  null: it is the nation's
 *  @param commune null: nobody knows; then only those may who look after the whole wilaya
 *  @param fields  codes of the fields of volunteering that it is about; none: only those may whose power is not of one field */
public record Whereabouts(@Nullable WilayaCode wilaya, @Nullable CommuneCode commune, List<String> fields) {

  public Whereabouts {
    fields = List.copyOf(fields);
    if (wilaya == null && commune != null) throw new IllegalArgumentException("commune " + commune + " without its wilaya");
  }

  /** Somewhere in a wilaya, about nothing in particular. @param wilaya null: the nation's */
  public static Whereabouts in(@Nullable WilayaCode wilaya) {
    return new Whereabouts(wilaya, null, List.of());
  }

  /** At a place, about one field. @param field null: none in particular */
  public static Whereabouts at(@Nullable WilayaCode wilaya, @Nullable CommuneCode commune, @Nullable String field) {
    return new Whereabouts(wilaya, wilaya == null ? null : commune, field == null ? List.of() : List.of(field));
  }
}
