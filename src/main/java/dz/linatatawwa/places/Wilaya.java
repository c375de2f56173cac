package dz.linatatawwa.places;

import dz.linatatawwa.language.LocalName;
import org.jspecify.annotations.Nullable;

/** A province, of the 69 that exist since Law 26-06.
 *  @param tamazight its name in Tifinagh; the newest have none yet
 *  @param mother    the wilaya it came out of, for those made after 1984
 *  @param in58      where it belongs in the view of 58 wilayas (Law 19-12)
 *  @param in48      where it belongs in the view of 48 wilayas (Law 84-09) */
public record Wilaya(WilayaCode code, LocalName name, @Nullable String tamazight, @Nullable WilayaCode mother, WilayaCode in58, WilayaCode in48, Point at)
    implements Place {}
