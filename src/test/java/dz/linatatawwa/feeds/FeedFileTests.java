package dz.linatatawwa.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.extension.Extension;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.reports.Scene;
import dz.linatatawwa.search.SearchKeeping;
import dz.linatatawwa.world.Ical;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.component.VEvent;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the platform gives to programs, as programs read it that are not ours. */
@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedFileTests {

  private static final String ODD = "نظافة <b>&\"' </script><script>alert(1)</script> ]]> \u202Eمقلوب";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Listings listings;
  @Autowired SearchKeeping keeping;

  Scene scene;
  OrganizationId other;
  OpportunityId far;
  OpportunityId odd;

  @BeforeAll
  void threeOpportunities() {
    scene = new Scene(db, listings);
    other = scene.organization("نادي الهضاب", "16", "1601");
    far = scene.opportunity(other, "تنظيف شاطئ سيدي فرج", "16", "1601");
    odd = scene.opportunity(scene.organization, ODD, "19", "1901");
    db.sql("update opportunities.opportunity set published_at = now() - interval '2 days' where id = :id").param("id", far.value()).update();
    keeping.bringOn();
  }

  private List<Item> items(String path) {
    return new RssReader().read(new ByteArrayInputStream(get(path).body().getBytes(StandardCharsets.UTF_8))).toList();
  }

  private Visit.Answer get(String path) {
    Visit.Answer answer = new Visit(port).get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer;
  }

  @ParameterizedTest
  @CsvSource({"atom, application/atom+xml", "rss, application/rss+xml"})
  void newOpportunitiesAreReadByAReaderThatIsNotOurs(String form, String type) {
    assertThat(get("/feeds/opportunities." + form).header("Content-Type").orElse("")).startsWith(type);
    List<Item> items = items("/feeds/opportunities." + form);
    assertThat(items).hasSize(3);
    Item last = items.getLast();
    assertThat(last.getTitle()).contains("تنظيف شاطئ سيدي فرج");
    assertThat(last.getLink().orElse("")).endsWith("/opportunities/" + far);
    assertThat(last.getGuid()).isEqualTo(last.getLink());
    assertThat(last.getPubDateZonedDateTime()).isPresent();
    assertThat(last.getDescription().orElse("")).contains("نغرس معا");
    assertThat(items).extracting(item -> item.getTitle().orElse("")).contains(ODD.replace("\u202E", ""));
    assertThat(items("/feeds/opportunities." + form + "?wilaya=16")).hasSize(1);
    assertThat(items("/feeds/opportunities." + form + "?organization=" + other)).hasSize(1);
    assertThat(items("/feeds/opportunities." + form + "?wilaya=19&field=ENV")).hasSize(2);
    assertThat(items("/feeds/opportunities." + form + "?field=HLT")).isEmpty();
    assertThat(items("/feeds/organizations." + form)).isNotEmpty();
  }

  @Test
  void aFeedIsConfirmedByItsTagAndItsLanguageSetsNoCookie() {
    Visit.Answer first = get("/feeds/opportunities.atom?lang=fr");
    assertThat(first.setCookies()).isEmpty();
    assertThat(first.body()).contains("xml:lang=\"fr\"", "Missions");
    assertThat(first.header("Cache-Control").orElse("")).contains("public");
    assertThat(new Visit(port).send("GET", "/feeds/opportunities.atom?lang=fr", new byte[0], "If-None-Match", first.header("ETag").orElseThrow()).status()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds/nothing.atom", "/feeds/opportunities.atom?organization=999999", "/feeds/opportunities.rss?organization=abc", "/feeds/opportunities.ics?organization=0", "/feeds/.atom",
      "/embed/opportunities?organization=99999999999999999999", "/sitemap-2.xml", "/sitemap-999999.xml"})
  void whatIsNotThereIsMissed(String path) {
    assertThat(new Visit(port).get(path).status()).isEqualTo(404);
  }

  @Test
  void shiftsOfAWilayaOrAnOrganisationAreACalendar() {
    List<VEvent> setif = Ical.events(get("/feeds/opportunities.ics?wilaya=19").body());
    assertThat(setif).hasSize(2).allSatisfy(event -> {
      assertThat(Ical.value(event, "STATUS")).isEqualTo("CONFIRMED");
      assertThat(Ical.value(event, "LOCATION")).contains("سطيف");
      assertThat(event.getComponentList().getAll()).as("no alarms of strangers").isEmpty();
    });
    assertThat(Ical.events(get("/feeds/opportunities.ics?organization=" + other).body())).extracting(event -> Ical.value(event, "SUMMARY")).containsExactly("تنظيف شاطئ سيدي فرج");
    assertThat(Ical.events(get("/feeds/opportunities.ics?wilaya=01").body())).isEmpty();
    assertThat(Ical.events(get("/feeds/opportunities.ics?wilaya=nonsense").body())).hasSizeGreaterThanOrEqualTo(3);
    assertThat(Ical.events(get("/opportunities/" + far + ".ics").body())).hasSize(1);
  }

  @Test
  void whatIsCalledOffStaysInTheCalendarAsCalledOffWithAHigherVersion() {
    OpportunityId off = scene.opportunity(scene.organization("جمعية الريح", "31", "3101"), "طائرات ورقية", "31", "3101");
    VEvent before = Ical.events(get("/feeds/opportunities.ics?wilaya=31").body()).getFirst();
    db.sql("update opportunities.shift set changed_at = changed_at - interval '1 minute' where opportunity_id = :id").param("id", off.value()).update();
    db.sql("update opportunities.opportunity set changed_at = changed_at - interval '1 minute' where id = :id").param("id", off.value()).update();
    long version = Long.parseLong(Ical.value(Ical.events(get("/feeds/opportunities.ics?wilaya=31").body()).getFirst(), "SEQUENCE"));
    db.sql("update opportunities.opportunity set state = 'cancelled', cancel_reason = 'ريح قوية' where id = :id").param("id", off.value()).update();
    VEvent after = Ical.events(get("/feeds/opportunities.ics?wilaya=31").body()).getFirst();
    assertThat(Ical.value(after, "UID")).isEqualTo(Ical.value(before, "UID"));
    assertThat(Ical.value(after, "STATUS")).isEqualTo("CANCELLED");
    assertThat(Long.parseLong(Ical.value(after, "SEQUENCE"))).isGreaterThan(version);
    db.sql("update opportunities.opportunity set state = 'withheld', withheld_from = 'cancelled', withheld_for = 'report' where id = :id").param("id", off.value()).update();
    assertThat(Ical.events(get("/feeds/opportunities.ics?wilaya=31").body())).as("what is withheld is in nobody's calendar").isEmpty();
  }

  @Test
  void aSeatThatIsTakenChangesNoCalendar() {
    String before = get("/feeds/opportunities.ics?organization=" + other).header("ETag").orElseThrow();
    db.sql("update opportunities.shift set taken = taken + 1 where opportunity_id = :id").param("id", far.value()).update();
    assertThat(get("/feeds/opportunities.ics?organization=" + other).header("ETag")).contains(before);
  }

  @Test
  void theMapOfTheSiteIsReadByACrawlerThatIsNotOurs() throws Exception {
    SiteMapIndex index = (SiteMapIndex) map("/sitemap.xml");
    List<String> all = new ArrayList<>();
    for (AbstractSiteMap part : index.getSitemaps()) {
      SiteMap read = (SiteMap) map(part.getUrl().getPath());
      assertThat(read.getSiteMapUrls()).hasSizeBetween(1, 50_000);
      for (SiteMapURL url : read.getSiteMapUrls()) {
        all.add(url.getUrl().getFile());
        assertThat(url.getAttributesForExtension(Extension.LINKS)).as("alternates of " + url.getUrl()).hasSize(4);
        if (url.getUrl().getPath().equals("/opportunities/" + far)) assertThat(url.getLastModified()).isNotNull();
      }
    }
    assertThat(all).doesNotHaveDuplicates().contains("/", "/opportunities", "/opportunities?lang=fr", "/opportunities/" + far, "/opportunities/" + far + "?lang=en", "/organizations/" + other);
    for (String path : List.of("/opportunities/" + far, "/opportunities/" + far + "?lang=fr", "/archive?lang=en", "/feeds", "/embed?lang=fr")) {
      assertThat(get(path).page().select("link[rel=canonical]").attr("href")).as("the page itself says the same").endsWith(path);
    }
  }

  private AbstractSiteMap map(String path) throws Exception {
    SiteMapParser parser = new SiteMapParser(true);
    parser.setStrictNamespace(true);
    parser.enableExtension(Extension.LINKS);
    return parser.parseSiteMap("application/xml", get(path).body().getBytes(StandardCharsets.UTF_8), URI.create("http://localhost:" + port + path).toURL());
  }

  @Test
  void robotsAreToldWhatIsForNobodyAndWhereTheMapIs() {
    String site = "http://localhost:" + port;
    SimpleRobotRules rules = new SimpleRobotRulesParser().parseContent(site + "/robots.txt", get("/robots.txt").body().getBytes(StandardCharsets.UTF_8), "text/plain", List.of("anybot"));
    assertThat(rules.getSitemaps()).containsExactly(site + "/sitemap.xml");
    for (String open : List.of("/", "/opportunities/1", "/organizations", "/archive/5", "/feeds", "/embed")) assertThat(rules.isAllowed(site + open)).as(open).isTrue();
    for (String shut : List.of("/desk", "/calendar/abc.ics", "/search?q=x", "/hours", "/api/session", "/embed/opportunities")) assertThat(rules.isAllowed(site + shut)).as(shut).isFalse();
  }

  @Test
  void pagesNameTheirFeeds() {
    assertThat(get("/organizations/" + other).page().select("a[rel~=alternate][type=application/atom+xml]").attr("href")).isEqualTo("/feeds/opportunities.atom?organization=" + other);
    Document follow = get("/feeds?wilaya=19&field=ENV").page();
    assertThat(follow.select("link[rel=alternate]").attr("href")).isEqualTo("/feeds/opportunities.atom?wilaya=19&field=ENV");
    assertThat(follow.select("#ics").val()).endsWith("/feeds/opportunities.ics?wilaya=19&field=ENV");
    assertThat(follow.select("a[href^=webcal:]").attr("href")).isEqualTo(follow.select("#ics").val().replaceFirst("^http", "webcal").replaceFirst("^webcals", "webcal"));
    for (Element link : follow.select("a[href^=/feeds/]")) assertThat(new Visit(port).get(link.attr("href")).status()).as(link.attr("href")).isEqualTo(200);
    assertThat(follow.select("form select")).hasSize(2);
  }

  @Test
  void onlyTheListForOtherSitesMayStandInTheirFrames() {
    Visit.Answer list = new Visit(port).send("GET", "/embed/opportunities?wilaya=19&lang=fr&theme=dark&rows=3", new byte[0], "Sec-Fetch-Dest", "iframe", "Sec-Fetch-Site", "cross-site");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.header("X-Frame-Options")).isEmpty();
    assertThat(list.header("Content-Security-Policy").orElse("")).contains("frame-ancestors *", "default-src 'none'").doesNotContain("script-src");
    assertThat(list.setCookies()).isEmpty();
    for (String path : List.of("/", "/embed", "/embed/opportunities.json", "/embed/opportunities/", "/opportunities", "/opportunities/" + far, "/feeds", "/search", "/nowhere")) {
      Visit.Answer answer = new Visit(port).get(path);
      assertThat(answer.header("X-Frame-Options")).as(path).contains("DENY");
      assertThat(answer.header("Content-Security-Policy").orElse("")).as(path).contains("frame-ancestors 'none'");
    }
  }

  @Test
  void theListForOtherSitesIsSmallHasNoScriptsAndOpensPagesOfItsOwn() {
    Document page = get("/embed/opportunities?wilaya=19&lang=ar").page();
    assertThat(page.select("script, form, iframe, img, [style], [onclick]")).isEmpty();
    assertThat(page.select("a")).hasSize(3).allSatisfy(link -> {
      assertThat(link.attr("target")).isEqualTo("_blank");
      assertThat(link.attr("rel")).contains("noopener");
      assertThat(link.attr("href")).startsWith("http://localhost:" + port + "/opportunities");
    });
    assertThat(page.outerHtml().getBytes(StandardCharsets.UTF_8).length).isLessThan(4096);
    assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
    assertThat(page.body().text()).contains("</script>");
    assertThat(get("/embed/opportunities?wilaya=01").page().select(".none")).hasSize(1);
    assertThat(get("/embed/opportunities?rows=9999&theme=%22%3E&wilaya=%00x&field=zzz").page().select("html").hasClass("auto")).isTrue();
  }

  @Test
  void theSameAsJsonIsForAnyPageOfAnySite() {
    Visit.Answer answer = get("/embed/opportunities.json?organization=" + other + "&lang=fr");
    assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.body()).contains("\"total\":1", "\"page\":\"http://localhost:" + port + "/opportunities/" + far + "?lang=fr\"", "\"wilaya\":\"16\"");
    assertThat(get("/api/session").header("Access-Control-Allow-Origin")).as("nothing else is").isEmpty();
  }

  @Test
  void theSnippetIsMadeForWhatWasChosen() {
    String snippet = get("/embed?organization=" + other + "&speaks=fr&theme=dark&rows=10").page().select("pre code").text();
    assertThat(snippet).contains("src=\"http://localhost:" + port + "/embed/opportunities?organization=" + other + "&amp;lang=fr&amp;theme=dark&amp;rows=10\"", "sandbox=\"allow-popups", "title=");
    String address = org.jsoup.Jsoup.parse(snippet).select("iframe").attr("src").replaceFirst("^http://[^/]+", "");
    assertThat(get(address).page().select("html").attr("lang")).isEqualTo("fr-DZ");
  }
}
