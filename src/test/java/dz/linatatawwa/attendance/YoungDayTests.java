package dz.linatatawwa.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Answer.Outcome;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Guardianship;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Minors at the door: at the desk they are not let in against the rules; what a phone did without network waits for a person, judged by the consent that
 *  stood when it was done. */
@WorldTest
class YoungDayTests {

  @Autowired Roster roster;
  @Autowired Arrivals arrivals;
  @Autowired Clock clock;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId owner;
  ShiftId shift;
  AccountId minor;

  @BeforeEach
  void aDayForTheYoung() {
    TestClock.one().back();
    scene = new Scene(db);
    owner = scene.account("أمينة");
    shift = scene.byDay(scene.opportunity(scene.organization(owner), "at-once", 14), 9);
    minor = scene.volunteer("قاصر", LocalDate.now(Words.ZONE).getYear() - 17);
    Guardianship.agreed(db, minor, "الأم", "mother" + minor + "@example.dz", "take-part");
    scene.seat(shift, minor);
    TestClock.one().goAhead(Duration.between(ZonedDateTime.now(Words.ZONE), LocalDate.now(Words.ZONE).plusDays(3).atTime(10, 0).atZone(Words.ZONE)));
  }

  @AfterEach
  void now() {
    TestClock.one().back();
  }

  @Test
  void withConsentAMinorIsCheckedIn() {
    assertThat(roster.checkIn(mark(minor))).isInstanceOf(Deed.Done.class);
  }

  @Test
  void withoutConsentTheDeskLetsNobodyIn() {
    withdrawn();
    assertThat(roster.checkIn(mark(minor))).isEqualTo(new Deed.Refused(Deed.Why.GUARDIAN_NEEDED));
    assertThat(db.sql("select count(*) from attendance.attendance where shift_id = " + shift + " and checked_in_at is not null").query(Integer.class).single()).isZero();
  }

  @Test
  void whatAPhoneDidWithoutConsentWaitsForAPerson() {
    withdrawn();
    assertThat(sent(clock.instant().minusSeconds(600)).code()).isEqualTo("guardian-needed");
    assertThat(sent(clock.instant().minusSeconds(500)).outcome()).isEqualTo(Outcome.REVIEW);
  }

  @Test
  void whatAPhoneDidWhileConsentStoodCountsHoweverLateItArrives() {
    Instant then = clock.instant().minusSeconds(1800);
    db.sql("update volunteers.guardian_consent set withdrawn_at = :at, withdrawn_by = 'guardian' where volunteer_id = :id")
        .param("at", java.sql.Timestamp.from(clock.instant().minusSeconds(600))).param("id", minor.value()).update();
    assertThat(sent(then).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void nobodyUnderFifteenWalksInAlone() {
    AccountId child = scene.volunteer("طفل", LocalDate.now(Words.ZONE).getYear() - 13);
    assertThat(roster.walkIn(mark(child))).as("fourteen at least").isEqualTo(new Deed.Refused(Deed.Why.TOO_YOUNG));
    db.sql("update opportunities.opportunity set min_age = 8").update();
    Guardianship.agreed(db, child, "الأم", "child" + child + "@example.dz", "take-part");
    assertThat(roster.walkIn(mark(child))).isEqualTo(new Deed.Refused(Deed.Why.GROUP_ONLY));
  }

  private void withdrawn() {
    db.sql("update volunteers.guardian_consent set withdrawn_at = now(), withdrawn_by = 'guardian' where volunteer_id = :id")
        .param("id", minor.value()).update();
  }

  private Answer sent(Instant at) {
    DeedLine line = new DeedLine(UUID.randomUUID().toString(), shift, minor, DeedKind.CHECK_IN, at, 1L, false, null, null, null);
    return arrivals.take(new Batch(Via.KIT, owner, "k1", clock.instant(), false, List.of(line))).getFirst();
  }

  private Mark mark(AccountId person) {
    return new Mark(UUID.randomUUID().toString(), owner, shift, person);
  }
}
