package dz.linatatawwa.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.WorldTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WorldTest
class PlacesTests {

  @Autowired Places places;
  @Autowired PlaceTable table;
  @LocalServerPort int port;

  @Test
  void theWholeTerritoryIsThere() {
    assertThat(places.wilayas()).hasSize(69).isSortedAccordingTo((a, b) -> a.code().compareTo(b.code()));
    assertThat(table.dairas()).hasSize(556);
    assertThat(places.wilayas().stream().mapToInt(w -> places.communes(w.code()).size()).sum()).isEqualTo(1541);
  }

  @Test
  void olderViewsHoldFewerWilayas() {
    assertThat(table.communes().stream().map(Commune::in58).distinct()).hasSize(58);
    assertThat(table.communes().stream().map(Commune::in48).distinct()).hasSize(48);
    Commune aflou = places.communesNamed("آفلو").getFirst();
    assertThat(aflou.wilaya()).hasToString("59");
    assertThat(aflou.in58()).hasToString("03");
    assertThat(aflou.code().value()).startsWith("03");
  }

  @Test
  void everySpellingIsFoldedAsSearchFolds() {
    assertThat(table.spellings()).allSatisfy(s -> assertThat(Folding.fold(s.folded())).isEqualTo(s.folded()));
    assertThat(table.communes()).allSatisfy(c -> assertThat(places.communesNamed(c.name().ar())).contains(c));
    assertThat(table.communes()).allSatisfy(c -> assertThat(places.communesNamed(c.name().in(Language.FR))).contains(c));
  }

  @Test
  void whatIsFoundByWordsKnowsEveryNameOfAPlace() {
    assertThat(places.spoken("16").split(" ")).contains("الجزائر", "Alger", "Algiers", "algiers");
    assertThat(table.communes()).allSatisfy(c -> assertThat(places.spoken(c.code().value())).startsWith(c.name().ar() + " " + c.name().in(Language.FR) + " "));
    assertThat(places.spoken(null)).isEmpty();
    assertThat(places.spoken("99")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "سطيف, 19", "Setif, 19", "Sétif, 19", "SETIF, 19", "سَطيف, 19", "stif, 19", "19, 19", "١٩, 19", "تامنغست, 11", "تمنراست, 11", "Tamanghasset, 11", "إن صالح, 53", "عين صالح, 53",
    "إن قزام, 54", "تقرت, 55", "توقرت, 55", "إيليزي, 33", "عين الدفلة, 44", "عين تيموشنت, 46", "الجزائر العاصمة, 16", "Algiers, 16", "alger, 16", "msila, 28", "M'Sila, 28",
    "M’sila, 28", "جلفة, 17", "Djelfa, 17", "bejaia, 06", "Bougie, 06", "wahran, 31", "oum bouaghi, 04", "الابيض سيدي الشيخ, 69", "Bou-Saada, 68", "بو سعادة, 68", "قالمه, 24", "ڨالمة, 24",
    "Setfi, 19", "سطيق, 19", "قسنطنية, 25", "Constantin, 25", "Mostaghanem, 27", "Tizi-Ouzu, 15", "boumerd, 35", "تلمس, 13",
  })
  void findsAWilayaHoweverItIsWritten(String typed, String code) {
    assertThat(places.find(typed)).first().isInstanceOfSatisfying(Wilaya.class, w -> assertThat(w.code()).hasToString(code));
  }

  @ParameterizedTest
  @CsvSource({"العلمة, 1920", "El Eulma, 1920", "eulma, 1920", "مسعود بوجريو, 2511", "بوجريو مسعود, 2511", "Chelghoum Laïd, 4303", "EL HARRACH, 1613"})
  void findsACommuneHoweverItIsWritten(String typed, String code) {
    assertThat(places.find(typed)).filteredOn(Commune.class::isInstance).first()
        .isInstanceOfSatisfying(Commune.class, c -> assertThat(c.code()).hasToString(code));
  }

  @Test
  void nonsenseFindsNothing() {
    for (String typed : List.of("", " ", "x", "zzzzzz", "70", "9999", "%", "لا شيء من هذا")) assertThat(places.find(typed)).isEmpty();
    assertThat(WilayaCode.of("abc")).isEmpty();
    assertThat(CommuneCode.of("19")).isEmpty();
    assertThat(places.wilaya(new WilayaCode("70"))).isEqualTo(Optional.empty());
    assertThat(places.wilayaNamed("العلمة")).isEmpty();
  }

  @Test
  void distancesAreThoseOfTheMap() {
    Point algiers = places.wilayas().get(15).at();
    Point oran = places.wilayas().get(30).at();
    assertThat(algiers.kilometresTo(oran)).isCloseTo(353, within(5.0));
    assertThat(algiers.kilometresTo(algiers)).isZero();
  }

  @Test
  void slipsAreCounted() {
    assertThat(Slips.between("setif", "setfi", 2)).isEqualTo(1);
    assertThat(Slips.between("setif", "stif", 2)).isEqualTo(1);
    assertThat(Slips.between("oran", "annaba", 2)).isGreaterThan(2);
  }

  @Test
  void formsGetTheCommunesOfAWilayaAsJson() throws Exception {
    HttpResponse<String> communes = get("/api/places/wilayas/19/communes");
    assertThat(communes.statusCode()).isEqualTo(200);
    assertThat(communes.headers().firstValue("Cache-Control")).hasValueSatisfying(v -> assertThat(v).contains("max-age=86400"));
    assertThat(communes.body()).contains("\"code\":\"1901\"").contains("سطيف");
    assertThat(get("/api/places/wilayas/77/communes").statusCode()).isEqualTo(404);
    assertThat(get("/api/places/wilayas").body()).contains("\"code\":\"69\"");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
