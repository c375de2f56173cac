package dz.linatatawwa.ideas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organisation takes an idea up, gives it back, finishes it. */
@WorldTest
class AdoptionTests {

  private static final String FROM = LocalDate.now().plusDays(10).toString();
  private static final String TO = LocalDate.now().plusDays(40).toString();

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Ideas ideas;
  @Autowired Adoptions adoptions;
  IdeaScene scene;
  AccountId amina;
  AccountId salim;
  OrganizationId hope;
  Visit visit;

  @BeforeEach
  void anOrganization() {
    scene = new IdeaScene(db, ideas);
    amina = IdeaScene.volunteer();
    salim = SignIn.account("سليم بن عودة");
    hope = scene.organization(salim);
    visit = Visit.as(port, salim);
  }

  private Visit.Answer adopt(IdeaId id) {
    return visit.post("/ideas/" + id + "/adoptions", "organization", hope.toString(), "from", FROM, "to", TO);
  }

  @Test
  void anInitiativeBecomesACampaignThatNamesItsAuthorWhoAgreed() {
    IdeaId id = scene.initiative(amina);
    Visit.Answer answer = adopt(id);
    assertThat(answer.leadsTo()).startsWith("/organizations/" + hope + "/desk/campaigns/");
    Visit.Answer draft = visit.get(answer.leadsTo());
    assertThat(draft.page().select("[name=title]").val()).isEqualTo(ideas.shown(id).told().title());
    assertThat(draft.page().select("[name=aim]").text()).isEqualTo("نغرسها معًا في الربيع مع التلاميذ");
    assertThat(draft.body()).contains("/ideas/" + id + "\"").contains("أمينة بلقاسم");
    assertThat(new Visit(port).get("/ideas/" + id).page().select(".notice a[href=/organizations/" + hope + "]")).hasSize(1);
    visit.post(answer.leadsTo() + "/publication");
    String campaign = "/campaigns/" + answer.leadsTo().replaceAll(".*/", "");
    assertThat(new Visit(port).get("/ideas/" + id).body()).as("the link there").contains("\"" + campaign + "\"");
    assertThat(new Visit(port).get(campaign).body()).as("and back").contains("\"/ideas/" + id + "\"").contains("أمينة بلقاسم");
    Visit.as(port, amina).post("/ideas/" + id + "/naming", "names", "false");
    assertThat(new Visit(port).get(campaign + "?again").body()).as("consent taken back").doesNotContain("بلقاسم");
    assertThat(ideas.shown(id).state()).isEqualTo(IdeaState.PLANNED);
  }

  @Test
  void aMinorIsNeverNamedWhateverWasTicked() {
    IdeaId id = scene.initiative(Someone.amina().bornIn(LocalDate.now().getYear() - 16).livingIn("1901").volunteer());
    String draft = adopt(id).leadsTo();
    assertThat(visit.get(draft).body()).contains("/ideas/" + id + "\"").doesNotContain("أمينة");
  }

  @Test
  void ofTwoOrganisationsAtOnceOneHasIt() throws Exception {
    IdeaId id = scene.initiative(amina);
    AccountId lila = SignIn.account("ليلى");
    OrganizationId second = scene.organization(lila);
    List<Adopted> answers = IdeaScene.allAtOnce(List.of(() -> adoptions.adopt(salim, hope, id, FROM, TO), () -> adoptions.adopt(lila, second, id, FROM, TO),
        () -> adoptions.adopt(salim, hope, id, FROM, TO)));
    assertThat(answers.stream().filter(Adopted.Done.class::isInstance)).hasSize(1);
    assertThat(answers.stream().filter(Adopted.TooLate.class::isInstance)).hasSize(2);
    assertThat(scene.count("select count(*) from opportunities.campaign where title = (select title from ideas.idea where id = :id)", id.value())).as("no draft left over").isOne();
  }

  @Test
  void onlyAVerifiedOrganisationTakesIdeasUpAndOnlyByItsPeople() {
    IdeaId id = scene.initiative(amina);
    assertThat(Visit.as(port, amina).post("/ideas/" + id + "/adoptions", "organization", hope.toString(), "from", FROM, "to", TO).status()).isEqualTo(404);
    assertThat(visit.post("/ideas/" + scene.improvement(amina) + "/adoptions", "organization", hope.toString()).status()).as("not the platform's own").isEqualTo(404);
    assertThat(visit.post("/ideas/" + id + "/adoptions", "organization", hope.toString(), "from", TO, "to", FROM).page().select("#to-problem")).hasSize(1);
    assertThat(visit.post("/ideas/" + id + "/adoptions", "organization", hope.toString(), "from", "غدا", "to", TO).page().select("#from-problem")).hasSize(1);
    db.sql("update organizations.organization set state = 'suspended' where id = :id").param("id", hope.value()).update();
    assertThat(adopt(id).status()).isEqualTo(422);
    assertThat(adoptionsOf(id)).isZero();
  }

  private int adoptionsOf(IdeaId id) {
    return Math.toIntExact(scene.count("select count(*) from ideas.adoption where idea_id = :id", id.value()));
  }

  @Test
  void givenBackItWaitsForAnother() {
    IdeaId id = scene.initiative(amina);
    adopt(id);
    assertThat(Visit.as(port, amina).post("/ideas/" + id + "/adoptions/ending").status()).isEqualTo(404);
    assertThat(Visit.as(port, scene.supervisor("16")).post("/ideas/" + id + "/adoptions/ending").status()).isEqualTo(404);
    assertThat(visit.post("/ideas/" + id + "/adoptions/ending").status()).isEqualTo(303);
    assertThat(ideas.shown(id).state()).isEqualTo(IdeaState.RECEIVED);
    assertThat(adopt(id).leadsTo()).contains("/desk/campaigns/");
    assertThat(Visit.as(port, scene.supervisor("19")).post("/ideas/" + id + "/adoptions/ending").status()).as("those in power may free it").isEqualTo(303);
    assertThat(Visit.as(port, amina).post("/ideas/" + id + "/withdrawal").leadsTo()).isEqualTo("/ideas/" + id);
  }

  @Test
  void aNeedBecomesAnOpportunityAndIsClosedWithThePictureOfAfter() {
    IdeaId id = scene.need(amina);
    Visit.Answer answer = visit.post("/ideas/" + id + "/adoptions", "organization", hope.toString());
    assertThat(answer.leadsTo()).startsWith("/organizations/" + hope + "/desk/opportunities/");
    Visit.Answer draft = visit.get(answer.leadsTo());
    assertThat(draft.page().select("[name=title]").val()).isEqualTo(ideas.shown(id).told().title());
    assertThat(draft.page().select("[name=address]").val()).isEqualTo("36.195, 5.41");
    assertThat(visit.post("/ideas/" + id + "/closing", "answer", "جمعنا خمسين كيسًا").page().select("#upload-problem")).hasSize(1);
    Visit.Answer back = visit.postFile("/ideas/" + id + "/closing", "upload", "after.png", "image/png", IdeaScene.picture(), "answer", "قصير", "consent", "true");
    assertThat(back.page().select("#answer-problem")).hasSize(1);
    String kept = back.page().select("#closing [name=picture]").val();
    assertThat(kept).isNotEmpty();
    AccountId lila = SignIn.account("ليلى");
    scene.organization(lila);
    assertThat(Visit.as(port, lila).post("/ideas/" + id + "/closing", "answer", "جمعنا خمسين كيسًا", "picture", kept, "consent", "true").status()).as("another organisation").isEqualTo(404);
    assertThat(visit.post("/ideas/" + id + "/closing", "answer", "جمعنا خمسين كيسًا", "picture", kept, "consent", "true").status()).isEqualTo(303);
    Visit.Answer shown = new Visit(port).get("/ideas/" + id);
    assertThat(shown.page().select("main figure img").attr("alt")).startsWith("بعد");
    assertThat(shown.page().select(".ideas-way").text()).contains("جمعنا خمسين كيسًا");
    assertThat(visit.get("/organizations/" + hope + "/desk/ideas").body()).contains("/ideas/" + id + "\"");
  }

  @Test
  void aDraftThatWasThrownAwayLeavesTheIdeaInItsHands() {
    IdeaId id = scene.need(amina);
    String draft = visit.post("/ideas/" + id + "/adoptions", "organization", hope.toString()).leadsTo();
    db.sql("delete from opportunities.opportunity where id = :id").param("id", Long.parseLong(draft.replaceAll(".*/", ""))).update();
    assertThat(adoptions.of(id).orElseThrow().opportunity()).isNull();
    assertThat(visit.get("/ideas/" + id).status()).isEqualTo(200);
  }

  @Test
  void aTakenUpIdeaIsNotWithdrawnAndOneThatIsGoneIsNotTakenUp() {
    IdeaId id = scene.initiative(amina);
    adopt(id);
    Visit.as(port, amina).post("/ideas/" + id + "/withdrawal");
    assertThat(ideas.shown(id).state()).isEqualTo(IdeaState.PLANNED);
    IdeaId gone = scene.initiative(amina);
    ideas.withdraw(amina, gone);
    assertThatThrownBy(() -> adoptions.adopt(salim, hope, gone, FROM, TO)).isInstanceOf(NotFound.class);
  }
}
