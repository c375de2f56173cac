package dz.linatatawwa.organizations.web;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.OrganizationKind;
import dz.linatatawwa.organizations.OrganizationSearch;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Verified organisations as JSON, for everybody. */
@RestController
@Tag(name = "Organizations", description = "Verified organisations")
class OrganizationApi {

  private final Organizations organizations;

  OrganizationApi(Organizations organizations) {
    this.organizations = organizations;
  }

  /** A page of the list. */
  record Listed(int page, int pages, long total, List<Shown> organizations) {}

  /** What the public may know of an organisation. Codes are those of the platform's reference tables. */
  record Shown(long id, String kind, String nameAr, @Nullable String nameFr, String scope, String wilaya, String commune, List<String> fields,
      @Nullable Instant verifiedAt, @Nullable Integer answerMinutes, String page) {

    static Shown of(Organization organization) {
      var profile = organization.profile();
      return new Shown(organization.id().value(), profile.kind().code(), profile.nameAr(), profile.nameFr(), profile.scope().code(),
          profile.seat().wilaya().value(), profile.seat().commune().value(), profile.fields(), organization.verifiedAt(),
          organization.answerMinutes(), "/organizations/" + organization.id());
    }
  }

  @GetMapping("/api/organizations")
  @Operation(summary = "Verified organisations by name; q, wilaya, commune, field and kind narrow the list, 24 a page")
  Listed list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String wilaya,
      @RequestParam(defaultValue = "") String commune, @RequestParam(defaultValue = "") String field,
      @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "1") String page) {
    String words = Typed.line(q.length() > 200 ? q.substring(0, 200) : q);
    Slice<Organization> found = organizations.search(new OrganizationSearch(words.isEmpty() ? null : words, WilayaCode.of(wilaya).orElse(null),
        CommuneCode.of(commune).orElse(null), field.isEmpty() ? null : Typed.line(field), OrganizationKind.of(kind).orElse(null)), PageNumber.of(page));
    return new Listed(found.number(), found.last(), found.total(), found.rows().stream().map(Shown::of).toList());
  }

  @GetMapping("/api/organizations/{id:[1-9][0-9]{0,17}}")
  @Operation(summary = "One verified organisation")
  Shown show(@PathVariable OrganizationId id) {
    return organizations.verified(id).map(Shown::of).orElseThrow(() -> new NotFound("organisation " + id));
  }
}
