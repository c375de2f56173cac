package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class ConfirmedDeedTests {

  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void aDangerousDeedWithoutScriptsIsAskedAboutOnAPageFirst() {
    AccountId amina = SignIn.account("Amina");
    SignIn.as(amina);
    Visit visit = Visit.as(port, amina).reading("fr");
    var form = visit.get("/sessions?lang=fr").page().select("form[action=/sessions/others/end]").first();
    String question = form.select("input[name=_confirm]").val();
    assertThat(question).isEqualTo(form.attr("data-confirm")).isNotBlank();

    Visit.Answer asked = visit.post("/sessions/others/end", "_confirm", question, "_yes", form.select("input[name=_yes]").val(), "more", "kept <b>");
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.page().select("main").text().replace('\u00a0', ' ')).contains(question.replace('\u00a0', ' '));
    assertThat(sessions(amina)).as("nothing is done yet").isEqualTo(2);
    var sure = asked.page().select("main form").first();
    assertThat(sure.attr("action")).isEqualTo("/sessions/others/end");
    assertThat(sure.select("input[name=more]").val()).isEqualTo("kept <b>");
    assertThat(sure.select("input[name=_confirm]")).isEmpty();
    assertThat(visit.post(sure.attr("action"), "more", "kept").status()).isEqualTo(303);
    assertThat(sessions(amina)).isEqualTo(1);
  }

  @Test
  void theQuestionIsAskedOnlyOfFormsOfOurs() {
    assertThat(new Visit(port).postBare("/sessions/others/end", "_confirm=Really").status()).isEqualTo(403);
    assertThat(new Visit(port).get("/are-you-sure").status()).isEqualTo(404);
  }

  @Test
  void sharedLinksAndPicturesAreWholeAddressesOfThePlatformThatWasAsked() {
    String here = "http://localhost:" + port;
    var page = new Visit(port).get("/opportunities").page();
    assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(here + "/opportunities");
    assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo(here + "/opportunities");
  }

  private long sessions(AccountId person) {
    return db.sql("select count(*) from accounts.session where account_id = :person and ended_at is null").param("person", person.value()).query(Long.class).single();
  }
}
