package dz.linatatawwa.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.organizations.Scene;
import dz.linatatawwa.supervision.Decided;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The desk: who sees what, what each deed does, and that only a decided matter takes hours back. */
@WorldTest
class DeskTests {

  private static final Instant NINE = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(9)).plus(Duration.ofHours(8));

  @Autowired JdbcClient db;
  @Autowired JdbcTemplate plain;
  @Autowired JsonMapper json;
  @Autowired Checks checks;
  @Autowired Integrity integrity;
  @Autowired Weights weights;
  @Autowired Matters matters;
  @Autowired Territories territories;
  @Autowired HourLedger ledger;
  @Autowired TransactionTemplate inTransaction;
  @LocalServerPort int port;

  private AccountId setif;
  private long organization;
  private long coordinator;
  private long volunteer;
  private List<Long> claims;
  private long doubt;

  /** A traveller of Sétif and Tamanrasset, confirmed by a coordinator of Sétif, in the ledger too. */
  @BeforeEach
  void aDoubt() {
    Country country = new Country(db, json);
    organization = country.organization(Instant.parse("2025-03-01T09:00:00Z"));
    coordinator = country.coordinator(organization);
    volunteer = country.volunteer();
    long here = country.shift(country.opportunity(organization, Country.SETIF), NINE, Duration.ofHours(3));
    long there = country.shift(country.opportunity(organization, Country.TAMANRASSET), NINE.plus(Duration.ofHours(4)), Duration.ofHours(3));
    claims = List.of(country.claim(volunteer, here).note(), country.claim(volunteer, there).note());
    country.write();
    checks.lookAt(claims);
    doubt = doubtOf(volunteer);
    setif = Scene.supervisor(territories, "Samir", Scene.SETIF);
  }

  @Test
  void onlySupervisorsOfTheTerritorySeeIt() {
    AccountId oran = Scene.supervisor(territories, "Lynda", Scene.ORAN);
    AccountId nation = Scene.supervisor(territories, "Ouardia", null);
    assertThat(Visit.as(port, setif).open("/supervision/integrity/" + doubt).status()).isEqualTo(200);
    assertThat(Visit.as(port, nation).open("/supervision/integrity/" + doubt).status()).isEqualTo(200);
    for (AccountId other : List.of(oran, new AccountId(coordinator), new AccountId(volunteer), SignIn.administrator("Administrator"))) {
      Visit visit = Visit.as(port, other);
      assertThat(visit.get("/supervision/integrity/" + doubt).status()).isEqualTo(404);
      for (String deed : List.of("clearance", "questions", "matter", "handover")) {
        assertThat(visit.post("/supervision/integrity/" + doubt + "/" + deed, "clearBecause", "كل شيء على ما يرام", "openBecause", "كل شيء على ما يرام",
            "handBecause", "كل شيء على ما يرام", "to", "nation", "side", "organization", "question", "كيف حدث هذا يا ترى؟").status()).as(deed).isEqualTo(404);
      }
    }
    assertThat(Visit.as(port, oran).get("/supervision/integrity").body()).doesNotContain("/supervision/integrity/" + doubt + "\"");
    assertThat(Visit.as(port, new AccountId(coordinator)).get("/supervision/integrity").status()).isEqualTo(404);
    assertThat(new Visit(port).get("/supervision/integrity").status()).isEqualTo(303);
    assertThat(state(doubt)).isEqualTo("open");
  }

  @Test
  void whoBelongsToTheOrganisationDoesNotLookEvenAsItsSupervisor() {
    AccountId both = Scene.supervisor(territories, "Karima", Scene.SETIF);
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:organization, :person, 'reader')").param("organization", organization)
        .param("person", both.value()).update();
    assertThat(Visit.as(port, both).get("/supervision/integrity/" + doubt).status()).isEqualTo(404);
    assertThat(integrity.queue(both, DoubtFilter.waiting(), 1).rows()).extracting(Doubt::id).doesNotContain(doubt);
    AccountId confirmer = Scene.supervisor(territories, "Walid", Scene.SETIF);
    db.sql("update hours.claim set decided_by = :by, vouched_at = now(), vouched_level = 'supervisor' where id = :id").param("by", confirmer.value())
        .param("id", claims.getFirst()).update();
    assertThat(Visit.as(port, confirmer).get("/supervision/integrity/" + doubt).status()).as("who confirmed it is on a side").isEqualTo(404);
  }

  @Test
  void theQueueIsSortedByRiskFilteredByTheAddressAndSaysWhy() {
    Visit visit = Visit.as(port, setif);
    String page = visit.get("/supervision/integrity?check=distance&wilaya=19&organization=" + organization).body();
    assertThat(page).contains("/supervision/integrity/" + doubt + "\"").contains("45");
    AccountId french = Scene.supervisor(territories, "Amel", Scene.SETIF);
    db.sql("update accounts.account set language = 'fr' where id = :id").param("id", french.value()).update();
    assertThat(Visit.as(port, french).open("/supervision/integrity/" + doubt).page().text()).contains("à vol d’oiseau").contains("km");
    assertThat(visit.get("/supervision/integrity?check=ring&organization=" + organization).body()).doesNotContain("/supervision/integrity/" + doubt + "\"");
    assertThat(visit.get("/supervision/integrity?wilaya=31").body()).doesNotContain("/supervision/integrity/" + doubt + "\"");
    assertThat(visit.get("/supervision/integrity?show=cleared&organization=" + organization).body()).doesNotContain("/supervision/integrity/" + doubt + "\"");
    assertThat(integrity.queue(setif, DoubtFilter.waiting(), 1).rows()).isSortedAccordingTo((one, other) -> other.risk() - one.risk());
  }

  @Test
  void nothingWrongNeedsAReasonLeavesTheQueueAndIsAudited() {
    Visit visit = Visit.as(port, setif);
    visit.open("/supervision/integrity/" + doubt);
    var short_ = visit.post("/supervision/integrity/" + doubt + "/clearance", "clearBecause", "نعم");
    assertThat(short_.status()).isEqualTo(422);
    assertThat(short_.page().selectFirst("#clearBecause").text()).isEqualTo("نعم");
    assertThat(visit.post("/supervision/integrity/" + doubt + "/clearance", "clearBecause", "سافر بالطائرة وأرى تذكرته").status()).isEqualTo(303);
    assertThat(state(doubt)).isEqualTo("cleared");
    assertThat(integrity.queue(setif, DoubtFilter.waiting(), 1).rows()).extracting(Doubt::id).doesNotContain(doubt);
    checks.lookAt(claims);
    assertThat(state(doubt)).as("the same finding does not come back").isEqualTo("cleared");
    assertThat(audited("doubt.cleared")).isEqualTo("سافر بالطائرة وأرى تذكرته");
  }

  @Test
  void aSideIsAskedByNoticeAndItsAnswerIsKept() {
    Visit visit = Visit.as(port, setif);
    visit.open("/supervision/integrity/" + doubt);
    assertThat(visit.post("/supervision/integrity/" + doubt + "/questions", "question", "كيف كنتم في المكانين؟").status()).as("nobody chosen").isEqualTo(422);
    visit.post("/supervision/integrity/" + doubt + "/questions", "side", "volunteer", "question", "كيف كنتم في المكانين؟");
    assertThat(state(doubt)).isEqualTo("asked");
    String link = db.sql("select link from notices.notice where account_id = :person and kind = 'integrity-question'").param("person", volunteer).query(String.class).single();
    assertThat(Visit.as(port, new AccountId(coordinator)).get(link).status()).as("not asked").isEqualTo(404);
    Visit asked = Visit.as(port, new AccountId(volunteer));
    assertThat(asked.get(link).body()).contains("كيف كنتم في المكانين؟");
    assertThat(asked.post(link + "/answer", "answer", " ").status()).isEqualTo(422);
    assertThat(asked.post(link + "/answer", "answer", "أخذت الطائرة").status()).isEqualTo(303);
    asked.post(link + "/answer", "answer", "جواب ثانٍ");
    assertThat(visit.open("/supervision/integrity/" + doubt).body()).contains("أخذت الطائرة").doesNotContain("جواب ثانٍ");
    assertThat(db.sql("select count(*) from notices.notice where account_id = :person and kind = 'integrity-answer'").param("person", setif.value()).query(Long.class).single()).isEqualTo(1);
    assertThat(audited("doubt.asked")).isEqualTo("كيف كنتم في المكانين؟");
    visit.post("/supervision/integrity/" + doubt + "/questions", "side", "organization", "question", "من كتب الحضور في تمنراست؟");
    assertThat(db.sql("select count(*) from notices.notice where account_id = :person and kind = 'integrity-question'").param("person", coordinator).query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void onlyADecidedMatterTakesHoursBackByLinesOfTheLedger() {
    ledger.confirm(new dz.linatatawwa.organizations.OrganizationId(organization), List.of(new dz.linatatawwa.hours.ClaimId(claims.getFirst())), new AccountId(coordinator), null);
    assertThat(minutes()).isEqualTo(180);
    Visit.as(port, setif).post("/supervision/integrity/" + doubt + "/matter", "openBecause", "لا يمكن قطع هذه المسافة");
    assertThat(state(doubt)).isEqualTo("case");
    assertThat(minutes()).as("a matter alone changes nothing").isEqualTo(180);
    Matter matter = matters.waiting("integrity-doubt", doubt).orElseThrow();
    assertThat(Visit.as(port, setif).open("/supervision/" + matter.id().value()).status()).isEqualTo(200);
    assertThat(matters.decide(setif, matter.id(), new Decision("taken-back", null, "لم يحضر في المكان الثاني كما تبين"))).isInstanceOf(Decided.Done.class);
    assertThat(minutes()).isZero();
    assertThat(db.sql("select state from hours.claim where id = any(:ids) order by id").param("ids", claims.toArray(Long[]::new)).query(String.class).list())
        .containsExactly("reversed", "refused");
    assertThat(ledger.verify()).isEmpty();
    assertThat(state(doubt)).isEqualTo("settled");
  }

  @Test
  void aMatterDecidedAsRightLeavesEveryHour() {
    Visit.as(port, setif).post("/supervision/integrity/" + doubt + "/matter", "openBecause", "لا يمكن قطع هذه المسافة");
    Matter matter = matters.waiting("integrity-doubt", doubt).orElseThrow();
    assertThat(matters.decide(setif, matter.id(), new Decision("stands", null, "عرض تذكرة الطائرة وصورًا"))).isInstanceOf(Decided.Done.class);
    assertThat(db.sql("select distinct state from hours.claim where id = any(:ids)").param("ids", claims.toArray(Long[]::new)).query(String.class).list()).containsExactly("proposed");
  }

  @Test
  void itIsHandedToAColleagueOrToTheNation() {
    AccountId colleague = Scene.supervisor(territories, "Naima", Scene.SETIF);
    AccountId nation = Scene.supervisor(territories, "Tarek", null);
    Visit.as(port, setif).post("/supervision/integrity/" + doubt + "/handover", "to", colleague.toString(), "handBecause", "أعرف هذا المتطوع شخصيًا");
    assertThat(integrity.queue(colleague, new DoubtFilter(null, null, null, null, false, true), 1).rows()).extracting(Doubt::id).containsExactly(doubt);
    Visit.as(port, colleague).open("/supervision/integrity/" + doubt);
    assertThat(Visit.as(port, colleague).post("/supervision/integrity/" + doubt + "/handover", "to", Long.toString(coordinator), "handBecause", "لأن الأمر يخصه هو").status())
        .as("not a supervisor").isEqualTo(422);
    Visit.as(port, colleague).post("/supervision/integrity/" + doubt + "/handover", "to", "nation", "handBecause", "الأمر يتعلق بولايتين");
    assertThat(Visit.as(port, colleague).get("/supervision/integrity/" + doubt).status()).isEqualTo(404);
    assertThat(Visit.as(port, nation).open("/supervision/integrity/" + doubt).status()).isEqualTo(200);
    assertThat(audited("doubt.handed-over")).isNotBlank();
  }

  @Test
  void otherWeightsAreSeenBeforeTheyHoldAndChangedOnlyByAdministrators() {
    AccountId administrator = SignIn.administrator("Administrator of weights");
    Visit visit = Visit.as(port, administrator);
    int before = integrity.queue(setif, DoubtFilter.waiting(), 1).rows().size();
    assertThat(before).isPositive();
    assertThat(Visit.as(port, setif).get("/supervision/integrity/weights").status()).isEqualTo(404);
    assertThat(Visit.as(port, setif).post("/supervision/integrity/weights", "distance", "1", "because", "لا أحب هذا الفحص").status()).isEqualTo(404);
    Weights.Preview preview = weights.preview(Map.of("distance", 10));
    assertThat(preview.goes()).isPositive();
    assertThat(visit.get("/supervision/integrity/weights?distance=10").status()).isEqualTo(200);
    assertThat(integrity.queue(setif, DoubtFilter.waiting(), 1).rows()).as("a preview changes nothing").hasSize(before);
    assertThat(visit.get("/supervision/integrity/weights?distance=999").status()).isEqualTo(422);
    assertThat(visit.post("/supervision/integrity/weights", "distance", "10", "because", "").status()).isEqualTo(422);
    visit.post("/supervision/integrity/weights", "distance", "10", "because", "كثرت التنبيهات في الجنوب");
    assertThat(integrity.queue(setif, DoubtFilter.waiting(), 1).rows()).extracting(Doubt::id).doesNotContain(doubt);
    Finding finding = integrity.look(setif, doubt).open().getFirst();
    assertThat(finding.weight()).isEqualTo(10);
    assertThat(finding.then()).as("what it counted when it was found stays").isEqualTo(45);
    assertThat(audited("integrity.weights-changed")).isEqualTo("كثرت التنبيهات في الجنوب");
    weights.change(administrator, Map.of("distance", 45), "as before");
  }

  @Test
  void theQueueIsPagedAndPlannedByAnIndex() {
    db.sql("""
        insert into integrity.doubt (about, subject_id, organization_id, organizations, wilaya_code, risk)
        select 'shift', 900000000 + i, :organization, array[cast(:organization as bigint)], lpad((1 + i % 48)::text, 2, '0'), 40 + i % 100
        from generate_series(1, 20000) i""").param("organization", organization).update();
    db.sql("analyze integrity.doubt").update();
    assertThat(integrity.queue(setif, DoubtFilter.waiting(), 2).rows()).hasSize(DoubtTable.PAGE);
    String plan = inTransaction.execute(status -> String.join("\n", plain.queryForList("""
        explain select d.* from integrity.doubt d
        where d.state = any(array['open', 'asked']) and d.risk >= 40 and d.risk > 0 and (false or d.wilaya_code = any(cast(array['19'] as char(2)[])))
          and not d.organizations && array[]::bigint[] order by d.risk desc, d.id desc limit 20""", String.class)));
    assertThat(plan).contains("doubt_wilaya_code_state_risk_id_idx").doesNotContain("Seq Scan");
    db.sql("delete from integrity.doubt where subject_id > 900000000").update();
  }

  private long doubtOf(long person) {
    return db.sql("select id from integrity.doubt where about = 'volunteer' and subject_id = :person").param("person", person).query(Long.class).single();
  }

  private String state(long id) {
    return db.sql("select state from integrity.doubt where id = :id").param("id", id).query(String.class).single();
  }

  private long minutes() {
    return db.sql("select coalesce(sum(minutes), 0) from hours.entry where volunteer_id = :person").param("person", volunteer).query(Long.class).single();
  }

  private String audited(String deed) {
    return db.sql("select coalesce(reason, '') from supervision.audit where deed = :deed order by id desc limit 1").param("deed", deed).query(String.class).single();
  }
}
