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
    Point at, boolean surely) implements Place {

  /** Whether it belongs to this wilaya today, or did so in the view of 58 or 48: tables are often older than the law. */
  public boolean isOf(WilayaCode any) {
    return wilaya.equals(any) || in58.equals(any) || in48.equals(any);
  }
}
