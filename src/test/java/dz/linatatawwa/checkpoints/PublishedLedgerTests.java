package dz.linatatawwa.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class PublishedLedgerTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired DataSource source;
  @Autowired Looks looks;
  @Autowired Checkpoints checkpoints;
  Lines lines;

  @BeforeEach
  void people() {
    lines = new Lines(db, source);
  }

  @Test
  void beforeTheFirstEntryThereIsAPageAndNothingElse() {
    if (checkpoints.newest().isPresent()) return;
    assertThat(new Visit(port).get("/ledger").page().select(".empty")).hasSize(1);
    for (String path : List.of("/ledger/checkpoint", "/ledger/key", "/ledger/tile/0/000", "/ledger/tile/0/000.p/1")) {
      assertThat(new Visit(port).get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void everybodyGetsTheCheckpointTheKeyAndTheTilesAndNobodyAnEntry() throws Exception {
    lines.write(300);
    looks.whole(so -> {});
    long size = checkpoints.newest().orElseThrow().size();
    Visit.Answer checkpoint = new Visit(port).get("/ledger/checkpoint");
    assertThat(checkpoint.body()).isEqualTo(checkpoints.note().orElseThrow());
    assertThat(checkpoint.header("Content-Type")).hasValue("text/plain;charset=UTF-8");
    assertThat(new Visit(port).get("/ledger/checkpoint/" + size).body()).isEqualTo(checkpoint.body());
    SignedNote note = SignedNote.read(checkpoint.body()).orElseThrow();
    assertThat(note.signedBy(VerifierKey.read(new Visit(port).get("/ledger/key").body()).orElseThrow())).isTrue();
    HttpResponse<byte[]> full = bytes("/ledger/tile/0/000");
    assertThat(full.body()).hasSize(256 * 32);
    assertThat(full.headers().firstValue("Cache-Control").orElse("")).contains("public", "immutable");
    assertThat(bytes("/ledger/tile/0/001.p/" + (size - 256)).body()).hasSize((int) (size - 256) * 32);
    assertThat(bytes("/ledger/tile/0/001.p/7").body()).as("of an earlier size").hasSize(7 * 32);
    assertThat(bytes("/ledger/tile/1/000.p/1").body()).as("the root of the first tile").isEqualTo(Tile.over(full.body(), 0, Tile.HEIGHT));
    for (String path : List.of("/ledger/tile/0/001", "/ledger/tile/0/001.p/256", "/ledger/tile/0/001.p/0", "/ledger/tile/0/001.p/01", "/ledger/tile/0/1", "/ledger/tile/8/000",
        "/ledger/tile/1/000", "/ledger/tile/0/x001/000", "/ledger/tile/0/", "/ledger/tile/entries/000", "/ledger/tile/0/999999999999999999999", "/ledger/checkpoint/" + (size + 1))) {
      assertThat(new Visit(port).get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void theReceiptSaysWhereTheEntryStandsAndGivesItsProofToItsPersonAlone() {
    long entry = lines.write(lines.volunteer);
    Visit amina = Visit.as(port, new AccountId(lines.volunteer));
    assertThat(amina.get("/hours/entries/" + entry).page().select(".checkpoints-proof").text()).contains("لم يأخذ هذا القيد مكانه");
    assertThat(amina.get("/hours/entries/" + entry + "/proof").status()).isEqualTo(404);
    looks.whole(so -> {});
    var receipt = amina.get("/hours/entries/" + entry).page();
    assertThat(receipt.select(".checkpoints-proof").text()).contains("نقطة التحقق الموقّعة");
    Visit.Answer proof = amina.get(receipt.select(".checkpoints-proof a[href$=/proof]").attr("href"));
    assertThat(proof.header("Content-Disposition")).hasValue("attachment; filename=\"linatatawwa-" + entry + ".tlog-proof\"");
    assertThat(proof.header("Cache-Control").orElse("")).contains("private", "no-store");
    assertThat(proof.body()).isEqualTo(checkpoints.inclusion(new AccountId(lines.volunteer), entry).orElseThrow().proof());
    assertThat(Visit.as(port, new AccountId(lines.settler)).get("/hours/entries/" + entry + "/proof").status()).isEqualTo(404);
    assertThat(new Visit(port).get("/hours/entries/" + entry + "/proof").leadsTo()).startsWith("/sign-in");
    assertThat(amina.get("/hours/entries/" + entry + "?print=1").page().select(".checkpoints-proof a")).isEmpty();
  }

  @Test
  void thePageShowsTheNewestCheckpointInEveryLanguage() {
    lines.write(1);
    looks.whole(so -> {});
    for (String language : List.of("ar", "fr", "en")) {
      var page = new Visit(port).reading(language).get("/ledger").page();
      assertThat(page.select("pre").first().wholeText()).isEqualTo(checkpoints.note().orElseThrow().stripTrailing() + "\n");
      assertThat(page.select(".checkpoints-older li")).isNotEmpty();
    }
    assertThat(new Visit(port).get("/ledger?page=0").status()).isEqualTo(404);
    assertThat(new Visit(port).get("/ledger?page=99").status()).isIn(200, 404);
  }

  private HttpResponse<byte[]> bytes(String path) throws Exception {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
