package dz.linatatawwa.ideas;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a form to everybody's eyes, with and without an account, scripts and a picture. */
@WorldTest
class ProposingTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Ideas ideas;
  @Autowired SimilarIdeas similar;
  IdeaScene scene;
  AccountId amina;
  Visit visit;

  @BeforeEach
  void somebody() {
    scene = new IdeaScene(db, ideas);
    amina = IdeaScene.volunteer();
    visit = Visit.as(port, amina);
  }

  @Test
  void whoSendsBeforeSigningInFindsTheWordsAgainAfterwards() {
    Visit guest = new Visit(port);
    guest.get("/ideas/new");
    Visit.Answer sent = guest.postFile("/ideas", "upload", "", "application/octet-stream", new byte[0], IdeaScene.form("title", "تنظيف ساحة عين الفوارة قبل العيد"));
    assertThat(sent.leadsTo()).isEqualTo("/sign-in?to=/ideas/new");
    guest.cookies().put(SignIn.COOKIE, SignIn.as(amina));
    Visit.Answer form = guest.get("/ideas/new");
    assertThat(form.page().select("[name=title]").val()).isEqualTo("تنظيف ساحة عين الفوارة قبل العيد");
    assertThat(form.page().select("[name=about]").text()).startsWith("ساعتان");
    assertThat(new Visit(port).get("/ideas/new").page().select("[name=title]").val()).as("another browser").isEmpty();
    IdeaId id = IdeaScene.idOf(guest.post("/ideas", IdeaScene.form("title", "تنظيف ساحة عين الفوارة قبل العيد")));
    assertThat(guest.cookies()).doesNotContainKey("idea");
    assertThat(db.sql("select count(*) from ideas.draft").query(Integer.class).single()).isZero();
    assertThat(new Visit(port).get("/ideas/" + id).page().select("h1").text()).isEqualTo("تنظيف ساحة عين الفوارة قبل العيد");
  }

  @Test
  void whatDoesNotFitComesBackWithItsReasonWhatWasTypedAndThePicture() {
    for (String[] wrong : new String[][] {{"title", "", "title"}, {"title", "ابج", "title"}, {"title", "ت".repeat(161), "title"}, {"about", "قصير", "about"}, {"kind", "other", "kind"},
        {"field", "XXX", "field"}, {"commune", "لا توجد", "commune"}, {"title", "اتصل 0551234567 بنا", "title"}, {"about", "راسلوني على amina@example.dz من فضلكم", "about"},
        {"title", "فكرة \u202egnp.exe", "title"}}) {
      Visit.Answer answer = visit.post("/ideas", IdeaScene.form(wrong[0], wrong[1]));
      assertThat(answer.status()).as(wrong[0] + " " + wrong[1]).isEqualTo(422);
      assertThat(answer.page().select("#" + wrong[2] + "-problem")).as(wrong[2] + " " + wrong[1]).hasSize(1);
    }
    assertThat(visit.post("/ideas", IdeaScene.form("kind", "need", "wilaya", "", "commune", "")).page().select("#wilaya-problem")).hasSize(1);
    Visit.Answer back = visit.postFile("/ideas", "upload", "b.png", "image/png", IdeaScene.picture(), IdeaScene.form("kind", "need", "title", "", "consent", "true"));
    assertThat(back.status()).isEqualTo(422);
    String kept = back.page().select("[name=picture]").val();
    assertThat(kept).as("the picture is not asked for again").isNotEmpty();
    assertThat(visit.get("/files/" + kept).status()).isEqualTo(200);
    assertThat(Visit.as(port, IdeaScene.volunteer()).get("/files/" + kept).status()).as("nobody else sees what waits").isEqualTo(404);
    IdeaId id = IdeaScene.idOf(visit.post("/ideas", IdeaScene.form("kind", "need", "picture", kept, "consent", "true")));
    assertThat(new Visit(port).get("/ideas/" + id).page().select("main figure img")).hasSize(1);
    assertThat(new Visit(port).get("/files/" + kept).status()).isEqualTo(200);
  }

  @Test
  void aPictureNeedsTheWordThatNobodyIsRecognised() {
    Visit.Answer answer = visit.postFile("/ideas", "upload", "b.png", "image/png", IdeaScene.picture(), IdeaScene.form("kind", "need"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select("#consent-problem")).hasSize(1);
    assertThat(visit.postFile("/ideas", "upload", "b.png", "image/png", "<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        IdeaScene.form("kind", "need", "consent", "true")).page().select("#upload-problem")).hasSize(1);
  }

  @Test
  void theSpotIsSharedOnlyAsGivenAndNamesTheCommune() {
    IdeaId id = IdeaScene.idOf(visit.post("/ideas", IdeaScene.form("kind", "need", "wilaya", "", "commune", "", "lat", "36.19112", "lon", "5.41508")));
    assertThat(ideas.shown(id).told().commune()).hasToString("1901");
    assertThat(new Visit(port).get("/ideas/" + id).page().select("a[href^=geo:]").attr("href")).isEqualTo("geo:36.1911,5.4151");
    assertThat(visit.post("/ideas", IdeaScene.form("kind", "need", "lat", "48.85", "lon", "2.35")).page().select("#commune-problem")).hasSize(1);
    assertThat(visit.post("/ideas", IdeaScene.form("kind", "need", "lat", "36.76", "lon", "3.05", "wilaya", "11", "commune", "1101")).page().select("#commune-problem")).hasSize(1);
    IdeaId plain = IdeaScene.idOf(visit.post("/ideas", IdeaScene.form("lat", "36.19112", "lon", "5.41508")));
    assertThat(ideas.shown(plain).told().spot()).as("an initiative has no spot").isNull();
  }

  @Test
  void sentTwiceOrInParallelItIsThereOnce() throws Exception {
    String[] form = IdeaScene.form();
    IdeaId first = IdeaScene.idOf(visit.post("/ideas", form));
    assertThat(IdeaScene.idOf(visit.post("/ideas", form))).isEqualTo(first);
    AccountId karim = IdeaScene.volunteer();
    Proposal told = new Proposal(IdeaKind.IMPROVEMENT, IdeaScene.unlike("ألوان أوضح"), "لمن يضعف بصره", null, null, null, null, false);
    List<Proposed> answers = IdeaScene.allAtOnce(Collections.nCopies(12, () -> ideas.propose(karim, told)));
    assertThat(answers).allMatch(Proposed.Done.class::isInstance);
    assertThat(scene.count("select count(*) from ideas.idea where author_id = :id", karim.value())).isOne();
    assertThat(scene.count("select count(*) from ideas.step s join ideas.idea i on i.id = s.idea_id where i.author_id = :id", karim.value())).isOne();
  }

  @Test
  void fiveADayAreEnough() {
    for (int i = 0; i < 5; i++) assertThat(visit.post("/ideas", IdeaScene.form()).status()).isEqualTo(303);
    Visit.Answer sixth = visit.post("/ideas", IdeaScene.form());
    assertThat(sixth.status()).isEqualTo(422);
    assertThat(sixth.page().select("#title-problem")).hasSize(1);
  }

  @Test
  void whatIsNearlyTheSameIsShownBeforeItIsSentAndWhileItIsTyped() {
    scene.made(IdeaScene.volunteer(), new Proposal(IdeaKind.INITIATIVE, "تنظيف شواطئ زموري البحري من البلاستيك", "صباح كل جمعة من شهر ماي", "ENV", null, null, null, false));
    assertThat(new Visit(port).get("/ideas/similar?kind=initiative&title=" + java.net.URLEncoder.encode("تَنْظيف شاطئ زمّوري", java.nio.charset.StandardCharsets.UTF_8)).body())
        .contains("زموري البحري");
    String[] form = IdeaScene.form("title", "تنظيف شاطئ زموري");
    Visit.Answer before = visit.post("/ideas", form);
    assertThat(before.status()).isEqualTo(200);
    assertThat(before.page().select("[name=title]").val()).isEqualTo("تنظيف شاطئ زموري");
    String seen = before.page().select("[name=seen]").val();
    assertThat(seen).isNotEmpty();
    String[] again = java.util.Arrays.copyOf(form, form.length + 2);
    again[form.length] = "seen";
    again[form.length + 1] = seen;
    assertThat(visit.post("/ideas", again).status()).isEqualTo(303);
  }

  @Test
  void nearlyTheSameIsFoundAcrossLettersAndFormsAndANeedOnlyInItsWilaya() {
    AccountId karim = IdeaScene.volunteer();
    IdeaId plage = scene.made(karim, new Proposal(IdeaKind.INITIATIVE, "Nettoyage des plages de Jijel", "Chaque vendredi de mai et juin", null, null, null, null, false));
    IdeaId school = scene.made(karim, new Proposal(IdeaKind.NEED, "طلاء جدران مدرسة ابن باديس", "", null, new dz.linatatawwa.places.WilayaCode("25"), new dz.linatatawwa.places.CommuneCode("2501"), null, false));
    assertThat(similar.like("nettoyage de la plage à Jijel", null, null, null)).extracting(Idea::id).contains(plage);
    assertThat(similar.like("طلاء الجدران في مدرسة ابن باديس", IdeaKind.NEED, new dz.linatatawwa.places.WilayaCode("25"), null)).extracting(Idea::id).contains(school);
    assertThat(similar.like("طلاء الجدران في مدرسة ابن باديس", IdeaKind.NEED, new dz.linatatawwa.places.WilayaCode("31"), null)).extracting(Idea::id).doesNotContain(school);
    assertThat(similar.like("دوري كرة قدم للأحياء", null, null, null)).isEmpty();
    for (String odd : List.of("", "'", "a & b | c", "():*!", "'''' \\ \\", "من في على", "\u0000", "x".repeat(5000))) assertThat(similar.like(odd, null, null, null)).as(odd).isNotNull();
  }

  @Test
  void aMinorHasNoNameAndOthersOnlyTheFirst() {
    IdeaId young = scene.initiative(Someone.amina().bornIn(LocalDate.now().getYear() - 16).livingIn("1901").volunteer());
    assertThat(new Visit(port).get("/ideas/" + young).body()).contains("ناشئ(ة)").doesNotContain("أمينة", "بلقاسم");
    IdeaId grown = scene.initiative(amina);
    assertThat(new Visit(port).get("/ideas/" + grown).body()).contains("أمينة").doesNotContain("بلقاسم");
  }

  @Test
  void itsAuthorChangesItWhileNobodyJoinedAndTakesItBack() {
    IdeaId id = scene.initiative(amina);
    assertThat(Visit.as(port, IdeaScene.volunteer()).get("/ideas/" + id + "/edit").status()).isEqualTo(404);
    assertThat(visit.post("/ideas/" + id, IdeaScene.form("title", "عنوان أوضح من قبل بكثير")).status()).isEqualTo(303);
    assertThat(ideas.shown(id).told().title()).isEqualTo("عنوان أوضح من قبل بكثير");
    Visit.as(port, IdeaScene.volunteer()).post("/ideas/" + id + "/support");
    visit.post("/ideas/" + id, IdeaScene.form("title", "شيء آخر تمامًا عن غيره"));
    assertThat(ideas.shown(id).told().title()).as("others joined what it said").isEqualTo("عنوان أوضح من قبل بكثير");
    visit.post("/ideas/" + id + "/withdrawal");
    assertThat(new Visit(port).get("/ideas/" + id).status()).isEqualTo(404);
    assertThat(visit.get("/ideas/" + id).status()).as("its author still sees it").isEqualTo(200);
    visit.post("/ideas/" + id + "/return");
    assertThat(new Visit(port).get("/ideas/" + id).status()).isEqualTo(200);
  }

  @Test
  void theListIsFilteredByItsAddress() {
    IdeaId need = scene.need(amina);
    IdeaId idea = scene.initiative(amina);
    Visit eyes = new Visit(port);
    assertThat(eyes.get("/ideas?kind=need&wilaya=19&state=received&field=ENV").body()).contains("/ideas/" + need + "\"").doesNotContain("/ideas/" + idea + "\"");
    assertThat(eyes.get("/ideas?wilaya=31").body()).doesNotContain("/ideas/" + need + "\"");
    assertThat(eyes.get("/ideas?lat=36.19&lon=5.41&kind=need&view=map").page().select(".ideas-dot")).isNotEmpty();
    assertThat(eyes.get("/ideas?lat=36.19&lon=5.41&kind=need").body()).contains("/ideas/" + need + "\"");
    assertThat(eyes.get("/ideas?lat=22.78&lon=5.52").body()).doesNotContain("/ideas/" + need + "\"");
    assertThat(eyes.get("/ideas?view=map").page().select("svg.map path")).hasSize(69);
    for (String odd : List.of("?page=0", "?page=99999999999", "?lat=NaN&lon=5", "?sort=near", "?kind=%00&state='&wilaya=zz&field=%27", "?q=" + "%D8%B4".repeat(400), "?q=%27%26%7C", "?lat=36&lon=-8.5&sort=near")) {
      assertThat(eyes.get("/ideas" + odd).status()).as(odd).isEqualTo(200);
    }
  }
}
