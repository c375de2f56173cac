package dz.linatatawwa.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.OrganizationState;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Scene;
import dz.linatatawwa.organizations.Scope;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class SupervisionTests {

  private static final Decision VERIFY = new Decision("verified", null, null);
  private static final Decision REFUSE = new Decision("refused", "unclear-papers", "الوصل غير مقروء، أرسلوا صورة أوضح");

  @Autowired Matters matters;
  @Autowired Territories territories;
  @Autowired Organizations organizations;
  @Autowired Audit audit;
  @Autowired Escalation escalation;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void aSupervisorOfSetifDecidesInSetifAndNotInOran() {
    AccountId setif = Scene.supervisor(territories, "Samir", Scene.SETIF);
    MatterId inSetif = matter("جمعية الزنابق", Scope.WILAYA, false);
    MatterId inOran = matter("جمعية وهران الخضراء", Scope.WILAYA, true);
    MatterId national = matter("الجمعية الوطنية للغرس", Scope.NATIONAL, false);
    assertThat(matters.queue(setif, MatterFilter.waiting(), 1).rows()).extracting(Matter::id).contains(inSetif).doesNotContain(inOran, national);
    assertThatThrownBy(() -> matters.decide(setif, inOran, VERIFY)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> matters.decide(setif, national, VERIFY)).isInstanceOf(NotFound.class);
    assertThat(Visit.as(port, setif).get("/supervision/" + inOran.value()).status()).isEqualTo(404);
    assertThat(matters.decide(setif, inSetif, VERIFY)).isInstanceOf(Decided.Done.class);
    AccountId nation = Scene.supervisor(territories, "Lynda", null);
    assertThat(matters.decide(nation, inOran, VERIFY)).isInstanceOf(Decided.Done.class);
    assertThat(matters.decide(nation, national, VERIFY)).isInstanceOf(Decided.Done.class);
  }

  @Test
  void ofTwoSupervisorsAtOnceOneWinsAndTheOtherLearnsIt() throws Exception {
    AccountId one = Scene.supervisor(territories, "Karima", Scene.SETIF);
    AccountId two = Scene.supervisor(territories, "Walid", Scene.SETIF);
    for (int round = 0; round < 8; round++) {
      MatterId matter = matter("جمعية السباق " + round, Scope.WILAYA, false);
      CyclicBarrier start = new CyclicBarrier(2);
      List<Callable<Decided>> tries = List.of(
          () -> { start.await(); return matters.decide(one, matter, VERIFY); },
          () -> { start.await(); return matters.decide(two, matter, REFUSE); });
      List<Decided> answers = new ArrayList<>();
      try (var people = Executors.newFixedThreadPool(2)) {
        for (Future<Decided> answer : people.invokeAll(tries)) answers.add(answer.get());
      }
      assertThat(answers).filteredOn(Decided.Done.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(Decided.Already.class::isInstance).hasSize(1);
      Matter.Verdict verdict = matters.look(one, matter).verdict();
      Matter.Verdict told = ((Decided.Already) answers.stream().filter(Decided.Already.class::isInstance).findFirst().orElseThrow()).matter().verdict();
      assertThat(told).isEqualTo(verdict);
    }
  }

  @Test
  void whoComesTooLateReadsWhoDecidedWhat() {
    AccountId first = Scene.supervisor(territories, "Houria", Scene.SETIF);
    AccountId late = Scene.supervisor(territories, "Mourad", Scene.SETIF);
    MatterId matter = matter("جمعية الموعد", Scope.WILAYA, false);
    matters.decide(first, matter, VERIFY);
    Visit.Answer answer = Visit.as(port, late).post("/supervision/" + matter.value() + "/decision", "decision", "refused",
        "reasonCode", "other", "reason", "Documents illisibles pour moi");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.page().select(".notice-error").text()).contains("سبقك").contains("Houria");
  }

  @Test
  void whoBelongsToTheOrganisationDoesNotDecideOnIt() {
    AccountId supervisor = Scene.supervisor(territories, "Toufik", Scene.SETIF);
    OrganizationId own = organizations.register(Scene.profile("جمعية المشرف نفسه"), supervisor);
    Matter matter = matters.waiting(Organizations.VERIFICATION, own.value()).orElseThrow();
    assertThat(matters.decide(supervisor, matter.id(), VERIFY)).isEqualTo(new Decided.Partial());
    assertThat(organizations.find(own).orElseThrow().state()).isEqualTo(OrganizationState.WAITING);
    Visit visit = Visit.as(port, supervisor);
    assertThat(visit.get("/supervision/" + matter.id().value()).page().select("form[action$=/decision]")).isEmpty();
  }

  @Test
  void aRefusalNeedsACodeAndAWholeSentenceAndKeepsWhatWasTyped() {
    AccountId supervisor = Scene.supervisor(territories, "Nawal", Scene.SETIF);
    MatterId matter = matter("جمعية السبب", Scope.WILAYA, false);
    Visit visit = Visit.as(port, supervisor);
    visit.get("/supervision/" + matter.value());
    Visit.Answer without = visit.post("/supervision/" + matter.value() + "/decision", "decision", "refused", "reasonCode", "", "reason", "لا يكفي هذا الكلام وحده");
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.page().select("#reasonCode-problem")).hasSize(1);
    assertThat(without.page().select("textarea[name=reason]").text()).isEqualTo("لا يكفي هذا الكلام وحده");
    assertThat(without.page().select("input[name=decision][value=refused]").hasAttr("checked")).isTrue();
    assertThat(visit.post("/supervision/" + matter.value() + "/decision", "decision", "refused", "reasonCode", "other", "reason", "لا").status()).isEqualTo(422);
    assertThat(visit.post("/supervision/" + matter.value() + "/decision", "decision", "burnt").status()).isEqualTo(422);
    assertThat(matters.look(supervisor, matter).open()).isTrue();
  }

  @Test
  void theAuditLogOnlyGrows() {
    AccountId person = SignIn.account("Djamel");
    audit.note(person, "organization.suspended", "organization", 9_000_001, "سبب");
    for (String change : List.of("update supervision.audit set reason = 'x'", "delete from supervision.audit", "truncate supervision.audit")) {
      assertThatThrownBy(() -> JdbcClient.create(TestDatabase.one()).sql(change).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("only grows");
    }
    assertThat(audit.of("organization", "9000001")).singleElement().satisfies(line -> assertThat(line.reason()).isEqualTo("سبب"));
  }

  @Test
  void onlyAdministratorsSeeTheLogAndSupervisorsSeeThePeopleBelowThem() {
    AccountId supervisor = Scene.supervisor(territories, "Salim", Scene.ORAN);
    AccountId administrator = SignIn.administrator("Meriem");
    assertThat(Visit.as(port, supervisor).get("/supervision/audit").status()).isEqualTo(404);
    for (String path : List.of("/supervision/audit", "/supervision/people")) {
      assertThat(Visit.as(port, administrator).get(path).status()).isEqualTo(200);
      assertThat(new Visit(port).get(path).status()).isEqualTo(303);
    }
    AccountId setif = Scene.supervisor(territories, "Supervisor of the other wilaya", Scene.SETIF);
    assertThat(Visit.as(port, supervisor).get("/supervision/people").page().text()).contains("Salim").doesNotContain("Supervisor of the other wilaya");
    assertThat(Visit.as(port, administrator).get("/supervision/people?wilaya=19").page().text()).contains("Supervisor of the other wilaya").doesNotContain("Salim");
    assertThat(setif).isNotNull();
    for (String path : List.of("/supervision", "/supervision/people", "/supervision/workload", "/supervision/absences", "/supervision/digests", "/supervision/bulk")) {
      assertThat(Visit.as(port, SignIn.account("Nobody")).get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void anAdministratorGrantsAndEndsByContactWithAReasonThatIsLogged() {
    AccountId administrator = SignIn.administrator("Rachid");
    AccountId person = SignIn.account("Farida");
    String email = db.sql("select email from accounts.account where id = :id").param("id", person.value()).query(String.class).single();
    String until = LocalDate.now(Words.ZONE).plusYears(1).toString();
    Visit visit = Visit.as(port, administrator);
    Visit.Answer without = visit.post("/supervision/people", "contact", email, "territory", "31", "until", until, "reason", "");
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.page().select("input[name=contact]").val()).isEqualTo(email);
    assertThat(visit.post("/supervision/people", "contact", email, "territory", "31", "reason", "تكليف من الوزارة").page().select("#until-problem")).hasSize(1);
    assertThat(visit.post("/supervision/people", "contact", email, "territory", "31", "until", LocalDate.now(Words.ZONE).plusYears(3).toString(), "reason", "تكليف من الوزارة").status()).isEqualTo(422);
    assertThat(visit.post("/supervision/people", "contact", email, "territory", "31", "until", until, "reason", "تكليف من الوزارة").status()).isEqualTo(303);
    assertThat(territories.covers(person, Scene.ORAN)).isTrue();
    assertThat(territories.covers(person, Scene.SETIF)).isFalse();
    assertThat(visit.post("/supervision/people", "contact", email, "territory", "31", "until", until, "reason", "مرة أخرى").status()).isEqualTo(422);
    long power = db.sql("select id from supervision.supervisor where account_id = :id and ended_at is null").param("id", person.value()).query(Long.class).single();
    assertThat(visit.post("/supervision/people/endings", "power", Long.toString(power), "reason", "انتهت المهمة").status()).isEqualTo(303);
    assertThat(territories.covers(person, Scene.ORAN)).isFalse();
    assertThat(audit.of("account", person.toString())).extracting(AuditEntry::deed).containsExactly("supervisor.ended", "supervisor.granted");
  }

  @Test
  void whatIsOverdueIsToldToTheNationOnce() {
    AccountId nation = Scene.supervisor(territories, "Ouardia", null);
    MatterId matter = matter("جمعية منسية", Scope.WILAYA, true);
    db.sql("update supervision.matter set due_at = now() - interval '2 hours' where id = :id").param("id", matter.value()).update();
    escalation.run();
    escalation.run();
    assertThat(db.sql("select count(*) from notices.notice where account_id = :nation and kind = 'matter-escalated' and link = :link")
        .param("nation", nation.value()).param("link", "/supervision/" + matter.value()).query(Long.class).single()).isEqualTo(1);
    assertThat(matters.queue(nation, MatterFilter.waiting().showing(MatterFilter.Show.OVERDUE), 1).rows()).extracting(Matter::id).contains(matter);
  }

  private MatterId matter(String name, Scope scope, boolean oran) {
    var profile = oran ? Scene.profile(name, null, scope, Scene.ORAN, new CommuneCode("3101"))
        : Scene.profile(name, null, scope, Scene.SETIF, new CommuneCode("1901"));
    OrganizationId id = organizations.register(profile, SignIn.account("Owner of " + name));
    return matters.waiting(Organizations.VERIFICATION, id.value()).orElseThrow().id();
  }
}
