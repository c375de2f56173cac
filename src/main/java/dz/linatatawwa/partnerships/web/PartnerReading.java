package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.PartnerKind;
import dz.linatatawwa.partnerships.PartnerProfile;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.supervision.Territory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Reads the form of a partner, and notes what does not fit beside each field. */
final class PartnerReading {

  private final MultiValueMap<String, String> typed;
  private final Places places;
  private final OrganizationNames organizations;
  private final Territory territory;
  private final Problems problems = Problems.none();

  /** @param territory of who writes: a partner elsewhere is not theirs to make */
  PartnerReading(MultiValueMap<String, String> typed, Places places, OrganizationNames organizations, Territory territory) {
    this.typed = typed;
    this.places = places;
    this.organizations = organizations;
    this.territory = territory;
  }

  static MultiValueMap<String, String> typed(Partner partner, String organization) {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    typed.put("kind", List.of(partner.kind().code()));
    typed.put("nameAr", List.of(partner.nameAr()));
    typed.put("nameFr", List.of(partner.nameFr() == null ? "" : partner.nameFr()));
    typed.put("wilaya", List.of(partner.wilaya().value()));
    typed.put("organization", List.of(organization));
    typed.put("about", List.of(partner.about() == null ? "" : partner.about()));
    typed.put("website", List.of(partner.website() == null ? "" : partner.website()));
    return new LinkedMultiValueMap<>(typed);
  }

  Problems problems() {
    return problems;
  }

  /** The profile, or nothing when there are problems. */
  Optional<PartnerProfile> profile() {
    PartnerKind kind = PartnerKind.of(value("kind")).orElse(null);
    if (kind == null) problems.add("kind", "site.problem.choice");
    String nameAr = line("nameAr", 200);
    if (nameAr.length() < 2) problems.add("nameAr", "site.problem.required");
    String nameFr = line("nameFr", 200);
    WilayaCode wilaya = WilayaCode.of(value("wilaya")).filter(code -> places.wilaya(code).isPresent()).orElse(null);
    if (wilaya == null) problems.add("wilaya", "site.problem.choice");
    else if (!territory.covers(wilaya)) problems.add("wilaya", "partnerships.problem.wilaya");
    Organization organization = organization();
    String about = Typed.text(value("about"));
    if (about.length() > 2000) problems.add("about", "site.problem.tooLong", 2000);
    String website = line("website", 200);
    if (!website.isEmpty() && !website.matches("https?://[^\\s\"<>]+\\.[^\\s\"<>]+")) problems.add("website", "partnerships.problem.website");
    if (problems.any() || kind == null || wilaya == null) return Optional.empty();
    return Optional.of(new PartnerProfile(kind, nameAr, orNull(nameFr), wilaya, organization == null ? null : organization.id(), orNull(about), orNull(website)));
  }

  private @Nullable Organization organization() {
    String name = line("organization", 200);
    if (name.isEmpty()) return null;
    Optional<Organization> found = organizations.verified(name);
    if (found.isEmpty()) problems.add("organization", "partnerships.problem.organization");
    return found.orElse(null);
  }

  private String line(String field, int longest) {
    String text = Typed.line(value(field));
    if (Typed.deceives(value(field))) problems.add(field, "site.problem.characters");
    if (text.length() > longest) problems.add(field, "site.problem.tooLong", longest);
    return text;
  }

  private String value(String field) {
    String value = typed.getFirst(field);
    return value == null ? "" : value;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
