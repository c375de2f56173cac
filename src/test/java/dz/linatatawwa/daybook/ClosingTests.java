package dz.linatatawwa.daybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Deed;
import dz.linatatawwa.attendance.Roster;
import dz.linatatawwa.attendance.Times;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closing a day, on the real database. */
@WorldTest
class ClosingTests {

  @Autowired ClosingDays days;
  @Autowired Roster roster;
  @Autowired Thanks thanks;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId owner;
  AccountId second;
  AccountId karim;
  AccountId layla;
  OrganizationId organization;
  long opportunity;
  ShiftId shift;
  Instant begins;

  @BeforeEach
  void aDayThatIsOver() {
    scene = new Scene(db);
    owner = scene.account("أمينة");
    second = scene.account("سليم");
    organization = new OrganizationId(scene.organization(owner));
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:id, :who, 'coordinator')").param("id", organization.value())
        .param("who", second.value()).update();
    opportunity = scene.opportunity(organization.value(), "at-once", 16);
    begins = Instant.now().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MINUTES);
    shift = scene.shift(opportunity, begins, Duration.ofHours(4), 10);
    karim = scene.volunteer("كريم", 1958);
    layla = scene.volunteer("ليلى", 1990);
    scene.seat(shift, karim);
    scene.seat(shift, layla);
  }

  @Test
  void whoIsStillInIsAskedAboutAndLeavesAtTheEndWithOneTap() {
    in(karim, begins);
    assertThat(day().exceptions()).singleElement().satisfies(person -> assertThat(day().reasons(person)).containsExactly(Reason.STILL_IN));
    assertThat(answer(karim, owner, Answer.UNTIL_END)).isEqualTo(new Answered.Done());
    assertThat(person(karim).out()).isEqualTo(begins.plus(Duration.ofHours(4)));
    assertThat(day().open()).isZero();
  }

  @Test
  void anAnswerIsTakenBackWithItsDeed() {
    in(karim, begins);
    answer(karim, owner, Answer.UNTIL_END);
    assertThat(days.takeBack(day(), karim, second, key())).isTrue();
    assertThat(person(karim).stillIn()).isTrue();
    assertThat(day().open()).isEqualTo(1);
    assertThat(days.takeBack(day(), karim, second, key())).isFalse();
  }

  @Test
  void whatReachesTheRosterAfterAnAnswerAsksAgain() {
    in(karim, begins);
    answer(karim, owner, Answer.UNTIL_END);
    roster.correct(new dz.linatatawwa.attendance.Mark(key(), owner, shift, karim), new Times(begins, begins.plus(Duration.ofHours(3)), "من الهاتف"));
    assertThat(person(karim).answered()).isFalse();
  }

  @Test
  void ofTwoCoordinatorsWhoAnswerAtOnceOneIsHeard() throws Exception {
    in(karim, begins);
    ClosingDay day = day();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = IntStream.range(0, 20).mapToObj(i -> threads.submit(() ->
          days.answer(day, karim, i % 2 == 0 ? owner : second, key(), Answer.UNTIL_END, null, "سبب"))).toList();
      int done = 0;
      for (var one : all) if (one.get() instanceof Answered.Done) done++;
      assertThat(done).isEqualTo(1);
    }
    assertThat(count("attendance.deed where deed = 'correct' and shift_id = " + shift)).isEqualTo(1);
  }

  @Test
  void whoWasRecordedAsAbsentWasThereAfterAllAndBackAgain() {
    roster.noShow(new dz.linatatawwa.attendance.Mark(key(), second, shift, layla));
    assertThat(person(layla).noShowBy()).isEqualTo(second.value());
    assertThat(answer(layla, owner, Answer.CAME)).isEqualTo(new Answered.Done());
    assertThat(person(layla).came()).isTrue();
    assertThat(day().minutes(person(layla))).isEqualTo(240);
    assertThat(days.takeBack(day(), layla, owner, key())).isTrue();
    assertThat(person(layla).absent()).isTrue();
    assertThat(person(layla).noShowBy()).isEqualTo(second.value());
  }

  @Test
  void nobodyAnswersForThemselves() {
    db.sql("""
        insert into volunteers.volunteer (account_id, code, birth_year, wilaya_code, commune_code)
        select :id, nextval('volunteers.code'), 1980, wilaya_code, code from places.commune where code = '1901'
        """).param("id", owner.value()).update();
    scene.seat(shift, owner);
    in(owner, begins);
    for (Answer answer : List.of(Answer.RIGHT, Answer.UNTIL_END, Answer.CAME, Answer.ABSENT)) {
      assertThat(answer(owner, owner, answer)).isEqualTo(new Answered.Refused(Deed.Why.OWN));
    }
    assertThat(answer(owner, second, Answer.UNTIL_END)).isEqualTo(new Answered.Done());
  }

  @Test
  void everyReasonToLookIsFound() {
    AccountId young = scene.volunteer("قاصر", java.time.LocalDate.now().getYear() - 17);
    AccountId walkIn = scene.volunteer("سارة", 1990);
    in(young, begins);
    in(walkIn, begins);
    out(walkIn, begins.plus(Duration.ofHours(4)));
    out(young, begins.plus(Duration.ofMinutes(260)));
    in(karim, begins);
    roster.correct(new dz.linatatawwa.attendance.Mark(key(), owner, shift, karim), new Times(begins, begins.plus(Duration.ofHours(2)), "سبب"));
    in(layla, begins);
    out(layla, begins.plus(Duration.ofHours(4)));
    db.sql("update attendance.attendance set out_proposed = true where volunteer_id = " + layla).update();
    ClosingDay day = day();
    assertThat(day.reasons(person(young))).containsExactly(Reason.OVER_TIME, Reason.WALK_IN, Reason.NO_CONSENT);
    assertThat(day.reasons(person(walkIn))).containsExactly(Reason.WALK_IN);
    assertThat(day.reasons(person(karim))).containsExactly(Reason.CORRECTED);
    assertThat(day.reasons(person(layla))).containsExactly(Reason.PROPOSED_END);
  }

  @Test
  void aClosedDayIsNotAnsweredAnyMoreAndItsHoursAreProposed() {
    in(karim, begins);
    days.propose(day(), owner);
    roster.close(owner, shift);
    assertThat(day().closed()).isTrue();
    assertThat(answer(karim, owner, Answer.RIGHT)).isEqualTo(new Answered.Refused(Deed.Why.CLOSED));
    assertThat(days.takeBack(day(), karim, owner, key())).isFalse();
    days.takeBackProposal(day());
    assertThat(day().proposal()).isNotNull();
    assertThat(count("hours.claim where shift_id = " + shift)).isEqualTo(1);
    assertThat(person(layla).noShowBy()).isEqualTo(owner.value());
  }

  @Test
  void manyWhoCloseAtOnceCloseOnce() throws Exception {
    in(karim, begins);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = IntStream.range(0, 12).mapToObj(i -> threads.submit(() -> roster.close(i % 2 == 0 ? owner : second, shift))).toList();
      for (var one : all) assertThat(one.get()).isInstanceOf(dz.linatatawwa.attendance.Closed.Done.class);
    }
    assertThat(count("attendance.closure where shift_id = " + shift)).isEqualTo(1);
    assertThat(count("hours.claim where shift_id = " + shift)).isEqualTo(1);
  }

  @Test
  void aStrangerAndAnotherOrganisationFindNothing() {
    AccountId stranger = scene.account("غريب");
    OrganizationId foreign = new OrganizationId(scene.organization(stranger));
    assertThatThrownBy(() -> days.of(organization, shift, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> days.of(foreign, shift, stranger)).isInstanceOf(NotFound.class);
    AccountId nobody = scene.volunteer("آخر", 1990);
    assertThatThrownBy(() -> answer(nobody, owner, Answer.RIGHT)).isInstanceOf(NotFound.class);
  }

  @Test
  void thanksReachEverybodyOnceAndMinorsOnlyHere() throws Exception {
    AccountId young = scene.volunteer("قاصر", java.time.LocalDate.now().getYear() - 17);
    in(karim, begins);
    out(karim, begins.plus(Duration.ofHours(2)));
    in(young, begins);
    ClosingDay day = day();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> thanks.send(day, owner, "شكرًا لكم\nإلى اللقاء"))).toList();
      int sent = 0;
      for (var one : all) sent += one.get();
      assertThat(sent).isEqualTo(2);
    }
    assertThat(count("notices.notice where kind = 'thanks' and account_id in (" + karim + ", " + young + ", " + layla + ")")).isEqualTo(2);
    assertThat(db.sql("select body from notices.notice where kind = 'thanks' and account_id = " + karim).query(String.class).single())
        .contains("شكرًا لكم").contains("2").contains("تنظيف حديقة التسلية");
    assertThat(count("notices.delivery d join notices.notice n on n.id = d.notice_id where n.kind = 'thanks' and n.account_id = " + karim)).isEqualTo(1);
    assertThat(count("notices.delivery d join notices.notice n on n.id = d.notice_id where n.kind = 'thanks' and n.account_id = " + young)).isZero();
  }

  private void in(AccountId volunteer, Instant at) {
    db.sql("""
        insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by)
        select :shift, :who, (select id from participation.application where shift_id = :shift and volunteer_id = :who), :at, :by
        """).param("shift", shift.value()).param("who", volunteer.value()).param("at", Sql.at(at)).param("by", second.value()).update();
  }

  private void out(AccountId volunteer, Instant at) {
    db.sql("update attendance.attendance set checked_out_at = :at, checked_out_by = :by where shift_id = :shift and volunteer_id = :who")
        .param("shift", shift.value()).param("who", volunteer.value()).param("at", Sql.at(at)).param("by", second.value()).update();
  }

  private ClosingDay day() {
    return days.of(organization, shift, owner);
  }

  private DayPerson person(AccountId who) {
    return day().people().stream().filter(person -> person.volunteerId() == who.value()).findFirst().orElseThrow();
  }

  private Answered answer(AccountId who, AccountId by, Answer answer) {
    return days.answer(day(), who, by, key(), answer, null, "صُحّح عند الإغلاق");
  }

  private int count(String from) {
    return db.sql("select count(*) from " + from).query(Integer.class).single();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
