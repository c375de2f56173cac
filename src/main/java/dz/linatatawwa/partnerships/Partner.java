package dz.linatatawwa.partnerships;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An institution that has an agreement, or is about to.
 *  @param wilaya       its seat: whose supervisors look after it
 *  @param organization the same body as an organisation on the platform, where it is one
 *  @param publicSince  when its first agreement was signed; null: the public does not see it yet */
public record Partner(PartnerId id, PartnerKind kind, String nameAr, @Nullable String nameFr, WilayaCode wilaya, @Nullable OrganizationId organization,
    @Nullable String about, @Nullable String website, @Nullable Instant publicSince) {

  /** Its name for a reader: the Arabic one, or the Latin one for readers of French and English, where there is one. */
  public String name(Language language) {
    return names().in(language);
  }

  /** Its names, for notices. */
  public LocalName names() {
    return new LocalName(nameAr, nameFr, null);
  }
}
