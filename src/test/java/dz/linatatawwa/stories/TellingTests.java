package dz.linatatawwa.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.world.Guardianship;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A volunteer tells what they lived: from their form to everybody's eyes, or back with a reason. */
@WorldTest
class TellingTests {

  private static final String WORDS = "خرجنا مع الفجر، وغرسنا ثلاثين شجرة قبل الظهر.";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired StoryDesk desk;
  @Autowired Stories stories;
  @Autowired StoryPictures pictures;
  @Autowired SentTestimonies sent;
  @Autowired Guardians guardians;
  @Autowired Accounts accounts;
  StoryScene scene;
  Visit media;
  AccountId amina;
  Visit hers;

  @BeforeEach
  void somebodyWithHours() {
    scene = new StoryScene(db, desk);
    media = Visit.as(port, scene.editor);
    amina = Someone.amina().volunteer();
    confirm(amina, "A");
    hers = Visit.as(port, amina);
  }

  private void confirm(AccountId person, String grade) {
    db.sql("insert into hours.volunteer_total (volunteer_id, grade, minutes) values (:person, :grade, 120)").param("person", person.value()).param("grade", grade).update();
  }

  private static String[] form(String... changes) {
    Map<String, String> typed = new TreeMap<>(Map.of("language", "ar", "title", "ثلاثون شجرة", "body", WORDS, "named", "first", "agree", "true"));
    for (int i = 0; i < changes.length; i += 2) typed.put(changes[i], changes[i + 1]);
    List<String> all = new ArrayList<>();
    typed.forEach((name, value) -> all.addAll(List.of(name, value)));
    return all.toArray(String[]::new);
  }

  private SentTestimony only(AccountId author) {
    assertThat(sent.of(author)).hasSize(1);
    return sent.of(author).getFirst();
  }

  private StoryId taken(AccountId author) {
    Visit.Answer answer = media.post("/media/sent/" + only(author).id() + "/taking");
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return new StoryId(Long.parseLong(answer.leadsTo().replaceAll("^/media/stories/(\\d+).*$", "$1")));
  }

  /** As everybody reads it, without the marks that keep a name in its direction. */
  private String byline(StoryId story) {
    return new Visit(port).get(story.path()).page().select(".stories-teller").text().replaceAll("[\u2068\u2069]", "");
  }

  private List<String> told(AccountId person) {
    return db.sql("select kind from notices.notice where account_id = :id and kind like '%story%' order by id").param("id", person.value()).query(String.class).list();
  }

  @Test
  void itIsSentTakenUpPublishedUnderTheFirstNameAndTakenBack() {
    assertThat(hers.post("/stories/tell", form()).leadsTo()).startsWith("/stories/asked");
    assertThat(hers.get("/stories/asked").body()).contains("ثلاثون شجرة", "تنتظر خلية الإعلام");
    assertThat(told(scene.editor)).contains("matter-story");
    assertThat(media.get("/media").page().select("main a[href=/media/sent]").text()).contains("تنتظر");
    assertThat(media.get("/media/sent").page().select("article:has(a[href=/media/sent/" + only(amina).id() + "])").text()).contains("ثلاثون شجرة", "أمينة بلقاسم");
    assertThat(media.get("/media/sent/" + only(amina).id()).page().select(".stories-plain").text()).isEqualTo(WORDS);
    StoryId story = taken(amina);
    assertThat(new Visit(port).get(story.path()).status()).as("not by itself").isEqualTo(404);
    assertThat(scene.publish(story, Instant.EPOCH)).as("these are her words, and her yes came with them").isEmpty();
    assertThat(byline(story)).isEqualTo("بقلم أمينة");
    assertThat(new Visit(port).get(story.path()).body()).doesNotContain("بلقاسم");
    assertThat(told(amina)).containsExactly("story-taken", "story-public");
    scene.publish(story, Instant.EPOCH);
    assertThat(told(amina)).as("told once").hasSize(2);
    assertThat(Visit.as(port, Someone.karim().volunteer()).post("/stories/sent/" + only(amina).id() + "/withdrawal", "_confirmed", "yes").status()).as("another's").isEqualTo(404);
    hers.post("/stories/sent/" + only(amina).id() + "/withdrawal", "_confirmed", "yes");
    assertThat(new Visit(port).get(story.path()).status()).isEqualTo(404);
    assertThat(hers.get("/stories/asked").body()).contains("مسحوبة");
    assertThat(sent.withdraw(amina, only(amina).id())).as("twice").isFalse();
  }

  @Test
  void wordsThatTheMediaCellChangedWaitForAnotherYes() {
    hers.post("/stories/tell", form("named", "whole"));
    StoryId story = taken(amina);
    desk.save(scene.editor, story, new StoryDraft(StoryKind.TESTIMONY, null, null, StoryScene.words("ثلاثون شجرة وأكثر")), 1);
    assertThat(scene.publish(story, Instant.EPOCH)).containsExactly("stories.lack.agreement");
    assertThat(media.post(story.deskPath() + "/teller", "contact", db.sql("select email from accounts.account where id = :id").param("id", amina.value()).query(String.class).single()).status())
        .isEqualTo(303);
    hers.post("/stories/asked/testimonies/" + scene.question(story, amina), "answer", "yes");
    assertThat(scene.publish(story, Instant.EPOCH)).isEmpty();
    assertThat(byline(story)).as("as she chose").isEqualTo("بقلم أمينة بلقاسم");
  }

  @Test
  void itIsDeclinedWithAReasonThatItsAuthorReads() {
    hers.post("/stories/tell", form());
    String one = "/media/sent/" + only(amina).id();
    assertThat(media.post(one + "/decline", "reason", "لا").status()).isEqualTo(422);
    assertThat(media.post(one + "/decline", "reason", "نشرنا شهادة مثلها هذا الأسبوع").leadsTo()).isEqualTo("/media/sent");
    assertThat(told(amina)).containsExactly("story-declined");
    assertThat(db.sql("select body from notices.notice where account_id = :id and kind = 'story-declined'").param("id", amina.value()).query(String.class).single()).contains("مثلها هذا الأسبوع");
    assertThat(hers.get("/stories/asked").body()).contains("نشرنا شهادة مثلها هذا الأسبوع");
    media.post(one + "/taking");
    assertThat(only(amina).story()).as("too late").isNull();
    assertThat(sent.withdraw(amina, only(amina).id())).isFalse();
    assertThat(media.get("/media/sent").page().select("main a[href=" + one + "]")).isEmpty();
  }

  @Test
  void whoHasNoConfirmedHoursIsToldSoAndSendsNothing() {
    AccountId karim = Someone.karim().volunteer();
    confirm(karim, "E");
    Visit his = Visit.as(port, karim);
    assertThat(his.get("/stories/tell").page().select(".empty")).hasSize(1);
    Visit.Answer refused = his.post("/stories/tell", form());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("ساعات مؤكدة");
    assertThat(sent.of(karim)).isEmpty();
    assertThat(Visit.as(port, scene.editor).post("/stories/tell", form()).status()).as("no volunteer").isEqualTo(422);
  }

  @Test
  void aBadFormIsShownAgainWithWhatWasTyped() {
    for (String[] bad : new String[][] {{"title", "x"}, {"body", "قصير"}, {"body", "ا".repeat(5001)}, {"language", "kab"}, {"language", "de"}, {"agree", ""}, {"named", "nobody"}, {"body", "\u202e" + WORDS}}) {
      Visit.Answer answer = hers.post("/stories/tell", form(bad));
      assertThat(answer.status()).as(bad[0] + " " + bad[1].length()).isEqualTo(422);
      assertThat(answer.page().select("#" + bad[0] + "-problem")).as(bad[0]).hasSize(1);
    }
    assertThat(hers.post("/stories/tell", form("title", "x")).page().select("textarea[name=body]").text()).isEqualTo(WORDS);
    assertThat(sent.of(amina)).isEmpty();
  }

  @Test
  void theSameWordsWaitOnceAndNoMoreThanThreeWait() {
    hers.post("/stories/tell", form());
    hers.post("/stories/tell", form());
    assertThat(sent.of(amina)).hasSize(1);
    hers.post("/stories/tell", form("body", WORDS + " ثم عدنا."));
    hers.post("/stories/tell", form("body", WORDS + " ثم غنينا."));
    assertThat(hers.post("/stories/tell", form("body", WORDS + " ثم نمنا.")).status()).isEqualTo(422);
    assertThat(sent.of(amina)).hasSize(3);
  }

  @Test
  void whatIsWrittenInFrenchWaitsForItsArabic() {
    hers.post("/stories/tell", form("language", "fr", "title", "Trente arbres", "body", "Partis à l’aube, nous avons planté trente arbres."));
    StoryId story = taken(amina);
    assertThat(desk.find(story).words().fr().body()).startsWith("Partis");
    assertThat(scene.publish(story, Instant.EPOCH)).containsExactly("stories.lack.arabic", "stories.lack.agreement");
  }

  @Test
  void aMinorIsCalledByTheFirstNameAloneAndShownOnlyWhileTheGuardianAgreesToPictures() {
    AccountId minor = Someone.amina().named("ياسين حمدي").bornIn(LocalDate.now().getYear() - 16).volunteer();
    confirm(minor, "B");
    Visit his = Visit.as(port, minor);
    assertThat(his.get("/stories/tell").page().select("input[name=named]")).isEmpty();
    his.post("/stories/tell", form("named", "whole"));
    StoryId story = taken(minor);
    db.sql("update stories.story set named = 'whole' where id = :id").param("id", story.value()).update();
    assertThat(scene.publish(story, Instant.EPOCH)).containsExactly("stories.lack.agreement");
    long guardian = Guardianship.agreed(db, minor, "والد ياسين", "wali-tell@example.dz", "take-part", "pictures");
    assertThat(scene.publish(story, Instant.EPOCH)).isEmpty();
    assertThat(byline(story)).isEqualTo("بقلم ياسين");
    guardians.stop(guardians.find(guardian).orElseThrow());
    assertThat(new Visit(port).get(story.path()).status()).isEqualTo(404);
  }

  @Test
  void aPictureComesAlongWithTheYesOfThoseOnItAndIsForTheCellAloneBefore() {
    assertThat(picture("shows", "").status()).as("nobody said who is on it").isEqualTo(422);
    assertThat(picture("shows", "others").status()).as("nor who the others are").isEqualTo(422);
    assertThat(picture("shows", "me").status()).isEqualTo(303);
    String file = java.util.Objects.requireNonNull(only(amina).file()).address();
    assertThat(media.get(file).status()).isEqualTo(200);
    assertThat(hers.get(file).status()).isEqualTo(200);
    assertThat(new Visit(port).get(file).status()).isEqualTo(404);
    assertThat(Visit.as(port, Someone.karim().volunteer()).get(file).status()).isEqualTo(404);
    String one = "/media/sent/" + only(amina).id() + "/taking";
    assertThat(media.post(one, "altAr", "أمينة تغرس").status()).as("in one language alone").isEqualTo(422);
    Visit.Answer done = media.post(one, "altAr", "أمينة تغرس", "altFr", "Amina plante", "altEn", "Amina plants");
    StoryId story = new StoryId(Long.parseLong(done.leadsTo().replaceAll("^/media/stories/(\\d+).*$", "$1")));
    assertThat(scene.publish(story, Instant.EPOCH)).isEmpty();
    assertThat(new Visit(port).get(story.path()).page().select("figure img").attr("alt")).isEqualTo("أمينة تغرس");
    String shown = pictures.of(desk.find(story)).getFirst().file().address();
    accounts.close(amina);
    assertThat(media.get(file).status()).as("she left, and takes it along").isEqualTo(404);
    assertThat(media.get(shown).status()).isEqualTo(404);
    assertThat(db.sql("select count(*) from stories.sent where author_id = :id").param("id", amina.value()).query(Integer.class).single()).isZero();
  }

  @Test
  void othersOnAPictureAreAskedByTheCellFirst() {
    picture("shows", "others", "people", "سميرة وجارتها");
    assertThat(media.get("/media/sent/" + only(amina).id()).body()).contains("سميرة وجارتها");
    Visit.Answer done = media.post("/media/sent/" + only(amina).id() + "/taking", "altAr", "ثلاث متطوعات", "altFr", "trois bénévoles", "altEn", "three volunteers");
    StoryId story = new StoryId(Long.parseLong(done.leadsTo().replaceAll("^/media/stories/(\\d+).*$", "$1")));
    scene.publish(story, Instant.EPOCH);
    assertThat(new Visit(port).get(story.path()).page().select("figure img")).isEmpty();
  }

  private Visit.Answer picture(String... changes) {
    return hers.postFile("/stories/tell", "upload", "a.png", "image/png", StoryScene.picture(), form(changes));
  }

  @Test
  void theDeskOfWhatWasSentIsForTheCellAlone() {
    hers.post("/stories/tell", form());
    long id = only(amina).id();
    for (String path : List.of("/media/sent", "/media/sent/" + id)) assertThat(hers.get(path).status()).as(path).isEqualTo(404);
    for (String path : List.of("/taking", "/decline")) assertThat(hers.post("/media/sent/" + id + path, "reason", "لا أريدها هنا").status()).as(path).isEqualTo(404);
    assertThat(media.get("/media/sent/999999999").status()).isEqualTo(404);
    assertThat(only(amina).waits()).isTrue();
  }
}
