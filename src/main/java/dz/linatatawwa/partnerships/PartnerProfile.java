package dz.linatatawwa.partnerships;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.WilayaCode;
import org.jspecify.annotations.Nullable;

/** What is written down of a partner.
 *  @param organization the same body as an organisation on the platform; each is one partner at most */
public record PartnerProfile(PartnerKind kind, String nameAr, @Nullable String nameFr, WilayaCode wilaya, @Nullable OrganizationId organization,
    @Nullable String about, @Nullable String website) {}
