package dz.linatatawwa.declarations.web;

import dz.linatatawwa.declarations.Declaration;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.organizations.BroughtOrganizations;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.taxonomy.Taxonomy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a declaration may name: activities, places, organisations. */
@Component
class DeclarationChoices {

  private final Taxonomy taxonomy;
  private final Places places;
  private final BroughtOrganizations organizations;
  private final PageMaker pages;

  DeclarationChoices(Taxonomy taxonomy, Places places, BroughtOrganizations organizations, PageMaker pages) {
    this.taxonomy = taxonomy;
    this.places = places;
    this.organizations = organizations;
    this.pages = pages;
  }

  /** By field. */
  List<Option> activities(HttpServletRequest request) {
    Language language = pages.page(request).language();
    return taxonomy.fields().stream().flatMap(field -> taxonomy.activities(field.code()).stream()
        .map(activity -> new Option(activity.code(), activity.name().in(language), "", field.name().in(language)))).toList();
  }

  boolean knows(String activity) {
    return taxonomy.activity(activity).isPresent();
  }

  Optional<CommuneCode> commune(String wilaya, String commune) {
    Optional<WilayaCode> in = WilayaCode.of(wilaya);
    List<Commune> named = places.communesNamed(commune);
    return named.stream().filter(found -> in.isPresent() && found.wilaya().equals(in.get())).map(Commune::code).findFirst();
  }

  /** A verified organisation of exactly this name. */
  Optional<OrganizationId> organization(String name) {
    return organizations.named(name).stream().filter(Organization::verified).map(Organization::id).findFirst();
  }

  String place(Declaration declaration, HttpServletRequest request) {
    Language language = pages.page(request).language();
    return places.name(declaration.work().commune(), language) + " · " + places.name(declaration.wilaya(), language);
  }

  String activity(Declaration declaration, HttpServletRequest request) {
    return taxonomy.activity(declaration.work().activity()).map(activity -> activity.name().in(pages.page(request).language())).orElse("");
  }
}
