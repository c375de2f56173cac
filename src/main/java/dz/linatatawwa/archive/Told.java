package dz.linatatawwa.archive;

import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told of an operation.
 *  @param wilaya           null: in several places
 *  @param organizationName where it is none of ours; empty where there was none
 *  @param ledBy            empty where nobody says it
 *  @param ledShown         whoever led agrees that everybody reads the name
 *  @param minutes          declared, of all people together
 *  @param reason           why more than twelve hours a day and person; empty where there are not
 *  @param press            addresses, https only; never opened by the platform */
public record Told(String title, String about, When when, @Nullable WilayaCode wilaya, @Nullable CommuneCode commune, @Nullable OrganizationId organization,
    String organizationName, String ledBy, boolean ledShown, @Nullable String field, @Nullable String activity, @Nullable Integer people,
    @Nullable Long minutes, String reason, Map<Unit, Long> units, List<String> press) {

  /** Press links of one operation, at most. */
  public static final int MOST_PRESS = 10;

  public Told {
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    press = List.copyOf(press);
  }
}
