package dz.linatatawwa.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of applying, answering, waiting and leaving. */
@WorldTest
class ApplyingTests {

  private static final Wish ANY = new Wish(null, "", false);

  @Autowired Participation participation;
  @Autowired Lapses lapses;
  @Autowired Reminders reminders;
  @Autowired AnswerTimes answerTimes;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId owner;
  AccountId karim;
  long organization;

  @BeforeEach
  void people() {
    scene = new Scene(db);
    owner = scene.account("أمينة");
    organization = scene.organization(owner);
    karim = scene.volunteer("كريم", 1958);
  }

  @Test
  void takesASeatAtOnceAndTellsThePerson() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "at-once", 16), 2);
    assertThat(participation.apply(karim, shift, ANY)).isInstanceOf(Application.Placed.class);
    assertThat(told(karim)).containsExactly("application-placed");
  }

  @Test
  void joinsTheWaitingListWhenNoPlaceIsLeft() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "at-once", 16), 1);
    participation.apply(scene.volunteer("ليلى", 1990), shift, ANY);
    assertThat(participation.apply(karim, shift, ANY)).isInstanceOfSatisfying(Application.Waiting.class, w -> assertThat(w.position()).isEqualTo(1));
  }

  @Test
  void waitsForTheOrganisationsAnswerWithAClock() {
    ShiftId shift = scene.shift(scene.opportunity(organization, "by-hand", 16), Instant.now().plus(Duration.ofDays(10)), Duration.ofHours(2), 1);
    assertThat(participation.apply(karim, shift, ANY)).isInstanceOfSatisfying(Application.Pending.class,
        p -> assertThat(Duration.between(Instant.now(), p.due())).isBetween(Duration.ofHours(71), Duration.ofHours(72)));
    assertThat(scene.taken(shift)).isZero();
  }

  @Test
  void refusesMinorsWithoutAGuardiansConsentAndTakesThemWithIt() {
    ShiftId shift = scene.byDay(scene.opportunity(organization, "at-once", 16), 2);
    AccountId minor = scene.volunteer("سلمى", LocalDate.now().getYear() - 18);
    assertThat(participation.apply(minor, shift, ANY)).isEqualTo(new Application.Refused(Application.Reason.GUARDIAN_NEEDED));
    db.sql("""
        insert into volunteers.guardian_consent (volunteer_id, purpose, guardian_name, guardian_contact, given_at)
        values (:id, 'take-part', 'والدها', '+213551000001', now())
        """).param("id", minor.value()).update();
    assertThat(participation.apply(minor, shift, ANY)).isInstanceOf(Application.Placed.class);
  }

  @Test
  void refusesTheTooYoungTheLateAndTheClosed() {
    long opportunity = scene.opportunity(organization, "at-once", 25);
    ShiftId shift = scene.coming(opportunity, 2);
    assertThat(participation.apply(scene.volunteer("يونس", LocalDate.now().getYear() - 22), shift, ANY)).isEqualTo(refused(Application.Reason.TOO_YOUNG));
    assertThat(participation.apply(karim, scene.today(opportunity, 2), ANY)).isEqualTo(refused(Application.Reason.TOO_LATE));
    assertThat(participation.apply(scene.account("بلا ملف"), shift, ANY)).isEqualTo(refused(Application.Reason.NOT_A_VOLUNTEER));
    db.sql("update opportunities.shift set state = 'closed' where id = " + shift).update();
    assertThat(participation.apply(karim, shift, ANY)).isEqualTo(refused(Application.Reason.SHIFT_CLOSED));
    db.sql("update organizations.organization set state = 'suspended' where id = " + organization).update();
    assertThat(participation.apply(karim, shift, ANY)).isEqualTo(refused(Application.Reason.NOT_OPEN));
  }

  @Test
  void stopsAtAClashAndMayBeOverriddenOnPurpose() {
    long opportunity = scene.opportunity(organization, "at-once", 16);
    Instant start = Instant.now().plus(Duration.ofDays(4));
    ShiftId one = scene.shift(opportunity, start, Duration.ofHours(3), 2);
    ShiftId two = scene.shift(opportunity, start.plus(Duration.ofHours(2)), Duration.ofHours(3), 2);
    ShiftId after = scene.shift(opportunity, start.plus(Duration.ofHours(5)), Duration.ofHours(1), 2);
    participation.apply(karim, one, ANY);
    assertThat(participation.apply(karim, two, ANY)).isInstanceOfSatisfying(Application.Clash.class, c -> assertThat(c.shift()).isEqualTo(one.value()));
    assertThat(participation.apply(karim, two, new Wish(null, "", true))).isInstanceOf(Application.Placed.class);
    assertThat(participation.apply(karim, after, ANY)).isInstanceOf(Application.Placed.class);
  }

  @Test
  void aFreedSeatIsOfferedToTheFirstWhoConfirms() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "at-once", 16), 1);
    AccountId layla = scene.volunteer("ليلى", 1990);
    ApplicationId seat = participation.apply(karim, shift, ANY).application();
    ApplicationId first = participation.apply(layla, shift, ANY).application();
    ApplicationId second = participation.apply(scene.volunteer("نور", 1990), shift, ANY).application();
    assertThat(participation.withdraw(karim, seat)).isTrue();
    assertThat(participation.withdraw(karim, seat)).isTrue();
    assertThat(scene.state(first)).isEqualTo("offered");
    assertThat(scene.state(second)).isEqualTo("waiting");
    assertThat(told(layla)).contains("application-offered");
    assertThat(participation.confirmOffer(layla, first)).isInstanceOf(Application.Placed.class);
    assertThat(participation.confirmOffer(layla, first)).isInstanceOf(Application.Placed.class);
    assertThat(participation.comeBack(karim, seat)).isInstanceOfSatisfying(Application.Waiting.class, w -> assertThat(w.position()).isEqualTo(2));
  }

  @Test
  void aWithdrawalIsUndoneWhileTheSeatIsFree() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "by-hand", 16), 1);
    ApplicationId id = participation.apply(karim, shift, ANY).application();
    participation.accept(owner, id);
    participation.withdraw(karim, id);
    assertThat(participation.comeBack(karim, id)).isInstanceOf(Application.Placed.class);
  }

  @Test
  void nobodyWithdrawsOrConfirmsForSomebodyElse() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "at-once", 16), 1);
    ApplicationId id = participation.apply(karim, shift, ANY).application();
    AccountId stranger = scene.volunteer("غريب", 1990);
    assertThatThrownBy(() -> participation.withdraw(stranger, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> participation.confirmOffer(stranger, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> participation.accept(stranger, id)).isInstanceOf(NotFound.class);
  }

  @Test
  void aDeclinedPersonIsToldWhyAndDoesNotApplyAgain() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "by-hand", 16), 1);
    ApplicationId id = participation.apply(karim, shift, ANY).application();
    assertThat(participation.decline(owner, id, DeclineReason.SKILLS, "نحتاج إلى كهربائي")).isInstanceOf(Answer.Declined.class);
    assertThat(participation.apply(karim, shift, ANY)).isEqualTo(refused(Application.Reason.DECLINED_BEFORE));
    assertThat(db.sql("select body from notices.notice where kind = 'application-declined' and account_id = " + karim).query(String.class).single())
        .contains("تُطلب مهارة أخرى").contains("كهربائي");
  }

  @Test
  void acceptingStopsAtAClashThatCameMeanwhile() {
    long byHand = scene.opportunity(organization, "by-hand", 16);
    Instant start = Instant.now().plus(Duration.ofDays(4));
    ApplicationId asked = participation.apply(karim, scene.shift(byHand, start, Duration.ofHours(2), 1), ANY).application();
    participation.apply(karim, scene.shift(scene.opportunity(organization, "at-once", 16), start, Duration.ofHours(2), 1), ANY);
    assertThat(participation.accept(owner, asked)).isEqualTo(new Answer.Refused(Answer.Why.CLASH));
  }

  @Test
  void nobodyStaysWithoutAnAnswerOnceTheShiftHasBegun() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "by-hand", 16), 1);
    ApplicationId id = participation.apply(karim, shift, ANY).application();
    db.sql("update opportunities.shift set starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour' where id = " + shift).update();
    assertThat(lapses.begun()).contains(id);
    lapses.lapse(id);
    assertThat(scene.state(id)).isEqualTo("lapsed");
    assertThat(told(karim)).contains("application-unanswered");
  }

  @Test
  void aRaisedCapacityIsOfferedToThoseWhoWait() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "at-once", 16), 1);
    participation.apply(scene.volunteer("ليلى", 1990), shift, ANY);
    ApplicationId waits = participation.apply(karim, shift, ANY).application();
    db.sql("update opportunities.shift set capacity = 2 where id = " + shift).update();
    assertThat(lapses.shiftsWithIdleSeats()).contains(shift);
    lapses.fill(shift);
    assertThat(scene.state(waits)).isEqualTo("offered");
  }

  @Test
  void unansweredApplicationsGoUpTheLineOnceAStep() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "by-hand", 16), 1);
    AccountId coordinator = scene.account("منسق");
    db.sql("insert into organizations.member (organization_id, account_id, role) values (" + organization + ", " + coordinator + ", 'coordinator')").update();
    ApplicationId id = participation.apply(karim, shift, ANY).application();
    db.sql("update participation.application set answer_due = now() - interval '1 hour' where id = " + id).update();
    reminders.overdue();
    reminders.overdue();
    assertThat(told(coordinator)).containsExactly("application-overdue");
    assertThat(told(owner)).containsExactly("application-overdue");
    db.sql("update participation.application set answer_due = now() - interval '25 hours' where id = " + id).update();
    reminders.overdue();
    assertThat(told(coordinator)).hasSize(1);
    assertThat(told(owner)).hasSize(2);
  }

  @Test
  void theMedianTimeToAnswerIsKept() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "by-hand", 16), 5);
    for (int minutes : List.of(10, 60, 600)) {
      ApplicationId id = participation.apply(scene.volunteer("م " + minutes, 1990), shift, ANY).application();
      db.sql("update participation.application set applied_at = now() - make_interval(mins => " + minutes + ") where id = " + id).update();
      participation.accept(owner, id);
    }
    answerTimes.keep();
    assertThat(db.sql("select answer_minutes from organizations.organization where id = " + organization).query(Integer.class).single()).isEqualTo(60);
  }

  private static Application refused(Application.Reason why) {
    return new Application.Refused(why);
  }

  private List<String> told(AccountId person) {
    return db.sql("select kind from notices.notice where account_id = :id order by id").param("id", person.value()).query(String.class).list();
  }
}
