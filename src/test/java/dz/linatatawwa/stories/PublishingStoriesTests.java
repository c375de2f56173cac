package dz.linatatawwa.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the media cell's desk to everybody's eyes, and back. */
@WorldTest
class PublishingStoriesTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired StoryDesk desk;
  @Autowired Stories stories;
  @Autowired MediaCell cell;
  @Autowired Audit audit;
  StoryScene scene;
  Visit media;

  @BeforeEach
  void people() {
    scene = new StoryScene(db, desk);
    media = Visit.as(port, scene.editor);
  }

  @Test
  void aDraftIsWrittenLookedAtPublishedTakenBackAndBroughtBack() {
    Visit.Answer written = media.post("/media/stories", form("titleAr", "ألف شجرة في سطيف", "bodyAr", "غرس **ثلاثون** متطوعًا.", "wilaya", "19", "field", "ENV"));
    assertThat(written.status()).isEqualTo(303);
    StoryId id = new StoryId(Long.parseLong(written.leadsTo().replaceAll("^/media/stories/(\\d+).*$", "$1")));
    assertThat(new Visit(port).get(id.path()).status()).isEqualTo(404);
    assertThat(media.get(id.deskPath() + "/preview").page().select(".stories-text strong").text()).isEqualTo("ثلاثون");
    assertThat(media.post(id.deskPath() + "/publication").leadsTo()).isEqualTo(id.deskPath());
    assertThat(new Visit(port).get(id.path()).page().select("h1").text()).isEqualTo("ألف شجرة في سطيف");
    assertThat(new Visit(port).get("/stories").body()).contains("ألف شجرة في سطيف");
    media.post(id.deskPath() + "/withdrawal");
    assertThat(new Visit(port).get(id.path()).status()).isEqualTo(404);
    assertThat(new Visit(port).get("/stories").body()).doesNotContain("ألف شجرة في سطيف");
    media.post(id.deskPath() + "/return");
    assertThat(new Visit(port).get(id.path()).status()).isEqualTo(200);
    assertThat(audit.of("story", id.toString())).extracting(line -> line.deed()).contains("story.published", "story.taken-back", "story.brought-back");
  }

  @Test
  void itIsPublishedAtItsHourAndNotBefore() {
    StoryId id = scene.draft(StoryKind.NEWS, "افتتاح الأسبوع الوطني للتطوع");
    String tomorrow = LocalDate.now(java.time.ZoneId.of("Africa/Algiers")).plusDays(1).toString();
    assertThat(media.post(id.deskPath() + "/publication", "day", tomorrow, "hour", "08:30").status()).isEqualTo(303);
    assertThat(desk.find(id).state(Instant.now())).isEqualTo(StoryState.SCHEDULED);
    assertThat(new Visit(port).get(id.path()).status()).isEqualTo(404);
    assertThat(stories.newest(100)).noneMatch(story -> story.id().equals(id));
    try {
      TestClock.one().goAhead(Duration.ofDays(2));
      assertThat(stories.shown(id)).isPresent();
      assertThat(stories.newest(100)).anyMatch(story -> story.id().equals(id));
    } finally {
      TestClock.one().back();
    }
    for (String day : List.of("2026-13-40", "غدا", "9999-01-01", "1990-01-01")) {
      Visit.Answer wrong = media.post(id.deskPath() + "/publication", "day", day, "hour", "08:30");
      assertThat(wrong.status()).as(day).isEqualTo(422);
      assertThat(wrong.page().select("#day").val()).isEqualTo(day);
    }
    assertThat(scene.publish(id, Instant.now().plus(Duration.ofDays(400)))).containsExactly("stories.lack.time");
  }

  @Test
  void whatLacksArabicOrIsHalfAnotherLanguageIsNotPublished() {
    StoryId empty = desk.begin(scene.editor, new StoryDraft(StoryKind.NEWS, null, null, new StoryWords(new StoryText("عنوان فقط", "", ""), new StoryText("Titre", "", ""), StoryText.NONE)));
    assertThat(scene.publish(empty, Instant.EPOCH)).containsExactly("stories.lack.arabic", "stories.lack.french");
    assertThat(media.post(empty.deskPath() + "/publication").status()).isEqualTo(422);
    assertThat(new Visit(port).get(empty.path()).status()).isEqualTo(404);
  }

  @Test
  void whatDoesNotFitComesBackWithItsReasonAndWhatWasTyped() {
    for (String[] wrong : new String[][] {{"titleAr", ""}, {"titleAr", "اب"}, {"titleAr", "ت".repeat(161)}, {"titleAr", "خبر \u202egnp.exe"}, {"bodyAr", "ن".repeat(20_001)}, {"summaryFr", "x".repeat(301)},
        {"wilaya", "99"}, {"field", "XXX"}, {"kind", "other"}}) {
      Visit.Answer answer = media.post("/media/stories", form(wrong[0], wrong[1], "bodyEn", "Kept words"));
      assertThat(answer.status()).as(wrong[0]).isEqualTo(422);
      assertThat(answer.page().select("#" + wrong[0] + "-problem")).as(wrong[0]).hasSize(1);
      assertThat(answer.page().select("[name=bodyEn]").val()).isEqualTo("Kept words");
    }
  }

  @Test
  void readersReadTheirLanguageOrArabic() {
    StoryId id = desk.begin(scene.editor, new StoryDraft(StoryKind.NEWS, null, null, new StoryWords(new StoryText("حملة الشتاء", "", "نص"), new StoryText("Campagne d’hiver", "", "Texte"), StoryText.NONE)));
    scene.publish(id, Instant.EPOCH);
    assertThat(new Visit(port).reading("fr").get(id.path()).page().select("h1").text()).isEqualTo("Campagne d’hiver");
    var english = new Visit(port).reading("en").get(id.path()).page();
    assertThat(english.select("h1").text()).isEqualTo("حملة الشتاء");
    assertThat(english.select("article").attr("lang")).isEqualTo("ar");
    assertThat(english.select(".notice").text()).contains("Arabic only");
  }

  @Test
  void everySavingIsARevisionAndWhatIsPublicStaysUntilItIsPublishedAgain() {
    StoryId id = scene.news("الخبر الأول");
    media.post(id.deskPath(), form("titleAr", "الخبر المصحح", "was", "1"));
    assertThat(new Visit(port).get(id.path()).page().select("h1").text()).isEqualTo("الخبر الأول");
    Visit.Answer late = media.post(id.deskPath(), form("titleAr", "كتبته وأنا لا أعلم", "was", "1"));
    assertThat(late.status()).as("somebody else saved meanwhile").isEqualTo(422);
    assertThat(late.page().select("[name=titleAr]").val()).isEqualTo("كتبته وأنا لا أعلم");
    Instant first = desk.find(id).since();
    media.post(id.deskPath() + "/publication");
    assertThat(new Visit(port).get(id.path()).page().select("h1").text()).isEqualTo("الخبر المصحح");
    assertThat(desk.find(id).since()).as("a correction keeps the date").isEqualTo(first);
    assertThat(media.get(id.deskPath() + "/revisions/1").page().select("h1").text()).isEqualTo("الخبر الأول");
    media.post(id.deskPath() + "/revisions/1/return");
    assertThat(desk.find(id).words().ar().title()).isEqualTo("الخبر الأول");
    assertThat(desk.revisions(id)).extracting(StoryRevision::number).containsExactly(3, 2, 1);
    assertThat(media.get(id.deskPath() + "/revisions/9").status()).isEqualTo(404);
  }

  @Test
  void theListIsPagedByPlaceAndFilteredByKindWilayaAndField() {
    List<StoryId> made = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      StoryId id = desk.begin(scene.editor, new StoryDraft(StoryKind.NEWS, new WilayaCode("31"), "EDU", StoryScene.words("خبر وهران " + i)));
      scene.publish(id, Instant.EPOCH);
      made.add(id);
    }
    StoryCriteria oran = new StoryCriteria(StoryKind.NEWS, new WilayaCode("31"), "EDU");
    StoryStretch first = stories.page(oran, null);
    StoryStretch second = stories.page(oran, first.next());
    assertThat(first.rows()).hasSize(Stories.PAGE);
    assertThat(second.next()).isNull();
    assertThat(second.rows()).extracting(Story::id).containsExactly(made.get(1), made.get(0));
    var page = new Visit(port).get("/stories?kind=news&wilaya=31&field=EDU").page();
    assertThat(page.select(".stories-card")).hasSize(Stories.PAGE);
    assertThat(new Visit(port).get(page.select(".paging a[rel=next]").attr("href")).page().select(".stories-card")).hasSize(2);
    assertThat(new Visit(port).get("/stories?wilaya=16&field=EDU").page().select(".empty")).hasSize(1);
    assertThat(new Visit(port).get("/stories?behind=99999999999999999-999999999999999999&kind=x&wilaya=zz").status()).isEqualTo(200);
  }

  @Test
  void theDeskIsForTheCellAloneAndEndsWithThePower() {
    AccountId amina = Someone.amina().volunteer();
    Visit visit = Visit.as(port, amina);
    assertThat(visit.get("/media").status()).isEqualTo(404);
    assertThat(visit.post("/media/stories", form("titleAr", "ليس لي")).status()).isEqualTo(404);
    Visit administrator = Visit.as(port, SignIn.administrator("مديرة"));
    String mail = db.sql("select email from accounts.account where id = :id").param("id", amina.value()).query(String.class).single();
    assertThat(administrator.post("/administration/media", "contact", mail, "until", cell.today().plusDays(732).toString(), "reason", "تكليف").status()).isEqualTo(422);
    assertThat(administrator.post("/administration/media", "contact", mail, "until", cell.today().plusDays(30).toString(), "reason", "قرار تكليف").status()).isEqualTo(303);
    assertThat(visit.get("/media").status()).isEqualTo(200);
    assertThat(visit.get("/administration/media").status()).as("nobody appoints themselves").isEqualTo(404);
    cell.remind();
    cell.remind();
    assertThat(db.sql("select kind from notices.notice where account_id = :id order by id").param("id", amina.value()).query(String.class).list())
        .containsExactly("power-media-given", "power-media-ending");
    long id = cell.all().stream().filter(one -> one.account().equals(amina)).findFirst().orElseThrow().id();
    assertThat(administrator.post("/administration/media/" + id + "/ending", "endReason", "انتهت المهمة").status()).isEqualTo(303);
    assertThat(visit.get("/media").status()).isEqualTo(404);
    db.sql("update stories.editor set until_day = current_date - 1 where account_id = :id").param("id", scene.editor.value()).update();
    assertThat(media.get("/media").status()).as("the last day has passed").isEqualTo(404);
  }

  private static String[] form(String... changes) {
    java.util.Map<String, String> typed = new java.util.TreeMap<>(java.util.Map.of("kind", "news", "titleAr", "خبر من الاختبار", "bodyAr", "نص"));
    for (int i = 0; i < changes.length; i += 2) typed.put(changes[i], changes[i + 1]);
    List<String> sent = new ArrayList<>();
    typed.forEach((name, value) -> sent.addAll(List.of(name, value)));
    return sent.toArray(String[]::new);
  }
}
