package dz.linatatawwa.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.certificates.CertificateNumber;
import dz.linatatawwa.certificates.Certificates;
import dz.linatatawwa.eligibility.Condition;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerKind;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.PartnerScene;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.partnerships.Promise;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Guardianship;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class ProgrammesTests {

  private static final String HERE = "http://localhost";
  private static final Shown ALL = new Shown(true, true);
  private static final Shown NAME = new Shown(true, false);
  private static final Shown NUMBER = new Shown(false, false);

  @Autowired Programmes programmes;
  @Autowired ProgrammeMembers members;
  @Autowired ListInvitations invitations;
  @Autowired Corrections corrections;
  @Autowired Certificates certificates;
  @Autowired Guardians guardians;
  @Autowired Partners partners;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  private PartnerId university;
  private AccountId manager;

  @AfterEach
  void now() {
    TestClock.one().back();
  }

  @Test
  void theInstitutionSeesWhatEachMemberAgreedToAndNothingElse() {
    Programme programme = programme(30);
    AccountId amina = member(programme, "أمينة بلقاسم", ALL, 35 * 60);
    member(programme, "ليلى مراد", NAME, 10 * 60);
    member(programme, "سفيان حداد", NUMBER, 40 * 60);
    Programmes.Look look = programmes.look(programme, ProgressFilter.ALL, 1);
    assertThat(look.rows().rows()).extracting(Progress::name).containsExactly("أمينة بلقاسم", "ليلى مراد");
    assertThat(look.rows().rows()).extracting(Progress::minutes).containsExactly(35 * 60L, null);
    assertThat(look.rows().rows()).extracting(Progress::reached).containsExactly(true, false);
    assertThat(look.unnamed().members()).as("one alone is not told").isEmpty();
    Visit desk = Visit.as(port, manager);
    String page = desk.get(path(programme)).body();
    assertThat(page).contains("أمينة بلقاسم").doesNotContain("سفيان حداد").doesNotContain("@example.dz");
    String csv = desk.get(path(programme) + "/members.csv").body();
    assertThat(csv.lines()).hasSize(3);
    assertThat(csv).contains("2100").doesNotContain("سفيان");
    assertThat(programmes.look(programme, new ProgressFilter(null, true, null), 1).rows().total()).isEqualTo(1);
    assertThat(programmes.look(programme, new ProgressFilter(null, null, "ليلى"), 1).rows().total()).isEqualTo(1);
    assertThat(Visit.as(port, amina).get("/programmes").body()).contains(programme.nameAr());
    assertThat(Visit.as(port, amina).get("/desk").body()).contains(programme.nameAr());
  }

  @Test
  void whatIsWithdrawnIsHiddenAtOnce() {
    Programme programme = programme(30);
    AccountId leaver = member(programme, "هدى نور", ALL, 60);
    AccountId hider = member(programme, "رشيد بن عمر", ALL, 60);
    Visit desk = Visit.as(port, manager);
    assertThat(desk.get(path(programme)).body()).contains("هدى نور", "رشيد بن عمر");
    assertThat(Visit.as(port, leaver).post("/programmes/" + programme.id() + "/leaving").status()).isEqualTo(303);
    assertThat(Visit.as(port, hider).post("/programmes/" + programme.id() + "/consent", "shown", "number").status()).isEqualTo(303);
    assertThat(desk.get(path(programme)).body()).doesNotContain("هدى نور").doesNotContain("رشيد بن عمر");
    assertThat(programmes.transcript(manager, programme, null)).isEmpty();
    assertThat(db.sql("select count(*) from programmes.consent c join programmes.membership m on m.id = c.membership_id where m.volunteer_id = :id")
        .param("id", hider.value()).query(Long.class).single()).as("each consent stays written with its days").isEqualTo(2);
    assertThat(members.join(leaver, programme, null, null, NAME, HERE)).isInstanceOf(JoinedProgramme.Done.class);
  }

  @Test
  void smallNumbersOfMembersWithoutNamesAreNotTold() {
    Programme programme = programme(1);
    for (int i = 0; i < 4; i++) member(programme, "عضو " + i, NUMBER, 120);
    assertThat(programmes.look(programme, ProgressFilter.ALL, 1).unnamed()).isEqualTo(new Unnamed(Optional.empty(), Optional.empty()));
    member(programme, "عضو 5", NUMBER, 120);
    assertThat(programmes.look(programme, ProgressFilter.ALL, 1).unnamed()).as("five, and nobody who did not").isEqualTo(new Unnamed(Optional.of(5L), Optional.empty()));
    for (int i = 0; i < 5; i++) member(programme, "آخر " + i, NUMBER, 0);
    assertThat(programmes.look(programme, ProgressFilter.ALL, 1).unnamed()).isEqualTo(new Unnamed(Optional.of(10L), Optional.of(5L)));
  }

  @Test
  void aMinorIsSeenOnlyWhileTheGuardianAgrees() {
    Programme programme = programme(30);
    AccountId minor = Someone.amina().named("ياسمين صغيرة").bornIn(partners.today().getYear() - 16).volunteer();
    assertThat(members.join(minor, programme, null, null, ALL, HERE)).isInstanceOf(JoinedProgramme.GuardianNeeded.class);
    Guardianship.agreed(db, minor, "فاطمة الولية", "guardian@example.dz", "take-part");
    assertThat(members.join(minor, programme, null, null, ALL, HERE)).isInstanceOf(JoinedProgramme.GuardianAsked.class);
    assertThat(programmes.look(programme, ProgressFilter.ALL, 1).named()).isZero();
    assertThat(Visit.as(port, minor).get("/programmes").page().select(".notice-waiting")).hasSize(1);
    String link = link("guardian@example.dz");
    Visit guardian = new Visit(port);
    assertThat(guardian.get(link).page().text()).contains("ياسمين صغيرة", programme.nameAr());
    assertThat(guardian.post(link + "/consent").status()).isEqualTo(303);
    assertThat(programmes.look(programme, ProgressFilter.ALL, 1).named()).isEqualTo(1);
    assertThat(guardian.post(link + "/refusal").status()).isEqualTo(303);
    assertThat(programmes.look(programme, ProgressFilter.ALL, 1).named()).isZero();
    assertThat(guardian.get(link).status()).isEqualTo(404);
    assertThat(members.join(minor, programme, null, null, ALL, HERE)).isInstanceOf(JoinedProgramme.GuardianAsked.class);
    new Visit(port).post(link("guardian@example.dz") + "/consent");
    assertThat(members.show(minor, programme.id(), NAME)).as("less is always possible").isTrue();
    assertThat(members.show(minor, programme.id(), ALL)).as("more needs the guardian").isFalse();
    guardians.withdraw(minor);
    assertThat(members.of(minor)).isEmpty();
  }

  @Test
  void aListInvitesAndNobodyIsEnrolledByIt() {
    Programme programme = programme(30);
    AccountId known = Someone.amina().named("منى معروفة").volunteer();
    String email = db.sql("select email from accounts.account where id = :id").param("id", known.value()).query(String.class).single();
    String code = db.sql("select code from volunteers.volunteer where account_id = :id").param("id", known.value()).query(String.class).single();
    Visit desk = Visit.as(port, manager);
    Visit.Answer answer = desk.post(path(programme) + "/invitations", "list", email + ",MAT-17,السنة الثانية\nunknown@example.dz;X-2\nليس عنوانا\n");
    assertThat(answer.status()).as("one line is wrong").isEqualTo(422);
    assertThat(answer.page().select("#list").text()).contains("ليس عنوانا").doesNotContain(email);
    assertThat(programmes.invited(programme.id())).isEqualTo(2);
    assertThat(invitations.invite(manager, programme, email + "\n" + code, Language.AR, HERE)).as("the address was invited before, the code was not")
        .extracting(ListInvitations.Read::invited, ListInvitations.Read::already).containsExactly(1, 1);
    assertThat(programmes.look(programme, ProgressFilter.ALL, 1).named()).isZero();
    Visit own = Visit.as(port, known);
    assertThat(own.get("/programmes").page().select("#invited")).hasSize(1);
    String join = "/programmes/" + programme.id();
    assertThat(own.get(join + "/joining").status()).isEqualTo(200);
    assertThat(own.post(join + "/membership", "shown", "minutes").status()).as("not agreed").isEqualTo(422);
    assertThat(own.post(join + "/membership", "shown", "minutes", "agree", "true").status()).isEqualTo(303);
    Progress row = programmes.look(programme, ProgressFilter.ALL, 1).rows().rows().getFirst();
    assertThat(row.cohort()).isEqualTo("السنة الثانية");
    assertThat(row.reference()).isEqualTo("MAT-17");
    assertThat(Visit.as(port, SignIn.account("Stranger")).get(join + "/joining").status()).isEqualTo(404);
    assertThat(Visit.as(port, SignIn.account("Stranger")).post(join + "/membership", "shown", "minutes", "agree", "true", "code", "AAAAAAAA").status()).isEqualTo(404);
  }

  @Test
  void somebodyJoinsByTheCodeOfTheInstitution() {
    Programme programme = programme(30);
    AccountId person = Someone.karim().named("كريم بالرمز").volunteer();
    Visit own = Visit.as(port, person);
    assertThat(own.get("/programmes/join?code=ZZZZ-ZZZZ").status()).isEqualTo(422);
    String typed = programme.joinCode().substring(0, 4).toLowerCase(java.util.Locale.ROOT) + "-" + programme.joinCode().substring(4);
    Document form = own.get("/programmes/join?code=" + typed).page();
    assertThat(form.select("h1").text()).isEqualTo(programme.nameAr());
    assertThat(own.post("/programmes/" + programme.id() + "/membership", "code", programme.joinCode(), "shown", "name", "agree", "true", "reference", "202612").status()).isEqualTo(303);
    assertThat(members.of(person).getFirst().reference()).isEqualTo("202612");
    assertThat(members.join(person, programme, null, null, ALL, HERE)).isEqualTo(new JoinedProgramme.Refused("programmes.refusal.member"));
  }

  @Test
  void aSealedTranscriptIsHandedOverAndAnybodyCanCheckIt() {
    Programme programme = programme(30);
    member(programme, "أسماء مختومة", ALL, 31 * 60);
    member(programme, "بلا ساعات ظاهرة", NAME, 50 * 60);
    Visit desk = Visit.as(port, manager);
    assertThat(desk.post(path(programme) + "/transcripts").status()).isEqualTo(303);
    Programmes.Handed handed = programmes.transcripts(programme.id()).getFirst();
    assertThat(handed.people()).isEqualTo(1);
    assertThat(certificates.listed(certificates.find(new CertificateNumber(handed.number())).orElseThrow()).getFirst().minutes().counted()).isEqualTo(31 * 60);
    assertThat(desk.get(path(programme) + "/transcripts/" + handed.number() + ".pdf").header("Content-Type")).contains("application/pdf");
    assertThat(desk.get(path(programme) + "/transcripts/" + handed.number() + ".csv").body()).contains("أسماء مختومة", "1860").doesNotContain("بلا ساعات");
    assertThat(new Visit(port).get("/certificates/check/" + handed.number()).status()).isEqualTo(200);
    assertThat(desk.get(path(programme) + "/transcripts/ABCDEABCDE.pdf").status()).isEqualTo(404);
    assertThat(Visit.as(port, PartnerScene.person(university, PartnerRole.COUNTER)).get(path(programme) + "/transcripts/" + handed.number() + ".pdf").status()).isEqualTo(404);
  }

  @Test
  void correctionsGoBothWaysWithAnAnswerAndAClock() {
    Programme programme = programme(30);
    AccountId person = member(programme, "سمير بن صالح", ALL, 60);
    long row = programmes.look(programme, ProgressFilter.ALL, 1).rows().rows().getFirst().membership();
    Visit desk = Visit.as(port, manager);
    Visit own = Visit.as(port, person);
    assertThat(desk.post(path(programme) + "/corrections", "member", Long.toString(row), "kind", "reference", "proposed", "2026-99", "words", "الرقم الصحيح مختلف").status()).isEqualTo(303);
    assertThat(desk.post(path(programme) + "/corrections", "member", Long.toString(row), "kind", "not-ours", "words", "لا نعرفه بيننا").status()).isEqualTo(303);
    assertThat(corrections.of(programme.id())).as("one open request a side").hasSize(1);
    assertThat(members.of(person).getFirst().reference()).as("never silent").isNull();
    String answer = own.get("/programmes").page().select("form[action$=/answer]").attr("action");
    assertThat(Visit.as(port, SignIn.account("Other")).post(answer, "answer", "accepted").status()).isEqualTo(404);
    assertThat(own.post(answer, "answer", "accepted").status()).isEqualTo(303);
    assertThat(members.of(person).getFirst().reference()).isEqualTo("2026-99");

    assertThat(own.post("/programmes/" + programme.id() + "/corrections", "kind", "cohort", "proposed", "القسم ب", "words", "أنا في القسم ب").status()).isEqualTo(303);
    TestClock.one().goAhead(Duration.ofDays(8));
    corrections.remind();
    corrections.remind();
    assertThat(db.sql("select count(*) from notices.notice where account_id = :id and kind = 'programme-correction'").param("id", manager.value()).query(Long.class).single())
        .as("asked, answered by the member, overdue once").isEqualTo(3);
    TestClock.one().back();
    String theirs = Visit.as(port, manager).get(path(programme)).page().select("form[action$=/answer]").attr("action");
    assertThat(Visit.as(port, manager).post(theirs, "answer", "accepted").status()).isEqualTo(303);
    assertThat(members.of(person).getFirst().cohort()).extracting(Cohort::name).isEqualTo("القسم ب");
  }

  @Test
  void withoutAnAgreementNobodyJoinsAndNoNamesAreRead() {
    Programme programme = programme(30);
    member(programme, "نجيب عمار", ALL, 60);
    db.sql("update partnerships.agreement set terminated_from = :today, terminated_at = now(), termination = 'انتهى التعاون بين الطرفين' where partner_id = :partner")
        .param("today", partners.today()).param("partner", university.value()).update();
    assertThat(programmes.covered(university)).isFalse();
    Visit desk = Visit.as(port, manager);
    assertThat(desk.get(path(programme)).body()).doesNotContain("نجيب عمار");
    assertThat(desk.get(path(programme) + "/members.csv").status()).isEqualTo(404);
    assertThat(members.join(Someone.karim().volunteer(), programme, null, null, ALL, HERE)).isEqualTo(new JoinedProgramme.Refused("programmes.refusal.closed"));
    assertThat(programmes.make(manager, university, "آخر", null, Rule.of(Condition.Hours.of(5)), programme.from(), programme.to())).isEmpty();
    assertThat(desk.post("/partners/" + university + "/desk/programmes", "nameAr", "برنامج متأخر", "from", "2026-01-01", "to", "2026-12-31", "rule-hours", "5").status()).isEqualTo(422);
  }

  @Test
  void whoMayDoWhat() {
    Programme programme = programme(30);
    member(programme, "عضو الحقوق", ALL, 60);
    List<String> pages = List.of("", "/members.csv");
    for (AccountId other : List.of(PartnerScene.person(university, PartnerRole.COUNTER), SignIn.account("Stranger"),
        PartnerScene.person(PartnerScene.partner("جامعة أخرى تجريبية", PartnerKind.UNIVERSITY), PartnerRole.OWNER))) {
      for (String page : pages) assertThat(Visit.as(port, other).get(path(programme) + page).status()).as(page).isEqualTo(404);
      for (String deed : List.of("/invitations", "/transcripts", "/cohorts", "/closure", "/corrections")) {
        assertThat(Visit.as(port, other).post(path(programme) + deed, "list", "x", "name", "y").status()).as(deed).isEqualTo(404);
      }
    }
    for (PartnerRole role : List.of(PartnerRole.OWNER, PartnerRole.MANAGER)) {
      for (String page : pages) assertThat(Visit.as(port, PartnerScene.person(university, role)).get(path(programme) + page).status()).isEqualTo(200);
    }
    Visit desk = Visit.as(port, manager);
    assertThat(desk.get("/partners/" + university + "/desk/programmes/new").status()).isEqualTo(200);
    assertThat(desk.post("/partners/" + university + "/desk/programmes", "nameAr", "", "from", "", "to", "").status()).isEqualTo(422);
    LocalDate today = partners.today();
    assertThat(desk.post("/partners/" + university + "/desk/programmes", "nameAr", "برنامج السنة", "from", today.toString(), "to", today.plusDays(300).toString(), "rule-hours", "٣٠")
        .status()).isEqualTo(303);
    assertThat(desk.post(path(programme) + "/cohorts", "name", "قسم البيولوجيا").status()).isEqualTo(303);
    assertThat(desk.post(path(programme) + "/closure").status()).isEqualTo(303);
    assertThat(members.join(Someone.karim().volunteer(), programme, null, null, ALL, HERE)).isEqualTo(new JoinedProgramme.Refused("programmes.refusal.closed"));
  }

  @Test
  void aThousandMembersAreListedFilteredAndSealed() {
    Programme programme = programme(30);
    List<Long> people = new ArrayList<>();
    IntStream.range(0, 1000).forEach(i -> people.add(Someone.amina().named("طالب رقم " + i).volunteer().value()));
    db.sql("insert into programmes.membership (programme_id, volunteer_id, joined_at) select :programme, unnest(cast(:people as bigint[])), now()")
        .param("programme", programme.id().value()).param("people", people.toArray(Long[]::new)).update();
    db.sql("insert into programmes.consent (membership_id, wording, shows_name, shows_minutes, given_at) select id, 1, true, true, now() from programmes.membership where programme_id = :programme")
        .param("programme", programme.id().value()).update();
    Programmes.Look look = programmes.look(programme, ProgressFilter.ALL, 3);
    assertThat(look.rows().total()).isEqualTo(1000);
    assertThat(look.rows().rows()).hasSize(50);
    assertThat(programmes.export(manager, programme, ProgressFilter.ALL)).hasSize(1000);
    assertThat(programmes.transcript(manager, programme, null).orElseThrow().people()).isEqualTo(1000);
  }

  private Programme programme(int hours) {
    university = PartnerScene.partner("جامعة الاختبار " + UUID.randomUUID(), PartnerKind.UNIVERSITY);
    manager = PartnerScene.person(university, PartnerRole.MANAGER);
    LocalDate today = partners.today();
    PartnerScene.agreement(university, today.minusDays(30), today.plusDays(150), Map.of(Promise.RECOGNITION, Optional.empty()));
    ProgrammeId id = programmes.make(manager, university, "ثلاثون ساعة في السنة", "Trente heures", Rule.of(Condition.Hours.of(hours)), today.minusDays(100), today.plusDays(200))
        .orElseThrow();
    return programmes.find(id).orElseThrow();
  }

  private AccountId member(Programme programme, String name, Shown shown, int minutes) {
    AccountId person = Someone.amina().named(name).volunteer();
    if (minutes > 0) hours(person, minutes);
    assertThat(members.join(person, programme, null, null, shown, HERE)).isInstanceOf(JoinedProgramme.Done.class);
    return person;
  }

  /** Confirmed hours, in pieces that fit into days. */
  private void hours(AccountId person, int minutes) {
    int left = minutes;
    for (int day = 1; left > 0; day++) {
      int piece = Math.min(left, 10 * 60);
      hours(person, partners.today().minusDays(day), piece);
      left -= piece;
    }
  }

  private void hours(AccountId person, LocalDate day, int minutes) {
    db.sql("""
        with body as (
          insert into organizations.organization (kind, name_ar, name_key, scope, wilaya_code, commune_code, state, verified_at)
          select 'association', 'جمعية الساعات', 'x', 'wilaya', wilaya_code, code, 'verified', now() from places.commune where code = '1901' returning id),
        work as (
          insert into opportunities.opportunity (organization_id, title, field_code, wilaya_code, commune_code, state, published_at)
          select body.id, 'عمل', (select min(code) from taxonomy.field), wilaya_code, code, 'published', now() from places.commune, body where code = '1901'
          returning id, organization_id),
        claim as (
          insert into hours.claim (volunteer_id, opportunity_id, organization_id, during, minutes, grade, state, due_at, decided_at, decided_by)
          select :person, work.id, work.organization_id, tstzrange(cast(:day as date) + time '08:00', cast(:day as date) + time '08:00' + make_interval(mins => :minutes)),
              :minutes, 'A', 'confirmed', now(), now(), :by from work returning id, organization_id, opportunity_id),
        line as (
          insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id)
          select id, :person, :day, :minutes, 'A', organization_id, opportunity_id from claim returning minutes)
        insert into hours.volunteer_total as t (volunteer_id, grade, minutes) values (:person, 'A', :minutes)
        on conflict (volunteer_id, grade) do update set minutes = t.minutes + excluded.minutes
        """).param("person", person.value()).param("by", manager.value()).param("day", day).param("minutes", minutes).update();
  }

  private String path(Programme programme) {
    return "/partners/" + university + "/desk/programmes/" + programme.id();
  }

  private String link(String contact) {
    String body = db.sql("""
        select n.body from notices.delivery d join notices.notice n on n.id = d.notice_id
        where d.address = :contact and n.kind = 'programme-guardian' order by d.id desc limit 1
        """).param("contact", contact).query(String.class).single();
    Matcher link = Pattern.compile("/programmes/guardian/[0-9a-f-]{36}").matcher(body);
    assertThat(link.find()).isTrue();
    return link.group();
  }
}
