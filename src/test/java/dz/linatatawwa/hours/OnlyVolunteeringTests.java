package dz.linatatawwa.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.AttendanceChanged;
import dz.linatatawwa.attendance.AttendanceClosed;
import dz.linatatawwa.opportunities.Nature;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rule 6, door by door: what is compulsory, curricular or paid is attended and recorded, and never becomes hours. */
@WorldTest
class OnlyVolunteeringTests {

  private static final Instant EIGHT = Scene.yesterdayAtEight();
  private static final Duration FOUR_HOURS = Duration.ofHours(4);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired HourLedger ledger;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate inTransaction;
  Scene scene;
  long amina;

  @BeforeEach
  void people() {
    scene = new Scene(db);
    amina = scene.volunteer();
  }

  private long shift(Nature nature) {
    long opportunity = scene.opportunity(scene.organization, false);
    db.sql("update opportunities.opportunity set nature = :nature where id = :id").param("nature", nature.code()).param("id", opportunity).update();
    return scene.shift(opportunity, EIGHT, FOUR_HOURS);
  }

  @Test
  void aClosedDayProposesNothingHoweverTheAttendanceWasProved() {
    for (Nature nature : Nature.values()) {
      long shift = shift(nature);
      List<Long> people = new ArrayList<>();
      for (String grade : List.of("A", "B", "C", "D")) {
        long person = scene.volunteer();
        scene.attended(shift, person, EIGHT, EIGHT.plus(FOUR_HOURS), EIGHT.plus(FOUR_HOURS), grade, true);
        people.add(person);
      }
      inTransaction.executeWithoutResult(status -> events.publishEvent(new AttendanceClosed(new ShiftId(shift))));
      assertThat(scene.claims(shift)).as(nature.code()).hasSize(nature.counts() ? people.size() : 0);
    }
  }

  @Test
  void proposingByHandProposesNothingAndTheDeskSaysWhy() {
    long shift = shift(Nature.COMPULSORY);
    scene.attended(shift, amina, EIGHT, EIGHT.plus(FOUR_HOURS));
    Visit desk = Visit.as(port, new AccountId(scene.coordinator));
    String address = "/organizations/" + scene.organization + "/desk/hours/" + shift;
    assertThat(desk.get(address).body()).contains("نشاط إلزامي");
    assertThat(desk.get(address).page().select("form[action$=/proposals]")).isEmpty();
    assertThat(desk.post(address + "/proposals").status()).isEqualTo(303);
    assertThat(ledger.propose(new ShiftId(shift), new AccountId(scene.coordinator))).isZero();
    assertThat(scene.claims(shift)).isEmpty();
    assertThat(desk.get("/organizations/" + scene.organization + "/desk/hours").page().select("form[action$='/" + shift + "/proposals']")).as("nothing waits").isEmpty();
  }

  @Test
  void aLateDeedOfPaperOrPhoneProposesNothing() {
    long shift = shift(Nature.CURRICULAR);
    long attendance = scene.attended(shift, amina, EIGHT, EIGHT.plus(FOUR_HOURS), Instant.now(), "C", false);
    inTransaction.executeWithoutResult(status -> events.publishEvent(new AttendanceChanged(new ShiftId(shift), attendance)));
    assertThat(scene.claims(shift)).isEmpty();
  }

  @Test
  void theFindingOfAContestGivesNoHours() {
    long supervisor = scene.account("Farid Meziane");
    Office.give(new AccountId(supervisor), "19");
    long shift = shift(Nature.PAID);
    scene.attended(shift, amina, EIGHT, EIGHT.plus(FOUR_HOURS));
    Finding finding = new Finding(new AccountId(amina), new ShiftId(shift), EIGHT, EIGHT.plus(FOUR_HOURS), true);
    assertThat(ledger.find(new OrganizationId(scene.organization), finding, new AccountId(supervisor), "was there")).isEqualTo(new Outcome.Left(Why.NOT_VOLUNTEERING));
    assertThat(scene.total(amina)).isZero();
  }

  @Test
  void declaredWorkMustBeUnpaidAndTheirOwnChoice() {
    assertThat(ledger.declare(declared(false))).isEqualTo(new Outcome.Left(Why.NOT_VOLUNTEERING));
    assertThat(ledger.mayDeclare(declared(false))).contains(Why.NOT_VOLUNTEERING);
    assertThat(ledger.declare(declared(true))).isInstanceOf(Outcome.Written.class);
  }

  private DeclaredWork declared(boolean free) {
    return new DeclaredWork(new AccountId(amina), "توزيع قفة رمضان", List.of(new DeclaredWork.Span(EIGHT, EIGHT.plus(FOUR_HOURS))), "ENV", null, new CommuneCode("1901"), null,
        null, free);
  }

  @Test
  void theFormOfADeclarationAsksAndKeepsWhatWasTyped() {
    Visit visit = Visit.as(port, new AccountId(amina));
    String[] typed = {"kind", "direct", "title", "قفة رمضان", "forWhom", "عائلات الحي", "first", "2026-10-01", "last", "", "from", "08:00", "to", "12:00", "activity", "ENV-01",
        "wilaya", "19", "commune", "1901", "organization", "", "reason", "", "witness", "كريم", "contact", "karim@example.dz"};
    var answer = visit.post("/declarations", typed);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().getElementById("free-problem")).isNotNull();
    assertThat(answer.page().getElementById("title").val()).isEqualTo("قفة رمضان");
    assertThatThrownBy(() -> db.sql("""
        insert into declarations.declaration (volunteer_id, kind, title, for_whom, first_day, last_day, from_time, to_time, minutes_a_day, activity_code, commune_code, wilaya_code,
          state, state_since, made_at, said_free)
        values (:amina, 'direct', 'قفة', 'جيران', '2026-10-01', '2026-10-01', '08:00', '12:00', 240, 'ENV-01', '1901', '19', 'waiting', now(), now(), false)""")
        .param("amina", amina).update()).isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void theDatabaseRefusesWhateverRoomWouldWriteIt() {
    long shift = shift(Nature.CURRICULAR);
    assertThatThrownBy(() -> db.sql("""
        insert into hours.claim (volunteer_id, shift_id, opportunity_id, organization_id, during, minutes, grade, state, due_at)
        select :amina, s.id, s.opportunity_id, :organization, tstzrange(s.starts_at, s.ends_at), 60, 'B', 'proposed', now() from opportunities.shift s where s.id = :shift""")
        .param("amina", amina).param("organization", scene.organization).param("shift", shift).update()).hasMessageContaining("no volunteering");
  }

  @Test
  void whatItIsCannotBeChangedOnceSomebodyWasThere() {
    long opportunity = scene.opportunity(scene.organization, false);
    Visit desk = Visit.as(port, new AccountId(scene.coordinator));
    String address = "/organizations/" + scene.organization + "/desk/opportunities/" + opportunity;
    String[] typed = {"title", "تشجير غابة الزنادية", "field", "ENV", "wilaya", "19", "commune", "1901", "description", "وصف طويل بما يكفي ليقبل هنا", "nature", "curricular"};
    assertThat(desk.get(address).page().select("input[name=nature][value=free]").hasAttr("checked")).isTrue();
    assertThat(desk.post(address, typed).status()).isEqualTo(303);
    assertThat(nature(opportunity)).isEqualTo("curricular");
    assertThat(new Visit(port).get("/opportunities/" + opportunity).body()).contains("نشاط ضمن الدراسة");
    long shift = scene.shift(opportunity, EIGHT, FOUR_HOURS);
    scene.attended(shift, amina, EIGHT, EIGHT.plus(FOUR_HOURS));
    typed[typed.length - 1] = "free";
    var answer = desk.post(address, typed);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().getElementById("nature-problem")).isNotNull();
    assertThat(desk.get(address).page().select("input[name=nature][type=radio]")).isEmpty();
    assertThatThrownBy(() -> db.sql("update opportunities.opportunity set nature = 'free' where id = :id").param("id", opportunity).update()).hasMessageContaining("somebody was there");
    assertThat(nature(opportunity)).isEqualTo("curricular");
  }

  private String nature(long opportunity) {
    return db.sql("select nature from opportunities.opportunity where id = :id").param("id", opportunity).query(String.class).single();
  }

  @Test
  void theVolunteerSeesItApartFromTheHoursAndBadgesDoNotCountIt() {
    long shift = shift(Nature.PAID);
    scene.attended(shift, amina, EIGHT, EIGHT.plus(FOUR_HOURS));
    var book = Visit.as(port, new AccountId(amina)).get("/hours").page();
    assertThat(book.select("[aria-labelledby=beside] .hours-line")).hasSize(1);
    assertThat(book.select("[aria-labelledby=beside]").text()).contains("مدفوع الأجر");
    assertThat(scene.total(amina)).isZero();
    assertThat(db.sql("select count(*) from attendance.event where volunteer_id = :amina").param("amina", amina).query(Long.class).single()).isZero();
  }
}
