package dz.linatatawwa.api.web;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.ProblemType;
import dz.linatatawwa.taxonomy.Taxonomy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Codes by which the API names places, fields and activities. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Codes", description = "Wilayas, communes, fields and activities by code")
class TerritoryApi {

  private final Places places;
  private final Taxonomy taxonomy;

  TerritoryApi(Places places, Taxonomy taxonomy) {
    this.places = places;
    this.taxonomy = taxonomy;
  }

  /** A name in three languages. */
  record NameJson(String ar, @Nullable String fr, @Nullable String en) {

    static NameJson of(LocalName name) {
      return new NameJson(name.ar(), name.fr(), name.en());
    }
  }

  /** A wilaya or a commune.
   *  @param wilaya of a commune; of a wilaya itself */
  record PlaceJson(@Schema(pattern = "^([0-9]{2}|[0-9]{4})$", example = "1601") String code, @Schema(pattern = "^[0-9]{2}$", example = "16") String wilaya, NameJson name, double lat,
      double lon) {}

  /** A field with its activities. */
  record FieldJson(String code, NameJson name, List<ActivityJson> activities) {}

  /** An activity of a field. */
  record ActivityJson(String code, NameJson name) {}

  @GetMapping("/wilayas")
  @Operation(summary = "The wilayas, by code, all at once")
  Part<PlaceJson> listWilayas() {
    return new Part<>(places.wilayas().stream().map(w -> new PlaceJson(w.code().value(), w.code().value(), NameJson.of(w.name()), w.at().lat(), w.at().lon())).toList(), null);
  }

  @GetMapping("/communes")
  @Operation(summary = "The communes of a wilaya, or of the country, by code")
  ResponseEntity<Part<PlaceJson>> listCommunes(@Parameter(schema = @Schema(type = "string", pattern = "^[0-9]{2}$")) @RequestParam(required = false) @Nullable String wilaya,
      @ParameterObject Step step, @Parameter(hidden = true) HttpServletRequest request) {
    long after = step.from(0);
    List<Commune> found = within(wilaya).filter(commune -> number(commune) > after).sorted(Comparator.comparingLong(TerritoryApi::number)).limit(step.asked()).toList();
    return step.answer(found, TerritoryApi::number, c -> new PlaceJson(c.code().value(), c.wilaya().value(), NameJson.of(c.name()), c.at().lat(), c.at().lon()), request);
  }

  @GetMapping("/fields")
  @Operation(summary = "Fields of volunteering with their activities, all at once")
  Part<FieldJson> listFields() {
    return new Part<>(taxonomy.fields().stream().map(field -> new FieldJson(field.code(), NameJson.of(field.name()),
        taxonomy.activities(field.code()).stream().map(activity -> new ActivityJson(activity.code(), NameJson.of(activity.name()))).toList())).toList(), null);
  }

  private Stream<Commune> within(@Nullable String wilaya) {
    if (wilaya == null) return places.wilayas().stream().flatMap(one -> places.communes(one.code()).stream());
    PublicApi.looksLikeCode(wilaya);
    return places.communes(WilayaCode.of(wilaya).filter(code -> places.wilaya(code).isPresent())
        .orElseThrow(() -> new ApiRefusal(ProblemType.NOT_FOUND))).stream();
  }

  private static long number(Commune commune) {
    return Long.parseLong(commune.code().value());
  }
}
