package dz.linatatawwa.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WorldTest
class BadgePageTests {

  @Autowired Badges badges;
  @Autowired BadgeArtwork artwork;
  @LocalServerPort int port;

  @Test
  void everyBadgeHasAPictureOfItsOwnWithoutFontsOrScripts() throws IOException {
    for (Badge badge : badges.given()) {
      String svg = artwork.svg(badge, Language.AR);
      assertThat(svg).startsWith("<svg ").contains("<title>" + badge.name().ar()).doesNotContain("<text", "<script", "href");
      byte[] png = artwork.png(badge, Language.AR);
      assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(640);
      Files.write(Files.createDirectories(Path.of("target", "badges")).resolve(badge.key() + ".png"), png);
    }
    assertThat(badges.given().stream().map(badge -> artwork.svg(badge, Language.AR)).distinct().count()).isEqualTo(badges.given().size());
    Visit.Answer kept = new Visit(port).get("/badges/hours-100.svg?v=1&in=fr");
    assertThat(kept.header("Content-Type").orElse("")).startsWith("image/svg+xml");
    assertThat(kept.header("Cache-Control").orElse("")).contains("immutable");
    assertThat(new Visit(port).get("/badges/none.svg").status()).isEqualTo(404);
  }

  @Test
  void theFormWritesADraftThatOnlyAdministratorsSee() {
    AccountId admin = SignIn.administrator("مديرة الاختبار");
    Visit visit = Visit.as(port, admin);
    for (String language : List.of("ar", "fr", "en")) {
      assertThat(visit.reading(language).get("/administration/badges").status()).isEqualTo(200);
      assertThat(visit.get("/administration/badges/new").status()).isEqualTo(200);
      assertThat(visit.get("/administration/ramadan").status()).isEqualTo(200);
    }
    Visit.Answer bad = visit.post("/administration/badges", "kind", "badge", "key", "forest", "nameAr", "حارس الغابة", "wordsAr", "لمن حرس الغابة", "shape", "2",
        "tone", "sea", "symbol", "leaf", "rule-hours", "many");
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.page().select("input[name=nameAr]").val()).isEqualTo("حارس الغابة");
    assertThat(bad.page().select("input[name=rule-hours]").val()).isEqualTo("many");
    Visit.Answer good = visit.post("/administration/badges", "kind", "badge", "key", "forest", "nameAr", "حارس الغابة", "wordsAr", "لمن حرس الغابة", "shape", "2",
        "tone", "sea", "symbol", "leaf", "rule-hours", "12", "rule-hours-fields", "ENV", "keeps", "true");
    assertThat(good.status()).isEqualTo(303);
    assertThat(visit.get(good.leadsTo()).status()).isEqualTo(200);
    assertThat(visit.get(good.leadsTo() + "/draft").page().select("input[name=rule-hours]").val()).isEqualTo("12");
    assertThat(visit.get(good.leadsTo() + "/history").status()).isEqualTo(200);
    assertThat(new Visit(port).get("/badges/forest").status()).as("a draft is no badge yet").isEqualTo(404);
    AccountId volunteer = Someone.amina().volunteer();
    assertThat(Visit.as(port, volunteer).get(good.leadsTo()).status()).isEqualTo(404);
  }

  @Test
  void theBadgePageTellsItsRuleAndNoSmallNumber() {
    for (String language : List.of("ar", "fr", "en")) {
      Visit.Answer answer = new Visit(port).reading(language).get("/badges/five-wilayas");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.page().select("main").text()).contains("5");
    }
    assertThat(new Visit(port).get("/badges/five-wilayas").page().select("main").text()).contains("أقل من خمسة");
    assertThat(new Visit(port).get("/badges/active").status()).isEqualTo(200);
  }
}
