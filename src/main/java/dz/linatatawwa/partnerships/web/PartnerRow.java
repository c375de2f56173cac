package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.partnerships.Partner;
import org.jspecify.annotations.Nullable;

/** A partner in the words of the reader.
 *  @param otherName its name in the other script, or null
 *  @param place     the wilaya of its seat */
public record PartnerRow(Partner partner, String name, @Nullable String otherName, String kind, String place) {

  /** Its public page. */
  public String href() {
    return "/partners/" + partner.id();
  }
}
