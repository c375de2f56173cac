package dz.linatatawwa.organizations;

import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import org.jspecify.annotations.Nullable;

/** Where an organisation is at home. */
public record Seat(WilayaCode wilaya, CommuneCode commune, @Nullable String address) {}
