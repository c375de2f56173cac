package dz.linatatawwa.organizations;

import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import org.jspecify.annotations.Nullable;

/** What somebody looks for in the list of organisations; what is null does not matter.
 *  @param words part of a name, in any letters
 *  @param field code of a field */
public record OrganizationSearch(@Nullable String words, @Nullable WilayaCode wilaya, @Nullable CommuneCode commune,
    @Nullable String field, @Nullable OrganizationKind kind) {

  /** Everything. */
  public static OrganizationSearch all() {
    return new OrganizationSearch(null, null, null, null, null);
  }
}
