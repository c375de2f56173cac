package dz.linatatawwa.organizations.web;

import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Profile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed about an organisation, field by field, exactly as it was typed. */
public record OrganizationForm(Map<String, List<String>> typed) {

  static final List<String> FIELDS = List.of("kind", "nameAr", "nameFr", "scope", "receiptNumber", "receiptDate", "receiptAuthority", "wilaya",
      "commune", "address", "fields", "phone", "email", "website", "president", "mandateEnds", "about");

  private static final List<String> IDENTITY = List.of("kind", "nameAr", "nameFr", "scope", "receiptNumber", "receiptDate", "receiptAuthority",
      "wilaya", "commune");

  private static final int LONGEST = 4000;

  public OrganizationForm {
    typed = Map.copyOf(typed);
  }

  /** Takes the form's own fields out of a request, and nothing else. */
  static OrganizationForm sent(Map<String, List<String>> parameters) {
    Map<String, List<String>> typed = new HashMap<>();
    for (String field : FIELDS) {
      List<String> values = parameters.get(field);
      if (values != null) typed.put(field, values.stream().limit(30).map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) : value).toList());
    }
    return new OrganizationForm(typed);
  }

  /** The form as it shows what is known of an organisation. */
  static OrganizationForm of(Organization organization) {
    Profile profile = organization.profile();
    Map<String, List<String>> typed = new HashMap<>();
    put(typed, "kind", profile.kind().code());
    put(typed, "nameAr", profile.nameAr());
    put(typed, "nameFr", profile.nameFr());
    put(typed, "scope", profile.scope().code());
    put(typed, "receiptNumber", profile.receipt().number());
    put(typed, "receiptDate", iso(profile.receipt().date()));
    put(typed, "receiptAuthority", profile.receipt().authority() == null ? null : profile.receipt().authority().code());
    put(typed, "wilaya", profile.seat().wilaya().value());
    put(typed, "commune", profile.seat().commune().value());
    put(typed, "address", profile.seat().address());
    typed.put("fields", profile.fields());
    put(typed, "phone", profile.reach().shownPhone());
    put(typed, "email", profile.reach().email());
    put(typed, "website", profile.reach().website());
    put(typed, "president", profile.president());
    put(typed, "mandateEnds", iso(profile.mandateEnds()));
    put(typed, "about", profile.about());
    return new OrganizationForm(typed);
  }

  /** The one value of a field, or nothing typed. */
  public String value(String field) {
    List<String> values = typed.get(field);
    return values == null || values.isEmpty() ? "" : values.getFirst();
  }

  /** Every value of a field of which several may be chosen. */
  public List<String> values(String field) {
    return typed.getOrDefault(field, List.of());
  }

  /** This form with who the organisation is taken from another: what was verified is not typed again. */
  OrganizationForm withIdentityOf(OrganizationForm other) {
    Map<String, List<String>> both = new HashMap<>(typed);
    for (String field : IDENTITY) {
      both.remove(field);
      if (other.typed.containsKey(field)) both.put(field, other.typed.get(field));
    }
    return new OrganizationForm(both);
  }

  private static void put(Map<String, List<String>> typed, String field, @Nullable String value) {
    if (value != null) typed.put(field, List.of(value));
  }

  private static @Nullable String iso(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
