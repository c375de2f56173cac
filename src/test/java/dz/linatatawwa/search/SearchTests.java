package dz.linatatawwa.search;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.reports.Scene;
import dz.linatatawwa.site.FindableChanged;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One box over all kinds: what is found, what is not, and that the table says what the rooms say. */
@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Listings listings;
  @Autowired SearchOverAll search;
  @Autowired SearchKeeping keeping;
  @Autowired ApplicationEventPublisher events;

  Scene scene;
  long idea;

  @BeforeAll
  void oneOfEach() {
    scene = new Scene(db, listings);
    db.sql("update organizations.organization set name_fr = 'Association Es-Sanabel', about = 'نعمل في الأحياء' where id = :id").param("id", scene.organization.value()).update();
    db.sql("""
        insert into opportunities.campaign (organization_id, title, aim, starts_on, ends_on, state, published_at)
        values (:id, 'حملة الزيتون الكبرى', 'ألف شجرة في سطيف', current_date, current_date + 20, 'published', now())
        """).param("id", scene.organization.value()).update();
    idea = db.sql("""
        insert into ideas.idea (kind, title, about, field_code, wilaya_code, commune_code, author_id, state_since, title_words, words, made_at, changed_at)
        values ('initiative', 'حديقة زيتون في كل مدرسة', 'يغرسها التلاميذ', 'ENV', '19', '1901', :author, now(), '', '', now(), now()) returning id
        """).param("author", SignIn.account("أمينة صاحبة الفكرة").value()).query(Long.class).single();
    long training = db.sql("""
        insert into trainings.training (organization_id, name_ar, name_fr, name_en, about_ar, field_code, minutes, state, state_since, made_at, made_by)
        values (:id, 'تقليم أشجار الزيتون', 'Taille des oliviers', 'Pruning olive trees', 'كيف تُقلّم الشجرة في الشتاء', 'ENV', 120, 'open', now(), now(), :by) returning id
        """).param("id", scene.organization.value()).param("by", scene.owner.value()).query(Long.class).single();
    db.sql("""
        insert into trainings.session (training_id, starts_at, ends_at, wilaya_code, commune_code, trainer, capacity)
        values (:id, now() + interval '3 days', now() + interval '3 days 2 hours', '19', '1901', 'مدربة', 10)
        """).param("id", training).update();
    operation("غرس الزيتون في جبل مقرس", "2019-12-05");
    keeping.bringOn();
  }

  private void operation(String title, String day) {
    db.sql("""
        with o as (insert into archive.operation (title, about, first_day, last_day, precision, wilaya_code, commune_code, organization_name, field_code, source, state, state_since, made_at, changed_at)
          values (:title, 'خرجنا صباحا', :day::date, :day::date, 'day', '19', '1901', 'كشافة الحي', 'ENV', 'form', 'published', now(), now(), now()) returning *)
        insert into archive.listing (operation_id, first_day, last_day, wilaya_code, commune_code, field_code, people, minutes, grade, pictures, words, twins, published_at)
        select id, first_day, last_day, wilaya_code, commune_code, field_code, 0, 0, 'E', false, '', '{}', state_since from o
        """).param("title", title).param("day", day).update();
  }

  @Test
  void oneWordFindsEveryKind() {
    Document page = visit("/search?q=" + encoded("زيتون"));
    assertThat(page.select("section.search-group").eachAttr("aria-labelledby")).containsExactly("opportunity", "campaign", "training", "idea", "operation");
    assertThat(page.select(".search-hit a").eachAttr("href")).contains("/opportunities/" + scene.opportunity, "/ideas/" + idea);
    assertThat(page.select(".search-facts").text()).contains("2019").contains("جمعية السنابل").contains("سطيف");
    assertThat(page.select("h1")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"سطيف, opportunity", "Setif, opportunity", "Sétif, organization", "SETIF زيتون, idea", "الأَشجار, opportunity", "oliviers, training", "olive, training", "sanabel, organization",
      "السنابل, organization", "زيت, campaign", "كشافة, operation", "المدارس, idea"})
  void lettersMarksScriptsBeginningsAndPluralsDoNotMatter(String typed, String kind) {
    assertThat(found(typed, kind)).as(typed).isPositive();
  }

  @Test
  void aSmallSlipIsPutRight() {
    Results results = search.find("oliviars", "", null);
    assertThat(results.instead()).isTrue();
    assertThat(results.meant()).isEqualToIgnoringCase("oliviers");
    assertThat(results.total()).isPositive();
    assertThat(visit("/search?q=oliviars").select(".opportunities-meant").text()).contains("oliviers");
  }

  @Test
  void aTabShowsOneKindAndStandsInTheAddress() {
    Document page = visit("/search?q=" + encoded("زيتون") + "&kind=training");
    assertThat(page.select("section.search-group")).isEmpty();
    assertThat(page.select(".search-hit a").eachAttr("href")).hasSize(1).first().asString().startsWith("/trainings/");
    assertThat(page.select("nav.tabs a[aria-current=page]").attr("href")).contains("kind=training");
    assertThat(page.select("input[name=kind]").val()).isEqualTo("training");
  }

  @Test
  void aLongListGoesOnBehindTheLastLineAndSkipsAndRepeatsNothing() {
    for (int i = 0; i < 45; i++) operation("تنظيف الشاطئ رقم " + i, "2018-07-" + "%02d".formatted(1 + i % 28));
    keeping.bringOn();
    Set<Long> seen = new HashSet<>();
    Results.Place after = null;
    int pages = 0;
    do {
      Results results = search.find("الشاطئ", "operation", after);
      results.page().forEach(hit -> assertThat(seen.add(hit.id())).isTrue());
      after = results.next();
      pages++;
    } while (after != null);
    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(45);
  }

  @Test
  void whatNobodyMaySeeIsNotFoundAndComesBackWhenItIsSeenAgain() {
    OpportunityId hidden = scene.opportunity(scene.organization, "قنفذ البحر المختبئ", "19", "1901");
    keeping.bringOn();
    assertThat(found("قنفذ", "opportunity")).isEqualTo(1);
    db.sql("update opportunities.opportunity set state = 'withheld', withheld_from = 'published', withheld_for = 'report' where id = :id").param("id", hidden.value()).update();
    listings.refresh(List.of(hidden));
    keeping.bringOn();
    assertThat(found("قنفذ", "opportunity")).isZero();
    db.sql("update opportunities.opportunity set state = 'published', withheld_from = null, withheld_for = null where id = :id").param("id", hidden.value()).update();
    listings.refresh(List.of(hidden));
    keeping.bringOn();
    assertThat(found("قنفذ", "opportunity")).isEqualTo(1);
    db.sql("update ideas.idea set withdrawn_at = now() where id = :id").param("id", idea).update();
    keeping.bringOn();
    assertThat(found("مدرسة", "idea")).isZero();
    db.sql("update ideas.idea set withdrawn_at = null where id = :id").param("id", idea).update();
    keeping.bringOn();
  }

  @Test
  void aSuspendedOrganisationAndWhatItOffersAreGone() {
    OrganizationId body = scene.organization("نادي اليمامة للطيران", "16", "1601");
    scene.opportunity(body, "يمامة فوق المدينة", "16", "1601");
    keeping.bringOn();
    assertThat(search.find("يمامة", "", null).total()).isEqualTo(2);
    db.sql("update organizations.organization set state = 'suspended' where id = :id").param("id", body.value()).update();
    listings.refreshOf(body.value());
    keeping.bringOn();
    assertThat(search.find("يمامة", "", null).total()).isZero();
  }

  @Test
  void theTableSaysWhatTheRoomsSay() {
    keeping.bringOn();
    assertThat(keeping.rebuild()).as("rows that were not as their room says").isZero();
    long number = db.sql("select no from search.findable where kind = 'idea' and id = :id").param("id", idea).query(Long.class).single();
    db.sql("update search.findable set title_ar = 'كذب' where kind = 'idea'").update();
    db.sql("insert into search.findable (kind, id, path, title_ar, since, changed_at, titled, words) values ('idea', 999999, '/ideas/999999', 'شبح', now(), now(), '', '')").update();
    db.sql("delete from search.findable where kind = 'campaign'").update();
    assertThat(keeping.rebuild()).as("what was tampered with is mended").isEqualTo(3);
    assertThat(keeping.rebuild()).isZero();
    assertThat(db.sql("select no from search.findable where kind = 'idea' and id = :id").param("id", idea).query(Long.class).single()).as("a thing keeps its number").isEqualTo(number);
    assertThat(new SearchCommand(keeping).run(List.of("rebuild"))).isZero();
    assertThat(new SearchCommand(keeping).run(List.of())).isEqualTo(2);
  }

  @Test
  void manyWhoBringOnAtOnceLeaveTheNewestState() throws Exception {
    OpportunityId busy = scene.opportunity(scene.organization, "خلية النحل صفر", "19", "1901");
    List<Callable<Integer>> deeds = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      String title = "خلية النحل " + i;
      deeds.add(() -> {
        for (int again = 0; again < 5; again++) {
          db.sql("update opportunities.opportunity set title = :title where id = :id").param("title", title + " " + again).param("id", busy.value()).update();
          keeping.bringOn();
        }
        return 0;
      });
    }
    try (var threads = Executors.newFixedThreadPool(deeds.size())) {
      for (var done : threads.invokeAll(deeds)) done.get();
    }
    keeping.bringOn();
    assertThat(db.sql("select title_ar from search.findable where kind = 'opportunity' and id = :id").param("id", busy.value()).query(String.class).single())
        .isEqualTo(db.sql("select title from opportunities.opportunity where id = :id").param("id", busy.value()).query(String.class).single());
    assertThat(db.sql("select count(*) from search.heard").query(Long.class).single()).isZero();
  }

  @Test
  void aRoomWithoutTriggersSaysItByAnEvent() {
    db.sql("delete from search.findable where kind = 'idea' and id = :id").param("id", idea).update();
    events.publishEvent(new FindableChanged("idea", idea));
    assertThat(keeping.bringOn()).isEqualTo(1);
    assertThat(found("مدرسة", "idea")).isEqualTo(1);
  }

  @Test
  void seatsThatAreTakenAreNotHeard() {
    keeping.bringOn();
    db.sql("update opportunities.shift set taken = taken + 1 where opportunity_id = :id").param("id", scene.opportunity.value()).update();
    assertThat(db.sql("select count(*) from search.heard").query(Long.class).single()).isZero();
  }

  @Test
  void wordsOfWhatWasTakenBackAreForgotten() {
    db.sql("insert into search.word (word, shown, keys) values ('شتيمة', 'شتيمة', '{}')").update();
    keeping.sweep();
    assertThat(db.sql("select count(*) from search.word where word = 'شتيمة'").query(Long.class).single()).isZero();
    assertThat(db.sql("select count(*) from search.word").query(Long.class).single()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%20", "%D9%80", "'", "%27%20%26%20%21%3A*", "a%00b", "%E2%80%AE", "%3Cscript%3E", "&kind=nothing", "x&after=1-99999999999999999-1", "x&after=nonsense", "x&kind=idea&after=0-1-1",
      "the+and+of", "%F0%9F%8C%B3"})
  void nonsenseIsAPageToo(String query) {
    Visit.Answer answer = new Visit(port).get("/search?q=" + query);
    assertThat(answer.status()).isIn(200, 400);
    assertThat(answer.body()).doesNotContain("<script>");
  }

  @Test
  void nothingFoundSaysWhatToTry() {
    Document page = visit("/search?q=" + "qqqqzzzz".repeat(40));
    assertThat(page.select(".empty")).hasSize(1);
    assertThat(page.select("nav .chips a").eachAttr("href")).contains("/opportunities", "/archive", "/ideas");
    assertThat(page.select("nav.tabs")).isEmpty();
  }

  private int found(String typed, String kind) {
    Results results = search.find(typed, kind, null);
    assertThat(results.instead()).as("found as typed").isFalse();
    return results.groups().stream().filter(group -> group.kind().equals(kind)).mapToInt(Results.Group::total).sum();
  }

  private Document visit(String path) {
    Visit.Answer answer = new Visit(port).get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.page();
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
