package dz.linatatawwa.guardians;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.participation.Wish;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.volunteers.GuardianPurpose;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups of schools and scouts, papers that guardians signed, and the rules of an opportunity, through the pages. */
@WorldTest
class GroupAndPaperTests {

  private static final byte[] PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII);

  @Autowired YouthGroups groups;
  @Autowired Guardians guardians;
  @Autowired Accounts accounts;
  @Autowired Participation participation;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  Scene scene;
  AccountId leader;
  AccountId director;
  long school;
  String desk;

  @BeforeEach
  void aSchool() {
    TestClock.one().back();
    db.sql("delete from volunteers.guardian_ask").update();
    scene = new Scene(db);
    leader = scene.account("معلمة القسم");
    director = scene.account("المدير");
    school = scene.organization(leader);
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:id, :director, 'coordinator')").param("id", school)
        .param("director", director.value()).update();
    desk = "/organizations/" + school + "/desk";
  }

  @Test
  void aClassIsRegisteredFilledAndBroughtToAnAssociationsShiftWithOneSignedSheet() {
    YouthGroup group = filled("أحمد الصغير; " + born(11) + "; والد أحمد; 0661000001\nمريم الصغيرة; " + born(12) + "; والدة مريم");
    long association = scene.organization(scene.account("جمعية"));
    ShiftId shift = scene.byDay(scene.opportunity(association, "at-once", 10), 5);
    Visit teacher = Visit.as(port, leader);
    String seats = desk + "/groups/" + group.id() + "/seats";
    List<String> members = groups.members(group).stream().map(member -> Long.toString(member.id())).toList();
    assertThat(teacher.get(seats + "?opportunity=" + opportunityOf(shift)).page().select(".guardians-who .pill-error")).as("no consent yet").hasSize(2);
    assertThat(teacher.post(seats, "opportunity", opportunityOf(shift), "shift", shift.toString(), "members", members.get(0), "members", members.get(1)).status())
        .isEqualTo(422);
    assertThat(scene.taken(shift)).isZero();

    String paper = brought(teacher, group, members);
    assertThat(groups.members(group)).allMatch(member -> member.waits() && member.agreed() == 0);
    assertThat(teacher.post(paper + "/acceptance").status()).as("whoever brought it does not look").isEqualTo(422);
    assertThatThrownBy(() -> db.sql("update guardians.paper set looked_by = brought_by, looked_at = now(), accepted = true where organization_id = " + school).update())
        .hasMessageContaining("a_second_person_looks");
    Visit second = Visit.as(port, director);
    assertThat(second.get(paper).page().text()).contains("أحمد الصغير", "والد أحمد");
    assertThat(second.post(paper + "/acceptance").status()).isEqualTo(303);
    assertThat(second.post(paper + "/refusal", "reason", "لا يطابق").status()).as("decided once").isEqualTo(422);
    assertThat(groups.members(group)).allMatch(YouthMember::ready);

    assertThat(teacher.post(seats, "opportunity", "https://example.dz/opportunities/" + opportunityOf(shift) + "?x=1", "shift", shift.toString(), "members",
        members.get(0), "members", members.get(1)).status()).isEqualTo(303);
    assertThat(scene.taken(shift)).isEqualTo(2);
    assertThat(db.sql("select distinct brought_by from participation.application where shift_id = " + shift).query(Long.class).single()).isEqualTo(school);
    YouthMember ahmed = groups.members(group).getFirst();
    assertThat(participation.apply(ahmed.person(), scene.byDay(scene.opportunity(association, "at-once", 10), 5), new Wish(null, "", true)))
        .as("alone they may not").isEqualTo(new Application.Refused(Application.Reason.GROUP_ONLY));
  }

  @Test
  void aGuardianOnThePaperGetsALinkAndStopsIt() {
    YouthGroup group = filled("أحمد الصغير; " + born(11) + "; والد أحمد; father@example.dz");
    String paper = brought(Visit.as(port, leader), group, groups.members(group).stream().map(member -> Long.toString(member.id())).toList());
    Visit.as(port, director).post(paper + "/acceptance");
    AccountId child = groups.members(group).getFirst().person();
    assertThat(guardians.agreed(child, GuardianPurpose.TAKE_PART, List.of(school))).isEqualTo(1);
    assertThat(guardians.agreed(child, GuardianPurpose.TAKE_PART, List.of())).as("only with the school").isZero();
    String body = db.sql("select n.body from notices.delivery d join notices.notice n on n.id = d.notice_id where d.address = 'father@example.dz' order by d.id desc limit 1")
        .query(String.class).single();
    String link = body.substring(body.indexOf("/guardian/consents/"), body.indexOf("/guardian/consents/") + 55);
    new Visit(port).post(link + "/withdrawal");
    assertThat(guardians.agreed(child, GuardianPurpose.TAKE_PART, List.of(school))).isZero();
  }

  @Test
  void aChildsAccountIsNobodysToEnterUntilItIsHandedOver() {
    YouthGroup group = filled("سارة الصغيرة; " + born(13) + "; والدة سارة; mother.s@example.dz");
    YouthMember sara = groups.members(group).getFirst();
    assertThat(sara.entrusted()).isTrue();
    Visit teacher = Visit.as(port, leader);
    String member = desk + "/groups/" + group.id() + "/members/" + sara.id();
    assertThat(teacher.post(member + "/account", "contact", "mother.s@example.dz").status()).as("the guardian's own").isEqualTo(422);
    assertThat(teacher.post(member + "/account", "contact", "sara@example.dz").status()).isEqualTo(303);
    assertThat(accounts.isEntrusted(sara.person())).isFalse();
    assertThat(teacher.post(member + "/account", "contact", "sara2@example.dz").status()).as("once").isEqualTo(422);
    Visit own = new Visit(port);
    own.post("/guardian/again", "contact", "sara@example.dz");
    assertThat(SignIn.code("sara@example.dz")).hasSize(6);
  }

  @Test
  void whoHasAnAccountSaysYesToTheGroupThemselves() {
    AccountId pupil = scene.volunteer("ليلى", LocalDate.now(Words.ZONE).getYear() - 17);
    String code = db.sql("select code from volunteers.volunteer where account_id = :id").param("id", pupil.value()).query(String.class).single();
    YouthGroup group = filled(code + "; والدها; 0661000009");
    YouthMember member = groups.members(group).getFirst();
    assertThat(member.accepted()).isFalse();
    Visit own = Visit.as(port, pupil);
    assertThat(own.get("/desk").page().select("form[action$=/acceptance]")).hasSize(1);
    assertThat(Visit.as(port, director).post("/groups/memberships/" + member.id() + "/acceptance").status()).isEqualTo(404);
    assertThat(own.post("/groups/memberships/" + member.id() + "/acceptance").status()).isEqualTo(303);
    assertThat(groups.members(group).getFirst().accepted()).isTrue();
    own.post("/groups/memberships/" + member.id() + "/leaving");
    assertThat(groups.members(group)).isEmpty();
  }

  @Test
  void aWrongLineAddsNobody() {
    YouthGroup group = made();
    Visit teacher = Visit.as(port, leader);
    String members = desk + "/groups/" + group.id() + "/members";
    Visit.Answer answer = teacher.post(members, "children", "أحمد; " + born(11) + "; والده\nمريم; 1203; والدتها");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select("textarea[name=children]").val()).as("nothing that was typed is lost").contains("مريم; 1203");
    assertThat(groups.members(group)).isEmpty();
    for (String wrong : List.of("", "طفل; " + born(3), "طفل; " + born(11) + "; ولي; ليس اتصالا", "999999; ولي", "طفل; " + born(11) + "; ولي; 0661000001; زائد")) {
      assertThat(teacher.post(members, "children", wrong).status()).as(wrong).isEqualTo(422);
    }
    String many = java.util.stream.IntStream.range(0, 61).mapToObj(i -> "طفل " + i + "; " + born(11)).collect(Collectors.joining("\n"));
    assertThat(teacher.post(members, "children", many).status()).isEqualTo(422);
    assertThat(db.sql("select count(*) from accounts.account where entrusted and name like 'طفل%'").query(Integer.class).single()).isZero();
  }

  @Test
  void allGuardiansAreAskedInOneGoAndNoneTwice() {
    YouthGroup group = filled("أ الأول; " + born(11) + "; ولي أ; a@example.dz\nب الثاني; " + born(12) + "; ولي ب; b@example.dz\nج الثالث; " + born(12) + "; ولي ج");
    assertThat(groups.sendLinks(group, Language.AR, leader, "http://localhost")).isEqualTo(2);
    assertThat(groups.sendLinks(group, Language.AR, leader, "http://localhost")).isZero();
  }

  @Test
  void anotherOrganisationSeesNeitherGroupNorPaper() {
    YouthGroup group = filled("أحمد الصغير; " + born(11) + "; والد أحمد");
    String paper = brought(Visit.as(port, leader), group, groups.members(group).stream().map(member -> Long.toString(member.id())).toList());
    AccountId stranger = scene.account("غريب");
    long other = scene.organization(stranger);
    Visit visit = Visit.as(port, stranger);
    assertThat(visit.get(desk + "/groups/" + group.id()).status()).isEqualTo(404);
    assertThat(visit.get("/organizations/" + other + "/desk/groups/" + group.id()).status()).isEqualTo(404);
    assertThat(visit.post(paper.replace("/organizations/" + school, "/organizations/" + other) + "/acceptance").status()).isEqualTo(404);
    String file = db.sql("select file_id::text from guardians.paper where organization_id = :id").param("id", school).query(String.class).single();
    assertThat(visit.get("/files/" + file).status()).isEqualTo(404);
    assertThat(Visit.as(port, director).get("/files/" + file).status()).isEqualTo(200);
  }

  @Test
  void theRulesOfAnOpportunityAreSetOnItsDeskAndShownOnItsPage() {
    long opportunity = scene.opportunity(school, "at-once", 14);
    scene.byDay(opportunity, 3);
    String young = desk + "/opportunities/" + opportunity + "/young";
    Visit visit = Visit.as(port, leader);
    assertThat(visit.get(young).status()).isEqualTo(200);
    assertThat(visit.post(young, "works", "heights", "from", "08:00", "to", "17:00").status()).as("from fourteen is too young for it").isEqualTo(422);
    assertThat(visit.post(young, "from", "04:00", "to", "17:00").status()).isEqualTo(422);
    assertThat(visit.post(young, "from", "17:00", "to", "08:00").status()).isEqualTo(422);
    assertThat(visit.post(young, "from", "08:00", "to", "17:00", "accompaniedUnder", "-5").status()).isEqualTo(422);
    assertThat(visit.post(young, "works", "animals", "from", "08:00", "to", "17:00", "accompaniedUnder", "15", "bothGuardians", "true").status()).isEqualTo(303);
    for (String language : new String[] {"ar", "fr", "en"}) {
      assertThat(new Visit(port).reading(language).get("/opportunities/" + opportunity).page().text()).contains("08:00", "17:00", "15");
    }
    assertThat(visit.get(desk + "/opportunities/" + opportunity).page().select("#young")).hasSize(1);
  }

  private YouthGroup made() {
    long id = groups.make(new OrganizationId(school), GroupKind.CLASS, "قسم 2م3", leader).orElseThrow();
    return groups.own(new OrganizationId(school), id);
  }

  private YouthGroup filled(String children) {
    YouthGroup group = made();
    Problems problems = Problems.none();
    groups.add(group, children, Language.AR, leader, problems);
    assertThat(problems.all()).isEmpty();
    return groups.own(new OrganizationId(school), group.id());
  }

  private String brought(Visit teacher, YouthGroup group, List<String> members) {
    String[] fields = new String[members.size() * 2 + 6];
    for (int i = 0; i < members.size(); i++) {
      fields[i * 2] = "members";
      fields[i * 2 + 1] = members.get(i);
    }
    int at = members.size() * 2;
    for (String field : List.of("group", Long.toString(group.id()), "purposes", "take-part", "signedOn", LocalDate.now(Words.ZONE).toString())) fields[at++] = field;
    assertThat(teacher.postFile(desk + "/guardian-papers", "paper", "sheet.pdf", "application/pdf", PDF, fields).status()).isEqualTo(303);
    return desk + "/guardian-papers/" + db.sql("select max(id) from guardians.paper where organization_id = :id").param("id", school).query(Long.class).single();
  }

  private String opportunityOf(ShiftId shift) {
    return db.sql("select opportunity_id from opportunities.shift where id = " + shift).query(Long.class).single().toString();
  }

  private static int born(int age) {
    return LocalDate.now(Words.ZONE).getYear() - age - 1;
  }
}
