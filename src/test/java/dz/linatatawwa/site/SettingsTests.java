package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an administrator may set. */
@WorldTest
class SettingsTests {

  @LocalServerPort int port;
  @Autowired List<SettingList> rooms;

  @Test
  void thePageNamesEverySettingOfEveryRoomInEveryLanguage() {
    List<String> keys = rooms.stream().flatMap(room -> room.settings().stream()).<String>map(Setting::key).toList();
    assertThat(keys).hasSizeGreaterThan(5);
    for (String language : List.of("ar", "fr", "en")) {
      Visit.Answer answer = Visit.as(port, SignIn.administrator("Nadia")).reading(language).get("/settings");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.page().select("main input[name=value]").eachAttr("id")).containsExactlyInAnyOrderElementsOf(keys);
    }
  }

  @Test
  void aLineTakesNoLettersThatSteer() {
    Visit nadia = Visit.as(port, SignIn.administrator("Nadia"));
    for (String odd : List.of("\u0000", "CC\nBY", "CC\u001bBY")) {
      Visit.Answer answer = nadia.post("/settings/releases.licence.name", "value", odd);
      assertThat(answer.status()).as(odd).isEqualTo(422);
    }
  }
}
