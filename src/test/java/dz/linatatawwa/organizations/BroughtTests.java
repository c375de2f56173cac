package dz.linatatawwa.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.MatterFilter;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class BroughtTests {

  private static final byte[] PDF = "%PDF-1.4\n1 0 obj <<>> endobj trailer <<>>\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  private static final Sendings.Filter ALL = new Sendings.Filter(null, null, null);

  @Autowired Organizations organizations;
  @Autowired Sendings sendings;
  @Autowired Matters matters;
  @Autowired Territories territories;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void sendsAllOfAFilterToVerificationAndTakesThemBack() {
    OrganizationId setif = brought("جمعية النخيل", 71);
    OrganizationId second = brought("جمعية الواحة", 71);
    OrganizationId other = brought("جمعية السهل", 72);
    OrganizationId oran = broughtIn("جمعية الأفق", 71);
    AccountId supervisor = Scene.supervisor(territories, "Kamel", Scene.SETIF);
    assertThat(sendings.drafts(supervisor, new Sendings.Filter(null, null, 71L), 1).rows()).extracting(Organization::id).containsExactlyInAnyOrder(setif, second);

    Sendings.Sending sent = sendings.send(supervisor, new Sendings.Filter(null, null, 71L), List.of()).orElseThrow();
    assertThat(sent.number()).isEqualTo(2);
    assertThat(List.of(state(setif), state(second))).containsOnly(OrganizationState.WAITING);
    assertThat(List.of(state(other), state(oran))).containsOnly(OrganizationState.DRAFT);
    assertThat(sendings.send(supervisor, new Sendings.Filter(null, null, 71L), List.of())).isEmpty();

    var matter = matters.waiting(Organizations.VERIFICATION, setif.value()).orElseThrow();
    matters.decide(supervisor, matter.id(), new Decision("verified", null, null));
    assertThatThrownBy(() -> sendings.undo(Scene.supervisor(territories, "Samir", Scene.SETIF), sent.id())).isInstanceOf(NotFound.class);
    assertThat(sendings.undo(supervisor, sent.id())).isEqualTo(1);
    assertThat(state(setif)).isEqualTo(OrganizationState.VERIFIED);
    assertThat(state(second)).isEqualTo(OrganizationState.DRAFT);
    assertThat(matters.waiting(Organizations.VERIFICATION, second.value())).isEmpty();
  }

  @Test
  void sendsOnlyWhatLiesInTheSupervisorsTerritoryWhateverIsTicked() {
    OrganizationId oran = broughtIn("جمعية المرسى", 81);
    AccountId supervisor = Scene.supervisor(territories, "Nadir", Scene.SETIF);
    assertThat(sendings.send(supervisor, ALL, List.of(oran.value()))).isEmpty();
    assertThat(state(oran)).isEqualTo(OrganizationState.DRAFT);
  }

  @Test
  void thePageSendsThoseTickedAndOffersToTakeItBack() {
    OrganizationId one = brought("جمعية الزهور", 91);
    OrganizationId left = brought("جمعية الورود", 91);
    Visit supervisor = Visit.as(port, Scene.supervisor(territories, "Lila", Scene.SETIF)).reading("fr");
    assertThat(supervisor.get("/supervision/brought?from=91").page().select("input[name=id]")).hasSize(2);
    Visit.Answer sent = supervisor.post("/supervision/brought/sendings", "from", "91", "which", "chosen", "id", one.toString());
    assertThat(sent.leadsTo()).isEqualTo("/supervision/brought?from=91");
    assertThat(List.of(state(one), state(left))).containsExactly(OrganizationState.WAITING, OrganizationState.DRAFT);
    var undo = supervisor.get(sent.leadsTo()).page().select("form[action$=/reversal]").first();
    supervisor.post(undo.attr("action"));
    assertThat(state(one)).isEqualTo(OrganizationState.DRAFT);
    assertThat(Visit.as(port, SignIn.account("Amina")).get("/supervision/brought").status()).isEqualTo(404);
  }

  @Test
  void whoProvesThatAnOrganisationIsTheirsBecomesItsOwner() {
    AccountId supervisor = Scene.supervisor(territories, "Farid", Scene.SETIF);
    OrganizationId id = brought("جمعية البيبان", 95);
    sendings.send(supervisor, new Sendings.Filter(null, null, 95L), List.of());
    matters.decide(supervisor, matters.waiting(Organizations.VERIFICATION, id.value()).orElseThrow().id(), new Decision("verified", null, null));
    AccountId nadia = SignIn.account("نادية");
    AccountId karim = SignIn.account("كريم");
    String page = "/organizations/" + id;
    assertThat(new Visit(port).get(page).page().select("a[href=" + page + "/take-over]")).hasSize(1);

    Visit visit = Visit.as(port, nadia).reading("fr");
    Visit.Answer empty = visit.post(page + "/take-over", "number", "", "words", "présidente du bureau");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.page().select("#papers-problem, #number-problem")).hasSize(2);
    assertThat(empty.page().select("textarea[name=words]").text()).isEqualTo("présidente du bureau");
    assertThat(visit.postFile(page + "/take-over", "papers", "recepisse.pdf", "application/pdf", PDF, "number", "2021/117", "words", "présidente du bureau").status()).isEqualTo(303);
    assertThat(Visit.as(port, karim).postFile(page + "/take-over", "papers", "r.pdf", "application/pdf", PDF, "number", "9", "words", "أنا الرئيس").status()).isEqualTo(303);

    var asked = matters.queue(supervisor, MatterFilter.waiting().ofKind(Takeovers.MATTER), 1).rows();
    assertThat(asked).hasSize(2);
    long takeover = db.sql("select id from organizations.takeover where account_id = :nadia").param("nadia", nadia.value()).query(Long.class).single();
    var matter = matters.waiting(Takeovers.MATTER, takeover).orElseThrow();
    var shown = Visit.as(port, supervisor).open("/supervision/" + matter.id().value()).page();
    assertThat(shown.text()).contains("2021/117", "présidente du bureau", "recepisse.pdf");
    String paper = shown.select("a[href^=/files/]").attr("href");
    assertThat(Visit.as(port, karim).get(paper).status()).isEqualTo(404);
    assertThat(Visit.as(port, supervisor).get(paper).status()).isEqualTo(200);

    matters.decide(supervisor, matter.id(), new Decision("accepted", null, null));
    assertThat(organizations.role(nadia, id)).contains(Role.OWNER);
    assertThat(organizations.role(karim, id)).isEmpty();
    assertThat(matters.queue(supervisor, MatterFilter.waiting().ofKind(Takeovers.MATTER), 1).rows()).isEmpty();
    assertThat(db.sql("select count(*) from notices.notice where account_id in (:nadia, :karim)").param("nadia", nadia.value()).param("karim", karim.value())
        .query(Long.class).single()).isEqualTo(2);
    assertThat(Visit.as(port, karim).get(page + "/take-over").status()).isEqualTo(404);
  }

  private OrganizationState state(OrganizationId id) {
    return organizations.find(id).orElseThrow().state();
  }

  private OrganizationId brought(String name, long from) {
    return organizations.bring(Scene.profile(name), OrganizationState.DRAFT, null, from);
  }

  private OrganizationId broughtIn(String name, long from) {
    return organizations.bring(Scene.profile(name, null, Scope.WILAYA, Scene.ORAN, new CommuneCode("3101")), OrganizationState.DRAFT, null, from);
  }
}
