package dz.linatatawwa.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.world.Guardianship;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Young people's seats: every way into one keeps to the rules, and the database holds them whoever writes. */
@WorldTest
class YoungSeatTests {

  private static final Wish ANY = new Wish(null, "", false);

  @Autowired Participation participation;
  @Autowired YoungRules young;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId owner;
  long organization;
  long opportunity;
  ShiftId shift;

  @BeforeEach
  void anOpportunityForTheYoung() {
    TestClock.one().back();
    scene = new Scene(db);
    owner = scene.account("أمينة");
    organization = scene.organization(owner);
    opportunity = scene.opportunity(organization, "at-once", 8);
    shift = scene.byDay(opportunity, 3);
  }

  @Test
  void aSeatIsRefusedByNightAndGivenByDay() {
    AccountId minor = agreed(minor(17), "take-part");
    assertThat(participation.apply(minor, at(19, 30), ANY)).as("until 23:30").isEqualTo(refused(Application.Reason.YOUNG_HOURS));
    assertThat(participation.apply(minor, at(4, 0), ANY)).isEqualTo(refused(Application.Reason.YOUNG_HOURS));
    assertThat(participation.apply(minor, at(17, 0), ANY)).as("until 21:00 sharp").isInstanceOf(Application.Placed.class);
    assertThat(participation.apply(scene.volunteer("كريم", 1980), at(19, 30), ANY)).isInstanceOf(Application.Placed.class);
  }

  @Test
  void anOpportunityMayNarrowTheHours() {
    rule("from_time, to_time", "'10:00', '12:00'");
    assertThat(participation.apply(agreed(minor(17), "take-part"), shift, ANY)).isEqualTo(refused(Application.Reason.YOUNG_HOURS));
  }

  @Test
  void oneGuardianIsNotEnoughWhereBothAreAskedFor() {
    rule("both_guardians", "true");
    AccountId minor = agreed(minor(17), "take-part");
    assertThat(participation.apply(minor, shift, ANY)).isEqualTo(refused(Application.Reason.BOTH_GUARDIANS));
    Guardianship.agreed(db, minor, "الأب", "father@example.dz", "take-part");
    assertThat(participation.apply(minor, shift, ANY)).isInstanceOf(Application.Placed.class);
  }

  @Test
  void theYoungestComeWithSomebodyOfAgeAndGiveTheSeatBackWhenThatPersonDoes() {
    rule("accompanied_under", "16");
    AccountId minor = agreed(minor(15), "take-part");
    AccountId friend = agreed(minor(17), "take-part");
    AccountId aunt = scene.volunteer("فاطمة", 1985);
    assertThat(participation.apply(minor, shift, ANY)).isEqualTo(refused(Application.Reason.COMPANION));
    assertThat(participation.apply(minor, shift, with(aunt))).as("she has no seat").isEqualTo(refused(Application.Reason.COMPANION));
    assertThat(participation.apply(friend, shift, ANY)).as("seventeen, needs nobody").isInstanceOf(Application.Placed.class);
    assertThat(participation.apply(minor, shift, with(friend))).as("a minor accompanies nobody").isEqualTo(refused(Application.Reason.COMPANION));
    ApplicationId hers = participation.apply(aunt, shift, ANY).application();
    Application his = participation.apply(minor, shift, with(aunt));
    assertThat(his).isInstanceOf(Application.Placed.class);
    participation.withdraw(aunt, hers);
    assertThat(scene.state(his.application())).isEqualTo("withdrawn");
    assertThat(scene.taken(shift)).isEqualTo(1);
    assertThat(db.sql("select kind from notices.notice where account_id = :id").param("id", minor.value()).query(String.class).list())
        .contains("application-companion-left");
  }

  @Test
  void underFifteenOnlyAGroupsLeaderBringsThem() {
    AccountId child = agreed(minor(11), "take-part");
    assertThat(participation.apply(child, shift, ANY)).isEqualTo(refused(Application.Reason.GROUP_ONLY));
    assertThat(participation.apply(child, shift, new Wish(null, "", false, null, organization))).isInstanceOf(Application.Placed.class);
  }

  @Test
  void whoWasAskedForByHandIsNotAcceptedOnceTheGuardianSaidNo() {
    ShiftId byHand = scene.byDay(scene.opportunity(organization, "by-hand", 15), 3);
    AccountId minor = minor(17);
    long guardian = Guardianship.agreed(db, minor, "الأم", "mother@example.dz", "take-part");
    ApplicationId id = participation.apply(minor, byHand, ANY).application();
    db.sql("update volunteers.guardian set stopped_at = now() where id = :id").param("id", guardian).update();
    assertThat(participation.accept(owner, id)).isEqualTo(new Answer.Refused(Answer.Why.GUARDIAN_NEEDED));
  }

  @Test
  void aFreedSeatGoesPastWhoMayNotComeToTheNextInTheList() {
    ShiftId one = scene.byDay(opportunity, 1);
    AccountId karim = scene.volunteer("كريم", 1980);
    ApplicationId his = participation.apply(karim, one, ANY).application();
    AccountId minor = minor(17);
    long guardian = Guardianship.agreed(db, minor, "الأم", "mother@example.dz", "take-part");
    ApplicationId first = participation.apply(minor, one, ANY).application();
    ApplicationId second = participation.apply(scene.volunteer("ليلى", 1990), one, ANY).application();
    db.sql("update volunteers.guardian set stopped_at = now() where id = :id").param("id", guardian).update();
    participation.withdraw(karim, his);
    assertThat(scene.state(first)).isEqualTo("waiting");
    assertThat(scene.state(second)).isEqualTo("offered");
  }

  @Test
  void anOfferIsNotConfirmedAgainstTheRules() {
    ShiftId one = scene.byDay(opportunity, 1);
    AccountId karim = scene.volunteer("كريم", 1980);
    ApplicationId his = participation.apply(karim, one, ANY).application();
    AccountId minor = agreed(minor(17), "take-part");
    ApplicationId waiting = participation.apply(minor, one, ANY).application();
    participation.withdraw(karim, his);
    assertThat(scene.state(waiting)).isEqualTo("offered");
    rule("both_guardians", "true");
    assertThat(participation.confirmOffer(minor, waiting)).isEqualTo(refused(Application.Reason.BOTH_GUARDIANS));
  }

  @Test
  void theDatabaseGivesNoSeatWhoeverWritesIt() {
    AccountId minor = minor(17);
    assertThatThrownBy(() -> scene.seat(shift, minor)).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("guardian-needed");
    AccountId child = agreed(minor(11), "take-part");
    assertThatThrownBy(() -> scene.seat(shift, child)).hasMessageContaining("group-only");
    AccountId agreed = agreed(minor(17), "take-part");
    assertThatThrownBy(() -> scene.seat(at(20, 0), agreed)).hasMessageContaining("young-hours");
    scene.seat(shift, agreed);
    long waits = db.sql("insert into participation.application (shift_id, volunteer_id, state) values (:shift, :minor, 'waiting') returning id")
        .param("shift", shift.value()).param("minor", minor.value()).query(Long.class).single();
    assertThatThrownBy(() -> db.sql("update participation.application set state = 'offered', offer_ends = now() + interval '1 day' where id = :id")
        .param("id", waits).update()).hasMessageContaining("guardian-needed");
  }

  @Test
  void theLeastAgeOfAnOpportunityIsNeverBelowThatOfItsWork() {
    assertThatThrownBy(() -> rule("works", "array['heights']")).hasMessageContaining("too young");
    assertThatThrownBy(() -> rule("works", "array['juggling']")).hasMessageContaining("no such work");
    db.sql("update opportunities.opportunity set min_age = 19 where id = :id").param("id", opportunity).update();
    rule("works", "array['heights']");
    assertThatThrownBy(() -> db.sql("update opportunities.opportunity set min_age = 16 where id = :id").param("id", opportunity).update())
        .hasMessageContaining("too young");
    assertThatThrownBy(() -> rule("to_time", "'22:00'")).as("night is night").isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void whatAPaperSaysHoldsWithinItsOrganisationOnly() {
    AccountId minor = minor(17);
    db.sql("""
        insert into volunteers.guardian_consent (volunteer_id, purpose, guardian_name, way, within, given_at) values (:minor, 'take-part', 'الأم', 'paper', :body, now())
        """).param("minor", minor.value()).param("body", organization).update();
    assertThat(participation.apply(minor, shift, ANY)).isInstanceOf(Application.Placed.class);
    long other = scene.organization(scene.account("غيرها"));
    ShiftId elsewhere = scene.byDay(scene.opportunity(other, "at-once", 8), 3);
    assertThat(participation.apply(minor, elsewhere, new Wish(null, "", true))).isEqualTo(refused(Application.Reason.GUARDIAN_NEEDED));
    assertThat(participation.apply(minor, elsewhere, new Wish(null, "", true, null, organization))).as("with its group").isInstanceOf(Application.Placed.class);
  }

  @Test
  void consentIsJudgedAsItStoodAtTheMoment() {
    AccountId minor = minor(17);
    Instant now = Instant.now();
    db.sql("""
        insert into volunteers.guardian_consent (volunteer_id, purpose, guardian_name, guardian_contact, given_at, withdrawn_at, withdrawn_by)
        values (:minor, 'take-part', 'الأم', 'mother@example.dz', now() - interval '3 hours', now() - interval '1 hour', 'guardian')
        """).param("minor", minor.value()).update();
    assertThat(young.fault(shift, minor, now.minus(Duration.ofHours(2)))).isEmpty();
    assertThat(young.fault(shift, minor, now)).contains(YoungFault.GUARDIAN_NEEDED);
    assertThat(young.fault(shift, minor, now.minus(Duration.ofHours(4)))).contains(YoungFault.GUARDIAN_NEEDED);
  }

  private AccountId minor(int age) {
    return scene.volunteer("قاصر", LocalDate.now(Words.ZONE).getYear() - age - 1);
  }

  private AccountId agreed(AccountId minor, String... purposes) {
    Guardianship.agreed(db, minor, "الأم", "mother" + minor + "@example.dz", purposes);
    return minor;
  }

  private ShiftId at(int hour, int minute) {
    return scene.shift(opportunity, LocalDate.now(Words.ZONE).plusDays(5).atTime(LocalTime.of(hour, minute)).atZone(Words.ZONE).toInstant(), Duration.ofHours(4), 3);
  }

  private void rule(String columns, String values) {
    db.sql("delete from opportunities.age_rule where opportunity_id = :id").param("id", opportunity).update();
    db.sql("insert into opportunities.age_rule (opportunity_id, " + columns + ") values (:id, " + values + ")").param("id", opportunity).update();
  }

  private static Wish with(AccountId companion) {
    return new Wish(null, "", false, companion.value(), null);
  }

  private static Application refused(Application.Reason why) {
    return new Application.Refused(why);
  }
}
