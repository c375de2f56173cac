package dz.linatatawwa.feeds;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Wilaya;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Query;
import dz.linatatawwa.taxonomy.Field;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody follows, as an address says it: a wilaya, a field, an organisation, some of them together, or everything. */
public record Choice(@Nullable Wilaya wilaya, @Nullable Field field, @Nullable Organization organization) {

  /** What does not exist is left out; only an organisation that nobody may see is missed, for whoever follows it should hear that it is gone.
   *  @throws NotFound for an organisation that is none, or none any more */
  public static Choice read(Map<String, String> asked, Places places, Taxonomy taxonomy, Organizations organizations) {
    String number = Typed.line(asked.getOrDefault("organization", ""));
    Organization organization = number.isEmpty() ? null : id(number, organizations);
    return new Choice(WilayaCode.of(Typed.line(asked.getOrDefault("wilaya", ""))).flatMap(places::wilaya).orElse(null),
        taxonomy.field(Typed.line(asked.getOrDefault("field", ""))).orElse(null), organization);
  }

  private static Organization id(String number, Organizations organizations) {
    if (!number.matches("[1-9]\\d{0,17}")) throw new NotFound("organisation");
    return organizations.verified(new OrganizationId(Long.parseLong(number))).orElseThrow(() -> new NotFound("organisation " + number));
  }

  public boolean everything() {
    return wilaya == null && field == null && organization == null;
  }

  public @Nullable WilayaCode wilayaCode() {
    return wilaya == null ? null : wilaya.code();
  }

  public @Nullable String fieldCode() {
    return field == null ? null : field.code();
  }

  public @Nullable OrganizationId organizationId() {
    return organization == null ? null : organization.id();
  }

  /** The same choice as an address says it, always in one order; without a question mark where everything is followed. */
  public String query() {
    return Query.of("").with("wilaya", wilaya == null ? "" : wilaya.code().value()).with("field", field == null ? "" : field.code())
        .with("organization", organization == null ? "" : organization.id().toString()).toString();
  }

  /** What is followed, behind what it is: «فرص جديدة · سطيف». */
  public String title(String what, Language language) {
    return Stream.of(what, organization == null ? "" : organization.name(language), wilaya == null ? "" : wilaya.name().in(language), field == null ? "" : field.name().in(language))
        .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }
}
