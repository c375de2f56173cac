package dz.linatatawwa.ideas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Support counts once each, also of many at the same moment, on the real database. */
@WorldTest
class BackingTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Ideas ideas;
  @Autowired IdeaBacking backing;
  IdeaScene scene;
  AccountId amina;

  @BeforeEach
  void somebody() {
    scene = new IdeaScene(db, ideas);
    amina = IdeaScene.volunteer();
  }

  @Test
  void ofManyAtOnceEachCountsOnce() throws Exception {
    IdeaId id = scene.initiative(amina);
    List<AccountId> people = Stream.generate(IdeaScene::volunteer).limit(40).toList();
    List<Callable<Boolean>> taps = new ArrayList<>();
    for (AccountId person : people) for (int i = 0; i < 3; i++) taps.add(() -> backing.support(person, id));
    for (int i = 0; i < 3; i++) taps.add(() -> backing.support(amina, id));
    List<Boolean> answers = IdeaScene.allAtOnce(taps);
    assertThat(answers.stream().filter(Boolean::booleanValue)).hasSize(40);
    assertThat(ideas.shown(id).supporters()).isEqualTo(40);
    assertThat(scene.count("select count(*) from ideas.support where idea_id = :id", id.value())).isEqualTo(40);
    IdeaScene.allAtOnce(people.subList(0, 15).stream().<Callable<Boolean>>map(person -> () -> backing.unsupport(person, id)).toList());
    assertThat(ideas.shown(id).supporters()).isEqualTo(25);
  }

  @Test
  void nobodySupportsTheirOwnNotEvenBySql() {
    IdeaId id = scene.initiative(amina);
    Visit.as(port, amina).post("/ideas/" + id + "/support");
    assertThat(ideas.shown(id).supporters()).isZero();
    assertThatThrownBy(() -> db.sql("insert into ideas.support (idea_id, account_id, at) values (:id, :person, now())").param("id", id.value()).param("person", amina.value()).update())
        .hasMessageContaining("supports its own idea");
  }

  @Test
  void whoSupportsFollowsAndMayStop() {
    IdeaId id = scene.initiative(amina);
    AccountId karim = IdeaScene.volunteer();
    Visit visit = Visit.as(port, karim);
    visit.post("/ideas/" + id + "/support");
    assertThat(backing.of(karim, id)).isEqualTo(new IdeaBacking.Mine(true, true));
    assertThat(visit.get("/ideas/mine?show=followed").body()).contains("/ideas/" + id + "\"");
    visit.post("/ideas/" + id + "/following/ending");
    assertThat(backing.of(karim, id)).isEqualTo(new IdeaBacking.Mine(true, false));
    visit.post("/ideas/" + id + "/support/ending");
    visit.post("/ideas/" + id + "/support/ending");
    assertThat(ideas.shown(id).supporters()).isZero();
    assertThat(backing.of(amina, id).follows()).as("its author").isTrue();
  }

  @Test
  void aGuestIsLedToSignInAndNothingOfPeopleIsShown() {
    IdeaId id = scene.initiative(amina);
    Visit.as(port, IdeaScene.volunteer()).post("/ideas/" + id + "/support");
    assertThat(new Visit(port).post("/ideas/" + id + "/support").leadsTo()).startsWith("/sign-in");
    assertThat(new Visit(port).get("/ideas/" + id).page().select(".ideas-big b").text()).isEqualTo("1");
  }
}
