package dz.linatatawwa.api;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.programmes.Programmes;
import dz.linatatawwa.rewards.Benefits;
import dz.linatatawwa.rewards.Offers;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the page for developers shows can be copied, and runs. */
@WorldTest
class DeveloperPageTests {

  /** What each example must print. */
  private static final Map<String, String> PRINTS = Map.ofEntries(Map.entry("first", "\"items\":["), Map.entry("key", "\"prefix\":\"ltk_"), Map.entry("draft", "\"state\":\"draft\""),
      Map.entry("shift", "\"begins\":\"08:30\""), Map.entry("publish", "\"state\":\"published\""), Map.entry("change", "en famille"), Map.entry("applications", "\"items\":["),
      Map.entry("paging", "rel=\"next\""), Map.entry("unchanged", "304"), Map.entry("problem", "/developers/problems/key-needed"), Map.entry("limits", "\"network\";q="),
      Map.entry("redeem", "\"outcome\":\"redeemed\""), Map.entry("redemptions", "\"items\":[{\"at\""), Map.entry("programmes", "\"items\":[{\"id\""));
  /** Those that a partner's key runs. */
  private static final Set<String> OF_PARTNERS = Set.of("redeem", "redemptions", "programmes");

  @Autowired ApiKeys keys;
  @Autowired Offers offers;
  @Autowired Benefits benefits;
  @Autowired Programmes programmes;
  @LocalServerPort int port;

  @Test
  void eachExampleOfThePageRunsAsItStands() throws Exception {
    KeyedBody body = new KeyedBody(JdbcClient.create(TestDatabase.one()), keys);
    String secret = body.key(KeyScope.of(body.itself()).toArray(KeyScope[]::new)).secret();
    Map<String, String> examples = examples(new Visit(port).reading("ar").get("/developers").page());
    assertThat(examples.keySet()).isEqualTo(PRINTS.keySet());
    KeyedPartner partner = new KeyedPartner(keys);
    partner.programme(programmes);
    String till = partner.key(KeyScope.of(partner.itself()).toArray(KeyScope[]::new)).secret();
    StringBuilder script = new StringBuilder("SITE=http://localhost:" + port + "\nCODE=" + partner.code(offers, benefits) + "\n");
    examples.forEach((name, text) -> script.append("KEY=").append(OF_PARTNERS.contains(name) ? till : secret).append("\necho '##").append(name).append("'\n").append(text).append("\necho\n"));
    Map<String, String> printed = run(script.toString());
    PRINTS.forEach((name, print) -> assertThat(printed.get(name)).as(name + ": " + examples.get(name)).contains(print));
  }

  @Test
  void thePageIsTheSameInEachLanguageAndWideCodeDoesNotWidenIt() {
    Map<String, String> arabic = examples(new Visit(port).reading("ar").get("/developers").page());
    for (String language : List.of("fr", "en")) assertThat(examples(new Visit(port).reading(language).get("/developers").page())).isEqualTo(arabic);
    Document page = new Visit(port).reading("ar").get("/developers").page();
    assertThat(page.select("pre")).allSatisfy(pre -> assertThat(pre.attr("dir") + pre.attr("tabindex")).isEqualTo("ltr0"));
    assertThat(page.select("a[href=/api/openapi.json]")).isNotEmpty();
    String webhooks = page.select("main a[href=/developers/webhooks]").attr("href");
    assertThat(new Visit(port).get(webhooks).status()).isEqualTo(200);
    for (KeyScope scope : KeyScope.values()) assertThat(page.text()).contains(scope.code());
  }

  private static Map<String, String> examples(Document page) {
    Map<String, String> examples = new LinkedHashMap<>();
    for (Element code : page.select("code[data-example]")) examples.put(code.attr("data-example"), code.wholeText());
    return examples;
  }

  /** What was printed after each mark. */
  private static Map<String, String> run(String script) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
    String all = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(all).isZero();
    Map<String, String> printed = new LinkedHashMap<>();
    for (String part : all.split("##")) if (!part.isBlank()) printed.put(part.lines().findFirst().orElse("").strip(), part);
    return printed;
  }
}
