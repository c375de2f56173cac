package dz.linatatawwa.hours;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Arrivals;
import dz.linatatawwa.attendance.Batch;
import dz.linatatawwa.attendance.DeedKind;
import dz.linatatawwa.attendance.DeedLine;
import dz.linatatawwa.attendance.Disputes;
import dz.linatatawwa.attendance.Mark;
import dz.linatatawwa.attendance.Roster;
import dz.linatatawwa.attendance.Settled;
import dz.linatatawwa.attendance.Via;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deeds that reach a closed day, and the hours that follow when they are accepted. */
@WorldTest
class LateTimesTests {

  @Autowired Arrivals arrivals;
  @Autowired Disputes disputes;
  @Autowired Roster roster;
  @Autowired Clock clock;
  @Autowired JdbcClient db;

  AccountId owner;
  AccountId karim;
  ShiftId shift;
  Instant begun;

  @BeforeEach
  void aClosedDay() {
    TestClock.one().back();
    var scene = new dz.linatatawwa.participation.Scene(db);
    owner = scene.account("أمينة");
    karim = scene.volunteer("كريم", 1958);
    shift = scene.today(scene.opportunity(scene.organization(owner), "at-once", 16), 3);
    scene.seat(shift, karim);
    begun = clock.instant();
  }

  @Test
  void aCheckInThatWasOnAPhoneIsProposedOnceItIsAccepted() {
    close();
    DeedLine in = line(DeedKind.CHECK_IN, begun);
    DeedLine out = line(DeedKind.CHECK_OUT, begun.plus(Duration.ofHours(2)));
    arrivals.take(new Batch(Via.KIT, owner, "phone-1", clock.instant(), List.of(in, out)));
    assertThat(minutes()).isEmpty();
    assertThat(disputes.accept(owner, in.key())).isEqualTo(Settled.DONE);
    assertThat(minutes()).as("until the planned end").hasSize(1).first().isIn(179, 180);
    assertThat(disputes.accept(owner, out.key())).isEqualTo(Settled.DONE);
    assertThat(minutes()).as("as the phone says").hasSize(1).first().isIn(119, 120);
  }

  @Test
  void aCheckOutThatComesLateTakesThePlaceOfTheProposedEnd() {
    roster.checkIn(new Mark(UUID.randomUUID().toString(), owner, shift, karim));
    close();
    assertThat(db.sql("select 'no-check-out' = any (flags) from hours.claim where shift_id = " + shift).query(Boolean.class).single()).isTrue();
    DeedLine out = line(DeedKind.CHECK_OUT, begun.plus(Duration.ofMinutes(90)));
    arrivals.take(new Batch(Via.KIT, owner, "phone-1", clock.instant(), List.of(out)));
    disputes.accept(owner, out.key());
    assertThat(minutes()).hasSize(1).first().isIn(89, 90);
    assertThat(db.sql("select 'no-check-out' = any (flags) from hours.claim where shift_id = " + shift).query(Boolean.class).single()).isFalse();
  }

  private void close() {
    TestClock.one().goAhead(Duration.ofHours(5));
    roster.close(owner, shift);
  }

  private List<Integer> minutes() {
    return db.sql("select minutes from hours.claim where state = 'proposed' and shift_id = " + shift).query(Integer.class).list();
  }

  private DeedLine line(DeedKind kind, Instant at) {
    return new DeedLine(UUID.randomUUID().toString(), shift, karim, kind, at, 1, false, null, null, null);
  }
}
