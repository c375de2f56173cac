package dz.linatatawwa.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody checked them out: they are told, then the end is proposed; with the clock of the tests. */
@WorldTest
class EndingsTests {

  @LocalServerPort int port;
  @Autowired AttendanceClock ticking;
  @Autowired Endings endings;
  @Autowired Departures departures;
  @Autowired Arrivals arrivals;
  @Autowired Roster roster;
  @Autowired Rosters rosters;
  @Autowired Clock clock;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId owner;
  AccountId karim;
  long organization;
  ShiftId shift;
  Instant begun;

  /** A shift that began an hour ago and ends in three, with thirty minutes of grace. */
  @BeforeEach
  void somebodyIsIn() {
    TestClock.one().back();
    scene = new Scene(db);
    owner = scene.account("أمينة");
    karim = scene.volunteer("كريم", 1958);
    organization = scene.organization(owner);
    shift = scene.today(scene.opportunity(organization, "at-once", 16), 3);
    db.sql("update opportunities.opportunity o set grace_minutes = 30 from opportunities.shift s where s.opportunity_id = o.id and s.id = " + shift).update();
    scene.seat(shift, karim);
    begun = clock.instant();
    roster.checkIn(new Mark(key(), owner, shift, karim));
  }

  @Test
  void whoIsStillInIsToldOnceBeforeTheGraceIsOver() {
    TestClock.one().goAhead(Duration.ofMinutes(180 + 10));
    ticking.endings();
    assertThat(told()).as("twenty minutes before").isZero();
    TestClock.one().goAhead(Duration.ofMinutes(6));
    ticking.endings();
    ticking.endings();
    assertThat(told()).isEqualTo(1);
    assertThat(row().in()).isTrue();
  }

  @Test
  void whoWasCheckedOutIsToldNothing() {
    TestClock.one().goAhead(Duration.ofMinutes(150));
    roster.checkOut(new Mark(key(), owner, shift, karim));
    TestClock.one().goAhead(Duration.ofMinutes(50));
    ticking.endings();
    assertThat(told()).isZero();
  }

  @Test
  void whenTheGraceIsOverTheEndIsProposedAndNobodyPressedAnything() {
    TestClock.one().goAhead(Duration.ofMinutes(180 + 31));
    ticking.endings();
    assertThat(row().proposed()).isTrue();
    assertThat(row().checkedOutAt()).isCloseTo(begun.plus(Duration.ofHours(3)), within(5, ChronoUnit.SECONDS));
    assertThat(endings.propose()).isZero();
  }

  @Test
  void aCheckOutThatArrivesLaterTakesItsPlaceAndAPersonConfirmsTheRest() {
    TestClock.one().goAhead(Duration.ofMinutes(180 + 31));
    ticking.endings();
    DeedLine out = new DeedLine(key(), shift, karim, DeedKind.CHECK_OUT, begun.plus(Duration.ofMinutes(100)), 1, false, null, null, null);
    assertThat(arrivals.take(new Batch(Via.KIT, owner, "phone-1", clock.instant(), List.of(out))).getFirst().outcome()).isEqualTo(Answer.Outcome.DONE);
    assertThat(row().proposed()).isFalse();
    assertThat(row().checkedOutAt()).isCloseTo(begun.plus(Duration.ofMinutes(100)), within(5, ChronoUnit.SECONDS));
  }

  @Test
  void whatThePersonSaysIsShownAndOnlyShortens() {
    TestClock.one().goAhead(Duration.ofMinutes(180 + 5));
    Visit own = Visit.as(port, karim);
    assertThat(own.get("/departures/" + shift).status()).isEqualTo(200);
    assertThat(own.post("/departures/" + shift, "left", "nothing").status()).isEqualTo(422);
    assertThat(departures.left(karim, shift, clock.instant().plusSeconds(60))).as("the future").isFalse();
    assertThat(departures.left(karim, shift, begun.plus(Duration.ofMinutes(120)))).isTrue();
    assertThat(row().in()).as("nobody checks themselves out").isTrue();
    assertThat(Visit.as(port, owner).get("/organizations/" + organization + "/desk/shifts/" + shift).page().text()).contains("يقول إنه غادر");
    TestClock.one().goAhead(Duration.ofMinutes(30));
    ticking.endings();
    assertThat(row().proposed()).isTrue();
    assertThat(row().checkedOutAt()).isCloseTo(begun.plus(Duration.ofMinutes(120)), within(5, ChronoUnit.SECONDS));
    assertThat(Visit.as(port, owner).get("/departures/" + shift).status()).as("somebody else's").isEqualTo(404);
  }

  @Test
  void whoNotedAnAbsenceIsShownOnTheRosterAndToThePerson() {
    AccountId layla = scene.volunteer("ليلى", 1990);
    scene.seat(shift, layla);
    roster.noShow(new Mark(key(), owner, shift, layla));
    assertThat(Visit.as(port, owner).get("/organizations/" + organization + "/desk/shifts/" + shift).page().select("#p" + layla).text())
        .containsPattern("غياب سجّله .?أمينة");
    TestClock.one().goAhead(Duration.ofHours(4));
    assertThat(Visit.as(port, layla).get("/commitments").page().text()).containsPattern("سجّل الغياب: .?أمينة");
  }

  private RosterRow row() {
    return rosters.of(shift).stream().filter(row -> row.volunteerId() == karim.value()).findFirst().orElseThrow();
  }

  private int told() {
    return db.sql("select count(*) from notices.notice where kind = 'check-out-forgotten' and account_id = " + karim).query(Integer.class).single();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
