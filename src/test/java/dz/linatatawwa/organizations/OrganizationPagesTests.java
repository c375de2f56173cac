package dz.linatatawwa.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class OrganizationPagesTests {

  private static final String[] WHOLE = {"kind", "association", "nameAr", "جمعية البهجة الثقافية", "nameFr", "Association El Bahdja", "scope", "wilaya",
      "receiptNumber", "45/2019", "receiptDate", "2019-05-02", "receiptAuthority", "wilaya", "wilaya", "19", "commune", "العلمة", "fields", "CUL",
      "phone", "036 84 12 34", "president", "كريم مزيان", "mandateEnds", "2027-12-31"};
  private static final byte[] PDF = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << >>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

  @Autowired Organizations organizations;
  @Autowired Members members;
  @Autowired Matters matters;
  @Autowired Territories territories;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void registersAnAssociationWithItsPapersAndWaits() {
    AccountId owner = SignIn.account("Karim");
    Visit visit = Visit.as(port, owner);
    Visit.Answer answer = visit.postFile("/organizations/new", "documents", "recepisse.pdf", "application/pdf", PDF, WHOLE);
    assertThat(answer.status()).as(answer.page().select(".error-summary").text()).isEqualTo(303);
    Membership own = organizations.ofMember(owner).getFirst();
    assertThat(own.role()).isEqualTo(Role.OWNER);
    assertThat(own.organization().state()).isEqualTo(OrganizationState.WAITING);
    assertThat(own.organization().profile().seat().commune().value()).isEqualTo("1920");
    assertThat(own.organization().profile().reach().phone()).isEqualTo("+21336841234");
    Document desk = visit.get(answer.leadsTo()).page();
    assertThat(desk.select(".notice-waiting")).isNotEmpty();
    Document profile = visit.get(answer.leadsTo() + "/profile").page();
    String paper = profile.select("a[href^=/files/]").attr("href");

    assertThat(visit.get(paper).header("Content-Disposition").orElse("")).startsWith("attachment");
    assertThat(visit.get(paper).header("X-Content-Type-Options")).contains("nosniff");
    assertThat(visit.get(paper).header("Cache-Control").orElse("")).contains("no-store");
    assertThat(Visit.as(port, SignIn.account("Stranger")).get(paper).status()).isEqualTo(404);
    assertThat(new Visit(port).get(paper).status()).isEqualTo(404);
    assertThat(Visit.as(port, Scene.supervisor(territories, "Of Oran", Scene.ORAN)).get(paper).status()).isEqualTo(404);
    assertThat(Visit.as(port, Scene.supervisor(territories, "Of Setif", Scene.SETIF)).get(paper).status()).isEqualTo(200);
    assertThat(new Visit(port).get("/organizations/" + own.organization().id()).status()).isEqualTo(404);
  }

  @Test
  void aFormThatDoesNotFitComesBackWithEverythingTypedAndAReasonBesideEachField() {
    Visit visit = Visit.as(port, SignIn.account("Lila"));
    Map<String, String> typed = new LinkedHashMap<>();
    for (int i = 0; i < WHOLE.length; i += 2) typed.put(WHOLE[i], WHOLE[i + 1]);
    typed.putAll(Map.of("nameAr", "Latin only", "receiptDate", "2999-01-01", "commune", "لا وجود لها", "phone", "12", "website", "pas un site"));
    String[] pairs = typed.entrySet().stream().flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue())).toArray(String[]::new);
    Visit.Answer answer = visit.post("/organizations/new", pairs);
    assertThat(answer.status()).isEqualTo(422);
    Document page = answer.page();
    for (String field : List.of("nameAr", "receiptDate", "commune", "phone", "website")) {
      assertThat(page.select("#" + field + "-problem")).as(field).hasSize(1);
    }
    assertThat(page.select("#nameAr").val()).isEqualTo("Latin only");
    assertThat(page.select("#nameFr").val()).isEqualTo("Association El Bahdja");
    assertThat(page.select("#website").val()).isEqualTo("pas un site");
    assertThat(page.select("input[name=fields][value=CUL]").hasAttr("checked")).isTrue();
    assertThat(visit.get("/organizations/new").page().select("#president").val()).as("a reload").isEqualTo("كريم مزيان");
  }

  @Test
  void aRefusedPaperGivesAPlainReasonAndTheFormKeepsWhatWasTyped() {
    Visit visit = Visit.as(port, SignIn.account("Sofiane"));
    Visit.Answer answer = visit.postFile("/organizations/new", "documents", "recepisse.pdf.exe", "application/pdf", PDF, WHOLE);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select("#documents-problem")).hasSize(1);
    assertThat(answer.page().select("#nameAr").val()).isEqualTo("جمعية البهجة الثقافية");
  }

  @Test
  void eachRoleMayDoItsOwnAndToOthersTheDeskDoesNotExist() {
    AccountId owner = SignIn.account("Owner");
    OrganizationId id = organizations.register(Scene.profile("جمعية الأدوار"), owner);
    AccountId coordinator = member(id, "coordinator");
    AccountId reader = member(id, "reader");
    AccountId foreign = SignIn.account("Foreign");
    String desk = "/organizations/" + id + "/desk";
    for (String page : List.of(desk, desk + "/profile", desk + "/members", "/organizations/" + id)) {
      for (AccountId insider : List.of(owner, coordinator, reader)) assertThat(Visit.as(port, insider).get(page).status()).as(page).isEqualTo(200);
      assertThat(Visit.as(port, foreign).get(page).status()).as(page).isEqualTo(404);
    }
    assertThat(new Visit(port).get(desk).status()).isEqualTo(303);
    for (String deed : List.of(desk + "/profile", desk + "/invitations", desk + "/verification", desk + "/members/" + reader + "/role")) {
      for (AccountId other : List.of(coordinator, reader, foreign)) assertThat(Visit.as(port, other).post(deed, "role", "owner").status()).as(deed).isEqualTo(404);
    }
    for (AccountId other : List.of(owner, coordinator, reader, foreign)) {
      assertThat(Visit.as(port, other).get("/organizations/" + id + "/oversight").status()).isEqualTo(404);
      assertThat(Visit.as(port, other).post("/organizations/" + id + "/suspension", "code", "danger", "words", "لأنني أريد ذلك").status()).isEqualTo(404);
    }
    assertThat(Visit.as(port, coordinator).post(desk + "/members/" + reader + "/end").status()).isEqualTo(404);
    assertThat(organizations.mayRun(coordinator, id)).isTrue();
    assertThat(organizations.mayRun(reader, id)).isFalse();
    assertThat(organizations.coordinators(id)).containsExactly(owner, coordinator);
    assertThat(Visit.as(port, owner).post(desk + "/members/" + reader + "/role", "role", "coordinator").status()).isEqualTo(303);
    assertThat(Visit.as(port, owner).post(desk + "/members/" + coordinator + "/end").status()).isEqualTo(303);
    assertThat(organizations.coordinators(id)).containsExactly(owner, reader);
    assertThat(Visit.as(port, owner).post(desk + "/members/" + owner + "/end").status()).isEqualTo(422);
    assertThat(Visit.as(port, owner).get("/organizations/99999999/desk").status()).isEqualTo(404);
    assertThat(Visit.as(port, owner).get("/organizations/0/desk").status()).isEqualTo(404);
  }

  @Test
  void anInvitationIsAcceptedOnlyByWhomTheContactBelongsTo() {
    AccountId owner = SignIn.account("Inviter");
    AccountId invited = SignIn.account("Invited");
    AccountId other = SignIn.account("Somebody else");
    OrganizationId id = organizations.register(Scene.profile("جمعية الدعوة"), owner);
    String email = db.sql("select email from accounts.account where id = :id").param("id", invited.value()).query(String.class).single();
    String desk = "/organizations/" + id + "/desk";
    Visit visit = Visit.as(port, owner);
    assertThat(visit.post(desk + "/invitations", "contact", "not a contact", "role", "coordinator").status()).isEqualTo(422);
    assertThat(visit.post(desk + "/invitations", "contact", email, "role", "coordinator").status()).isEqualTo(303);
    assertThat(visit.post(desk + "/invitations", "contact", email, "role", "coordinator").status()).as("twice").isEqualTo(422);
    Document page = Visit.as(port, invited).get("/organizations/invitations").page();
    String accept = page.select("form[action$=/acceptance]").attr("action");
    assertThat(Visit.as(port, other).post(accept).status()).isEqualTo(404);
    assertThat(Visit.as(port, invited).post(accept).status()).isEqualTo(303);
    assertThat(organizations.role(invited, id)).contains(Role.COORDINATOR);
    assertThat(Visit.as(port, invited).post(accept).status()).as("again").isEqualTo(404);
  }

  @Test
  void theListItsPagesAndTheApiShowVerifiedOnesOnly() {
    OrganizationId hidden = organizations.register(Scene.profile("جمعية تنتظر دورها"), SignIn.account("Waiting"));
    OrganizationId shown = organizations.register(Scene.profile("جمعية قلوب رحيمة"), SignIn.account("Shown"));
    AccountId supervisor = Scene.supervisor(territories, "Fatiha", Scene.SETIF);
    matters.decide(supervisor, matters.waiting(Organizations.VERIFICATION, shown.value()).orElseThrow().id(), new Decision("verified", null, null));
    Visit visitor = new Visit(port);
    Document list = visitor.get("/organizations?q=رحيمه&wilaya=19").page();
    assertThat(list.select(".card-title").eachText()).contains("جمعية قلوب رحيمة");
    assertThat(list.text()).doesNotContain("جمعية تنتظر دورها");
    assertThat(visitor.get("/organizations/" + hidden).status()).isEqualTo(404);
    assertThat(visitor.get("/organizations/" + shown).page().select("h1").text()).isEqualTo("جمعية قلوب رحيمة");
    assertThat(visitor.get("/api/organizations?q=رحيمة").body()).contains("\"nameAr\":\"جمعية قلوب رحيمة\"").doesNotContain("+213");
    assertThat(visitor.get("/api/organizations/" + shown).status()).isEqualTo(200);
    assertThat(visitor.get("/api/organizations/" + hidden).status()).isEqualTo(404);
    assertThat(visitor.get("/organizations?q=zzzz&wilaya=xx&page=-4&kind=burnt").status()).isEqualTo(200);
    assertThat(visitor.get("/organizations?q=zzzz").page().select(".empty")).hasSize(1);
    assertThat(visitor.get("/api/openapi.json").body()).contains("/api/organizations/{id}");
  }

  private AccountId member(OrganizationId id, String role) {
    AccountId person = SignIn.account("A " + role);
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:id, :person, :role)")
        .param("id", id.value()).param("person", person.value()).param("role", role).update();
    return person;
  }
}
