package dz.linatatawwa.home;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.demo.SmallCountry;
import dz.linatatawwa.statistics.NationalNumbers;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.sql.SQLException;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class FrontPageTests {

  @Autowired ApplicationContext rooms;
  @Autowired NationalNumbers figures;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void everybodyReadsItInThreeLanguagesWithoutACookie() {
    for (String language : List.of("ar", "fr", "en")) {
      Visit.Answer answer = new Visit(port).reading(language).get("/");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.setCookies()).isEmpty();
      Element whole = answer.page().selectFirst("html");
      assertThat(whole.attr("lang")).startsWith(language);
      assertThat(whole.attr("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
      assertThat(answer.page().select("h1")).hasSize(1);
    }
  }

  @Test
  void withoutOpportunitiesItSaysWhatToDoNext() {
    Document page = new Visit(port).get("/").page();
    assertThat(page.select(".home-part a[href=/organizations/new]")).isNotEmpty();
    assertThat(page.select(".home-doors a[href=/join]")).isNotEmpty();
  }

  @Test
  void theSearchLeadsToTheListWithWhatWasChosen() {
    Element form = new Visit(port).get("/").page().selectFirst("form.home-search");
    assertThat(form.attr("action")).isEqualTo("/opportunities");
    assertThat(form.attr("method")).isEqualTo("get");
    assertThat(form.select("select[name=wilaya] option[value=16]")).hasSize(1);
    assertThat(form.select("select[name=wilaya] option")).hasSize(70);
    assertThat(form.select("select[name=field] option[value=ENV]")).hasSize(1);
    Visit.Answer list = new Visit(port).get("/opportunities?q=abc&wilaya=16&field=ENV");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.page().select("input[name=q]").val()).isEqualTo("abc");
    assertThat(new Visit(port).get("/opportunities?q=&wilaya=&field=").status()).isEqualTo(200);
    assertThat(new Visit(port).get("/opportunities?view=map").page().select(".map path[class^=map-shade-]")).hasSize(69);
  }

  @Test
  void onesOwnDeskNeedsSignIn() {
    Visit.Answer turnedAway = new Visit(port).get("/desk");
    assertThat(turnedAway.status()).isEqualTo(303);
    assertThat(turnedAway.leadsTo()).startsWith("/sign-in?to=").contains("desk");
    assertThat(Visit.as(port, Someone.karim().volunteer()).get("/desk").status()).isEqualTo(200);
    assertThat(Visit.as(port, SignIn.account("سمير بن علي")).get("/desk").page().select("a[href=/join]")).isNotEmpty();
  }

  @Nested
  class InACountryThatVolunteers {

    @Test
    void itShowsWhatIsNeededAndTheHoursAndIsWithoutFaultOnAPhone() throws SQLException {
      SmallCountry.fill(rooms, 7);
      campaign("حملة بعيدة", 30, "published");
      campaign("حملة التشجير القادمة", 3, "published");
      campaign("مسودة", 1, "draft");
      Document page = new Visit(port).get("/").page();
      assertThat(page.select(".home-part .cards article")).hasSize(6);
      for (Element link : page.select(".home-part .card-title a")) assertThat(new Visit(port).get(link.attr("href")).status()).isEqualTo(200);
      assertThat(page.select(".home-country .home-big b").text().replaceAll("\\D", "")).isEqualTo(Long.toString(figures.now().minutes() / 60));
      assertThat(page.select("a[href^=/campaigns/]").eachText()).containsExactly("حملة التشجير القادمة");
      assertThat(new Visit(port).get(page.select("a[href^=/campaigns/]").attr("href")).status()).isEqualTo(200);
      for (String locale : List.of("ar-DZ", "fr-DZ")) looksRight(locale);
    }

    private void campaign(String title, int inDays, String state) {
      db.sql("""
          insert into opportunities.campaign (organization_id, title, aim, starts_on, ends_on, state)
          select min(id), :title, 'ألف شجرة في أسبوع', current_date + :days, current_date + :days + 7, :state
          from organizations.organization where state = 'verified'""").param("title", title).param("days", inDays).param("state", state).update();
    }

    private void looksRight(String locale) {
      try (var phone = Browser.phone(locale)) {
        var page = phone.newPage();
        page.navigate("http://localhost:" + port + "/");
        Browser.screenshot(page, "front-" + locale);
        Axe.findsNothing(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        assertThat(phone.cookies()).isEmpty();
      }
    }
  }
}
