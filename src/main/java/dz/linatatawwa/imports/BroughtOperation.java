package dz.linatatawwa.imports;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A past operation as one row of a table tells it, read and clean.
 *  @param key              what makes the row itself again in a later run
 *  @param precision        {@code day}, {@code month} or {@code year}: how exactly its time is written
 *  @param wilaya           null: in several places
 *  @param organizationName as written, where no verified organisation of ours is called so
 *  @param minutes          declared, of all people together
 *  @param units            quantities by code of the unit */
public record BroughtOperation(int row, UUID key, String title, @Nullable String about, LocalDate first, LocalDate last, String precision,
    @Nullable WilayaCode wilaya, @Nullable CommuneCode commune, @Nullable OrganizationId organization, @Nullable String organizationName,
    @Nullable String leader, @Nullable String field, @Nullable String activity, @Nullable Integer people, @Nullable Long minutes,
    @Nullable String reason, Map<String, Long> units, @Nullable String link) {

  public BroughtOperation {
    units = Map.copyOf(units);
  }

  BroughtOperation of(@Nullable OrganizationId owner) {
    return new BroughtOperation(row, key, title, about, first, last, precision, wilaya, commune, owner, owner == null ? organizationName : null, leader, field,
        activity, people, minutes, reason, units, link);
  }
}
