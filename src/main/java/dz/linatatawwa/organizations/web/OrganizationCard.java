package dz.linatatawwa.organizations.web;

import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation as lists and its page show it, in the words of the reader.
 *  @param otherName its name in the other script, or null
 *  @param place     commune and wilaya of its seat
 *  @param answers   how fast it answers, in words, or null when not known yet
 *  @param logo      the address of its picture, or null */
public record OrganizationCard(Organization organization, String href, String name, @Nullable String otherName, String kind, String scope,
    String place, List<String> fields, @Nullable String answers, @Nullable String logo) {

  public OrganizationCard {
    fields = List.copyOf(fields);
  }

  public OrganizationState state() {
    return organization.state();
  }
}
