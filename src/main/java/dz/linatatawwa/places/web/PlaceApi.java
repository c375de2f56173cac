package dz.linatatawwa.places.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The territory as JSON, for forms that offer the communes of a wilaya and for other platforms. */
@Tag(name = "Places", description = "Wilayas and communes by official code")
@RestController
class PlaceApi {

  private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

  private final Places places;

  PlaceApi(Places places) {
    this.places = places;
  }

  /** One wilaya or commune. */
  record Named(String code, String ar, @Nullable String fr, @Nullable String en, double lat, double lon) {}

  @GetMapping("/api/places/wilayas")
  @Operation(summary = "The wilayas, by code")
  ResponseEntity<List<Named>> wilayas() {
    return ResponseEntity.ok().cacheControl(A_DAY).body(places.wilayas().stream()
        .map(w -> new Named(w.code().value(), w.name().ar(), w.name().fr(), w.name().en(), w.at().lat(), w.at().lon())).toList());
  }

  @GetMapping("/api/places/wilayas/{code}/communes")
  @Operation(summary = "The communes of a wilaya")
  ResponseEntity<List<Named>> communes(@PathVariable String code) {
    var wilaya = WilayaCode.of(code).flatMap(places::wilaya);
    if (wilaya.isEmpty()) throw new ErrorResponseException(HttpStatus.NOT_FOUND);
    return ResponseEntity.ok().cacheControl(A_DAY).body(places.communes(wilaya.get().code()).stream()
        .map(c -> new Named(c.code().value(), c.name().ar(), c.name().fr(), c.name().en(), c.at().lat(), c.at().lon())).toList());
  }
}
