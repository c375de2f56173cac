package dz.linatatawwa.places;

import dz.linatatawwa.language.LocalName;
import org.jspecify.annotations.Nullable;

/** A municipality, the smallest unit of territory.
 *  @param wilaya     of the 69
 *  @param in58       its wilaya in the view of 58 (Law 19-12)
 *  @param in48       its wilaya in the view of 48 (Law 84-09)
 *  @param postalCode unknown for 136 communes
 *  @param surely     whether its point lies in its own wilaya; a few of the source do not */
public record Commune(CommuneCode code, WilayaCode wilaya, WilayaCode in58, WilayaCode in48, int daira, LocalName name, @Nullable String postalCode,
    Point at, boolean surely) implements Place {}
