package dz.linatatawwa.ideas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comments, their answers, and what is reported. */
@WorldTest
class DiscussingTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Ideas ideas;
  @Autowired IdeaComments comments;
  @Autowired ApplicationEventPublisher events;
  IdeaScene scene;
  AccountId amina;
  AccountId karim;
  IdeaId id;
  Visit visit;

  @BeforeEach
  void anIdea() {
    scene = new IdeaScene(db, ideas);
    amina = IdeaScene.volunteer();
    karim = Someone.karim().volunteer();
    id = scene.initiative(amina);
    visit = Visit.as(port, karim);
  }

  @AfterEach
  void backToNow() {
    TestClock.one().back();
  }

  private long said(AccountId by, String words) {
    if (comments.say(by, id, null, words) instanceof Said.Done(long comment)) return comment;
    throw new AssertionError(words);
  }

  private int notices(AccountId of, String kind) {
    return db.sql("select count(*) from notices.notice where account_id = :id and kind = :kind").param("id", of.value()).param("kind", kind).query(Integer.class).single();
  }

  @Test
  void aCommentIsSaidOnceWithoutContactsAndItsWordsComeBack() throws Exception {
    for (String wrong : List.of("", "   ", "اتصل 0551234567", "x".repeat(1501), "كلام \u202eمقلوب")) {
      Visit.Answer answer = visit.post("/ideas/" + id + "/comments", "words", wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(422);
      assertThat(answer.page().select("#words-problem")).hasSize(1);
    }
    assertThat(visit.post("/ideas/" + id + "/comments", "words", "اتصل 0551234567").page().select("[name=words]").text()).contains("0551234567");
    IdeaScene.allAtOnce(Collections.nCopies(10, () -> comments.say(karim, id, null, "أشارك بكل سرور")));
    assertThat(ideas.shown(id).comments()).isOne();
    assertThat(new Visit(port).get("/ideas/" + id).page().select(".ideas-remarks .ideas-text").eachText()).containsExactly("أشارك بكل سرور");
    assertThat(notices(amina, "idea-comment")).isOne();
  }

  @Test
  void anAnswerStandsBehindWhatItAnswersAndNoDeeper() {
    long first = said(karim, "هل فكرتم في السقي؟");
    said(karim, "وشكرًا على الفكرة");
    visit.post("/ideas/" + id + "/comments", "parent", Long.toString(first), "words", "أجيب نفسي");
    Visit.as(port, amina).post("/ideas/" + id + "/comments", "parent", Long.toString(first + 2), "words", "نعم، لكل عشر شجرات عائلة");
    List<Comment> all = comments.of(id, 1).rows();
    assertThat(all).extracting(Comment::words).containsExactly("هل فكرتم في السقي؟", "أجيب نفسي", "نعم، لكل عشر شجرات عائلة", "وشكرًا على الفكرة");
    assertThat(all.get(2).parent()).as("beside the answer, not below it").isEqualTo(first);
    assertThat(notices(karim, "idea-reply")).isOne();
    assertThatThrownBy(() -> db.sql("insert into ideas.comment (idea_id, parent_id, words, at) values (:id, :parent, 'x', now())").param("id", id.value())
        .param("parent", all.get(1).id()).update()).hasMessageContaining("cannot be answered");
    IdeaId other = scene.initiative(amina);
    assertThat(visit.post("/ideas/" + other + "/comments", "parent", Long.toString(first), "words", "من فكرة أخرى").status()).isEqualTo(404);
  }

  @Test
  void itsAuthorMendsItForAQuarterOfAnHourAndNobodyElse() {
    long comment = said(karim, "كلام فيه خطإ");
    String path = "/ideas/" + id + "/comments/" + comment;
    assertThat(Visit.as(port, amina).get(path + "/edit").status()).isEqualTo(404);
    assertThat(visit.post(path, "words", "كلام بلا خطأ").status()).isEqualTo(303);
    assertThat(new Visit(port).get("/ideas/" + id).body()).contains("كلام بلا خطأ").contains("عُدّل");
    TestClock.one().goAhead(Duration.ofMinutes(16));
    visit.post(path, "words", "تغيير متأخر");
    assertThat(new Visit(port).get("/ideas/" + id).body()).doesNotContain("تغيير متأخر");
    visit.post(path + "/removal");
    assertThat(ideas.shown(id).comments()).isZero();
    assertThat(new Visit(port).get("/ideas/" + id).body()).doesNotContain("كلام بلا خطأ");
  }

  @Test
  void whatWasAnsweredLeavesItsPlaceEmpty() {
    long first = said(karim, "سؤال سيُحذف");
    comments.say(amina, id, first, "جواب يبقى");
    comments.remove(karim, id, first);
    assertThat(new Visit(port).get("/ideas/" + id).page().select(".ideas-remarks").text()).contains("حذف صاحب التعليق كلامه").contains("جواب يبقى").doesNotContain("سؤال سيُحذف");
  }

  @Test
  void aMinorIsNotNamedInAComment() {
    AccountId young = Someone.amina().bornIn(LocalDate.now().getYear() - 15).livingIn("1901").volunteer();
    said(young, "أنا معكم");
    assertThat(new Visit(port).get("/ideas/" + id).page().select(".ideas-who").text()).contains("ناشئ(ة)").doesNotContain("أمينة");
  }

  @Test
  void whatThreeReportIsUnseenUntilASupervisorHasLooked() {
    long comment = said(karim, "كلام جارح");
    String reports = "/ideas/" + id + "/comments/" + comment + "/reports";
    Visit one = Visit.as(port, IdeaScene.volunteer());
    assertThat(one.post(reports, "code", "").status()).isEqualTo(422);
    one.post(reports, "code", "insult");
    one.post(reports, "code", "insult");
    assertThat(scene.count("select count(*) from ideas.report where comment_id = :id", comment)).as("twice is once").isOne();
    Visit.as(port, IdeaScene.volunteer()).post(reports, "code", "insult", "words", "يجرح الناس");
    assertThat(new Visit(port).get("/ideas/" + id).body()).contains("كلام جارح");
    Visit.as(port, IdeaScene.volunteer()).post(reports, "code", "other");
    assertThat(new Visit(port).get("/ideas/" + id).body()).doesNotContain("كلام جارح");
    long matter = scene.count("select id from supervision.matter where kind = 'idea-comment-report' and subject_id = :id and decided_at is null", comment);
    Visit far = Visit.as(port, scene.supervisor("16"));
    assertThat(far.get("/supervision/" + matter).status()).isEqualTo(404);
    Visit eyes = Visit.as(port, scene.supervisor("19"));
    assertThat(eyes.open("/supervision/" + matter).body()).contains("كلام جارح").contains("يجرح الناس");
    assertThat(eyes.post("/supervision/" + matter + "/decision", "decision", "left").status()).isEqualTo(303);
    assertThat(new Visit(port).get("/ideas/" + id).body()).contains("كلام جارح");
    one.post(reports, "code", "insult");
    long again = scene.count("select id from supervision.matter where kind = 'idea-comment-report' and subject_id = :id and decided_at is null", comment);
    eyes.post("/supervision/" + again + "/decision", "decision", "removed", "reasonCode", "insult", "reason", "كلام يجرح الناس");
    assertThat(new Visit(port).get("/ideas/" + id).body()).doesNotContain("كلام جارح");
    assertThat(notices(karim, "idea-removed")).isOne();
  }

  @Test
  void aRemovedIdeaIsGoneAndItsAuthorHearsWhy() {
    Visit.as(port, karim).post("/ideas/" + id + "/reports", "code", "untrue");
    long matter = scene.count("select id from supervision.matter where kind = 'idea-report' and subject_id = :id and decided_at is null", id.value());
    AccountId supervisor = scene.supervisor("19");
    Visit.as(port, supervisor).post("/supervision/" + matter + "/decision", "decision", "removed", "reasonCode", "untrue", "reason", "لا وجود لهذا المكان");
    assertThat(new Visit(port).get("/ideas/" + id).status()).isEqualTo(404);
    assertThat(Visit.as(port, amina).get("/ideas/" + id).status()).isEqualTo(200);
    assertThat(notices(amina, "idea-removed")).isOne();
    assertThat(visit.post("/ideas/" + id + "/support").status()).isEqualTo(404);
  }

  @Test
  void whoLeavesTakesTheirWordsAlongAndLeavesWhatOthersJoined() {
    IdeaId alone = scene.need(karim);
    IdeaId joined = scene.initiative(karim);
    Visit.as(port, amina).post("/ideas/" + joined + "/support");
    Visit.as(port, karim).post("/ideas/" + id + "/support");
    said(karim, "كلمات كريم التي تذهب معه");
    events.publishEvent(new AccountClosed(karim));
    assertThat(new Visit(port).get("/ideas/" + alone).status()).isEqualTo(404);
    assertThat(db.sql("select title || coalesce(about, '') || words::text from ideas.idea where id = :id").param("id", alone.value()).query(String.class).single()).isEqualTo("———");
    assertThat(new Visit(port).get("/ideas/" + joined).body()).contains("غادر المنصة").doesNotContain("كريم");
    assertThat(new Visit(port).get("/ideas/" + id).body()).doesNotContain("كلمات كريم");
    assertThat(scene.count("select count(*) from ideas.comment where words like '%كلمات كريم%' or author_id = :id", karim.value())).isZero();
  }
}
