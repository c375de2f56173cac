package dz.linatatawwa.daybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.WorldTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes of phones, incidents and goods, on the real database. */
@WorldTest
class DaybookTests {

  @Autowired Daybook daybook;
  @Autowired Incidents incidents;
  @Autowired Goods goods;
  @Autowired Matters matters;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId owner;
  OrganizationId organization;
  long opportunity;
  ShiftId shift;
  Instant now;

  @BeforeEach
  void aDay() {
    scene = new Scene(db);
    owner = scene.account("أمينة");
    organization = new OrganizationId(scene.organization(owner));
    opportunity = scene.opportunity(organization.value(), "at-once", 16);
    shift = scene.today(opportunity, 3);
    now = Instant.now().minusSeconds(600);
  }

  @Test
  void aNoteSentManyTimesAtOnceArrivesOnce() throws Exception {
    String key = key();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = IntStream.range(0, 20).mapToObj(i -> threads.submit(() -> daybook.note(shift, key, owner, NoteKind.INCIDENT, "سقط سلم", now, "الباب"))).toList();
      for (var one : all) assertThat(one.get()).isEqualTo(new Noted.Kept());
    }
    assertThat(incidents.of(shift)).singleElement().satisfies(line -> {
      assertThat(line.words()).isEqualTo("سقط سلم");
      assertThat(line.place()).isEqualTo("الباب");
    });
    assertThat(daybook.note(shift, key, owner, NoteKind.INCIDENT, "سقط سلم", now, "الباب")).isEqualTo(new Noted.Kept());
    assertThat(count("daybook.note where shift_id = " + shift)).isEqualTo(1);
  }

  @Test
  void aKeyOfAnotherNoteAnEmptyTextAndAnUnknownShiftAreRefused() {
    String key = key();
    daybook.note(shift, key, owner, NoteKind.NOTE, "مجرفتان عند الحارس", now, null);
    assertThat(daybook.note(shift, key, owner, NoteKind.GOODS, "مجرفتان عند الحارس", now, null)).isEqualTo(new Noted.Refused("key-used"));
    assertThat(daybook.note(shift, key(), owner, NoteKind.GOODS, "\u202e \u200b", now, null)).isEqualTo(new Noted.Refused("empty"));
    assertThat(daybook.note(new ShiftId(999_999), key(), owner, NoteKind.GOODS, "٥ أكياس", now, null)).isEqualTo(new Noted.Refused("no-shift"));
  }

  @Test
  void textThatTurnsOrIsEndlessIsMadeSafeAndKept() {
    daybook.note(shift, key(), owner, NoteKind.GOODS, "أكياس\u202e ٣٠ <script>alert(1)</script>\u0007", now, "\u2066حديقة");
    daybook.note(shift, key(), owner, NoteKind.INCIDENT, "ا".repeat(200_000), now, "م".repeat(5_000));
    assertThat(daybook.waiting(shift)).singleElement().satisfies(note -> {
      assertThat(note.words()).isEqualTo("أكياس ٣٠ <script>alert(1)</script>");
      assertThat(note.place()).isEqualTo("حديقة");
    });
    assertThat(db.sql("select length(words) from daybook.incident_part p join daybook.incident i on i.id = p.incident_id where i.shift_id = " + shift)
        .query(Integer.class).single()).isEqualTo(4000);
  }

  @Test
  void aNoteIsLaidAsideOnlyByItsOwnShift() {
    String key = key();
    daybook.note(shift, key, owner, NoteKind.GOODS, "٥ أكياس", now, null);
    assertThat(daybook.done(scene.today(opportunity, 2), key, owner)).isFalse();
    assertThat(daybook.done(shift, key, owner)).isTrue();
    assertThat(daybook.waiting(shift)).isEmpty();
  }

  @Test
  void incidentsOfAnOrganisationAreNumberedWithoutGapsWhoeverWritesAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = IntStream.range(0, 16).mapToObj(i -> threads.submit(() -> incidents.report(shift, owner, report("حادث " + i, false), key()))).toList();
      for (var one : all) one.get();
    }
    assertThat(db.sql("select number from daybook.incident where organization_id = " + organization + " order by number").query(Integer.class).list())
        .isEqualTo(IntStream.rangeClosed(1, 16).boxed().toList());
  }

  @Test
  void whatWasWrittenStaysAndAdditionsFollowIt() {
    IncidentId id = incidents.report(shift, owner, report("انزلق متطوع", false), key());
    String key = key();
    Report more = new Report(null, "", "عاد بعد ساعة", null, "", null, "", false, List.of(new Witness("سليم", "0550 00 00 01")));
    incidents.add(organization, id, owner, more, key);
    incidents.add(organization, id, owner, more, key);
    Incident incident = incidents.read(organization, id, owner);
    assertThat(incident.parts()).hasSize(2);
    assertThat(incident.first().report().words()).isEqualTo("انزلق متطوع");
    assertThat(incident.parts().get(1).report()).as("nothing is said that nobody wrote").isEqualTo(more);
    assertThat(incident.parts().get(1).report().witnesses()).containsExactly(new Witness("سليم", "0550 00 00 01"));
    assertThatThrownBy(() -> db.sql("update daybook.incident_part set words = 'لم يقع شيء' where incident_id = " + id).update()).isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> db.sql("delete from daybook.incident_witness").update()).isInstanceOf(DataAccessException.class);
  }

  @Test
  void onlyThoseWhoRunTheOrganisationAndTheSupervisorsOfASeriousOneReadIt() {
    AccountId stranger = scene.account("غريب");
    OrganizationId foreign = new OrganizationId(scene.organization(stranger));
    AccountId reader = scene.account("قارئ");
    db.sql("insert into organizations.member (organization_id, account_id, role) values (" + organization + ", " + reader + ", 'reader')").update();
    AccountId here = supervisor("19");
    AccountId elsewhere = supervisor("31");
    IncidentId light = incidents.report(shift, owner, report("خدش", false), key());
    IncidentId serious = incidents.report(shift, owner, report("كسر", true), key());
    for (AccountId who : List.of(stranger, reader, elsewhere)) {
      assertThatThrownBy(() -> incidents.read(organization, serious, who)).isInstanceOf(NotFound.class);
    }
    assertThatThrownBy(() -> incidents.read(organization, light, here)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> incidents.read(foreign, serious, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> incidents.report(shift, stranger, report("كذب", false), key())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> incidents.add(organization, serious, here, report("تدخل", false), key())).isInstanceOf(NotFound.class);
    assertThat(incidents.read(organization, serious, here).serious()).isTrue();
    assertThat(count("supervision.audit where deed = 'incident.read' and actor = " + here)).isEqualTo(1);
  }

  @Test
  void aSeriousIncidentReachesTheSupervisorOnceAndTheAnswerComesBack() {
    AccountId supervisor = supervisor("19");
    IncidentId id = incidents.report(shift, owner, report("سقوط", false), key());
    assertThat(matters.waiting("incident-serious", id.value())).isEmpty();
    incidents.add(organization, id, owner, report("نُقل إلى المستشفى", true), key());
    incidents.add(organization, id, owner, report("خرج من المستشفى", true), key());
    var matter = matters.waiting("incident-serious", id.value()).orElseThrow();
    assertThat(matter.wilaya()).hasToString("19");
    matters.decide(supervisor, matter.id(), new Decision("advised", null, "أوقفوا العمل على السلالم حتى إشعار آخر"));
    assertThat(db.sql("select body from notices.notice where kind = 'incident-read' and account_id = " + owner).query(String.class).single())
        .contains("أوقفوا العمل على السلالم");
  }

  @Test
  void achievementsAreSummedOnlyOverClosedDaysAndWithoutRemovedLines() {
    goods.add(shift, owner, key(), new GoodsLine(0, GoodsKind.ACHIEVED, "", 40, unit("trees")));
    goods.add(shift, owner, key(), new GoodsLine(0, GoodsKind.USED, "قفازات", 12, unit("pieces")));
    goods.add(shift, owner, key(), new GoodsLine(0, GoodsKind.ACHIEVED, "", 5, unit("trees")));
    goods.remove(shift, goods.of(shift).get(1).id(), owner);
    assertThat(goods.achieved(new OpportunityId(opportunity))).isEmpty();
    db.sql("insert into attendance.closure (shift_id, closed_by, came, no_shows, proposed) values (" + shift + ", " + owner + ", 1, 0, 0)").update();
    assertThat(goods.achieved(new OpportunityId(opportunity))).containsExactly(new Achieved(unit("trees"), 40));
  }

  @Test
  void aLineSentTwiceIsOneLine() throws Exception {
    String key = key();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : IntStream.range(0, 8).mapToObj(i -> threads.submit(() ->
          goods.add(shift, owner, key, new GoodsLine(0, GoodsKind.ACHIEVED, "", 7, unit("meals"))))).toList()) assertThat(one.get()).isTrue();
    }
    assertThat(goods.of(shift)).hasSize(1);
    assertThat(goods.remove(scene.today(opportunity, 2), goods.of(shift).getFirst().id(), owner)).isFalse();
  }

  private AccountId supervisor(String wilaya) {
    AccountId id = SignIn.account("مشرف " + wilaya);
    Office.give(id, wilaya);
    return id;
  }

  private Report report(String words, boolean serious) {
    return new Report(now, "قرب الباب", words, 1, "", Help.FIRST_AID, "", serious, List.of());
  }

  private int count(String from) {
    return db.sql("select count(*) from " + from).query(Integer.class).single();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static Unit unit(String code) {
    return new Unit(code, !code.equals("pieces"), java.util.Optional.empty());
  }
}
