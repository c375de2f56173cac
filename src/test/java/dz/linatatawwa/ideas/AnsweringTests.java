package dz.linatatawwa.ideas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The official answer: who gives it, what it must say, who hears of it. */
@WorldTest
class AnsweringTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Ideas ideas;
  @Autowired IdeaAnswers answers;
  @Autowired IdeaBacking backing;
  @Autowired IdeaNews news;
  @Autowired ApplicationEventPublisher events;
  IdeaScene scene;
  AccountId amina;

  @BeforeEach
  void somebody() {
    scene = new IdeaScene(db, ideas);
    amina = IdeaScene.volunteer();
  }

  private int notices(AccountId of, String kind) {
    return db.sql("select count(*) from notices.notice where account_id = :id and kind = :kind").param("id", of.value()).param("kind", kind).query(Integer.class).single();
  }

  @Test
  void thoseOfThePlaceAnswerAndNobodyElse() {
    IdeaId id = scene.initiative(amina);
    AccountId here = scene.supervisor("19");
    for (AccountId wrong : List.of(amina, IdeaScene.volunteer(), scene.supervisor("16"), SignIn.administrator("مدير"))) {
      assertThat(Visit.as(port, wrong).post("/ideas/" + id + "/answers", "was", "received", "state", "studied").status()).isEqualTo(404);
    }
    assertThat(Visit.as(port, here).get("/ideas/answering").body()).contains("/ideas/" + id + "\"");
    assertThat(Visit.as(port, amina).get("/ideas/answering").status()).isEqualTo(404);
    assertThat(Visit.as(port, here).post("/ideas/" + id + "/answers", "was", "received", "state", "studied", "answer", "").status()).isEqualTo(303);
    assertThat(ideas.shown(id).state()).isEqualTo(IdeaState.STUDIED);
    IdeaId platform = scene.improvement(amina);
    assertThat(answers.may(here, ideas.shown(platform))).as("the platform's own team").isFalse();
    assertThat(answers.may(scene.supervisor(""), ideas.shown(platform))).isTrue();
    assertThat(answers.may(SignIn.administrator("مدير آخر"), ideas.shown(platform))).isTrue();
  }

  @Test
  void nobodyAnswersTheirOwn() {
    AccountId supervisor = scene.supervisor("19");
    IdeaId id = scene.initiative(supervisor);
    assertThat(Visit.as(port, supervisor).post("/ideas/" + id + "/answers", "was", "received", "state", "done", "answer", "أنجزتها بنفسي").status()).isEqualTo(404);
  }

  @Test
  void aNoNeedsAReasonAndEveryPromiseWords() {
    IdeaId id = scene.initiative(amina);
    Visit visit = Visit.as(port, scene.supervisor("19"));
    String path = "/ideas/" + id + "/answers";
    assertThat(visit.post(path, "was", "received", "state", "declined", "answer", "لا يمكن الآن مع الأسف").page().select("#code-problem")).hasSize(1);
    assertThat(visit.post(path, "was", "received", "state", "planned", "answer", "نعم").page().select("#answer-problem")).hasSize(1);
    assertThat(visit.post(path, "was", "received", "state", "received").status()).isEqualTo(422);
    assertThat(visit.post(path, "was", "received", "state", "x").status()).isEqualTo(422);
    assertThat(visit.post(path, "was", "received", "state", "declined", "code", "costs", "answer", "لا يمكن الآن مع الأسف").status()).isEqualTo(303);
    assertThat(new Visit(port).get("/ideas/" + id).page().select(".ideas-way").text()).contains("الوسائل لا تكفي الآن").contains("لا يمكن الآن مع الأسف");
    assertThatThrownBy(() -> db.sql("insert into ideas.step (idea_id, state, words, at) values (:id, 'declined', 'بلا سبب معلن', now())").param("id", id.value()).update())
        .hasMessageContaining("declined_for_a_reason");
  }

  @Test
  void ofTwoWhoAnswerAtOnceOneLearnsOfTheOther() throws Exception {
    IdeaId id = scene.initiative(amina);
    AccountId one = scene.supervisor("19");
    AccountId other = scene.supervisor("19");
    List<Answered> given = IdeaScene.allAtOnce(List.of(
        () -> answers.answer(one, id, new IdeaAnswers.Answer(IdeaState.RECEIVED, IdeaState.PLANNED, null, "سنبرمجها في الربيع")),
        () -> answers.answer(other, id, new IdeaAnswers.Answer(IdeaState.RECEIVED, IdeaState.DECLINED, "costs", "لا وسائل لهذا الآن"))));
    assertThat(given.stream().filter(Answered.Done.class::isInstance)).hasSize(1);
    assertThat(given.stream().filter(Answered.TooLate.class::isInstance)).hasSize(1);
    assertThat(answers.of(id)).hasSize(2);
  }

  @Test
  void everyFollowerHearsOnceHoweverOftenItIsTold() {
    IdeaId id = scene.initiative(amina);
    List<AccountId> followers = Stream.generate(IdeaScene::volunteer).limit(7).toList();
    followers.forEach(person -> backing.follow(person, id));
    AccountId gone = followers.getFirst();
    backing.unfollow(gone, id);
    AccountId supervisor = scene.supervisor("19");
    answers.answer(supervisor, id, new IdeaAnswers.Answer(IdeaState.RECEIVED, IdeaState.PLANNED, null, "سنبرمجها في الربيع"));
    await().atMost(Duration.ofSeconds(20)).until(() -> notices(followers.getLast(), "idea-planned") == 1);
    news.moved(new IdeaMoved(id, answers.of(id).getLast().id(), supervisor));
    await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).until(() -> notices(amina, "idea-planned") == 1);
    for (AccountId person : followers.subList(1, 7)) assertThat(notices(person, "idea-planned")).isOne();
    assertThat(notices(amina, "idea-planned")).isOne();
    assertThat(notices(gone, "idea-planned")).isZero();
    assertThat(db.sql("select count(*) from notices.delivery d join notices.notice n on n.id = d.notice_id where n.kind = 'idea-planned' and n.account_id <> :author")
        .param("author", amina.value()).query(Integer.class).single()).as("followers find it in the inbox").isZero();
  }

  @Test
  void theHistoryOnlyGrows() {
    IdeaId id = scene.initiative(amina);
    assertThatThrownBy(() -> db.sql("update ideas.step set words = 'غير ذلك' where idea_id = :id").param("id", id.value()).update()).isInstanceOf(Exception.class);
    assertThatThrownBy(() -> db.sql("delete from ideas.step where idea_id = :id").param("id", id.value()).update()).isInstanceOf(Exception.class);
  }
}
