package dz.linatatawwa.participation;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "Still coming?", asked the evening before and answered by a link without signing in. */
@WorldTest
class ComingTests {

  private static final Wish ANY = new Wish(null, "", false);

  @LocalServerPort int port;
  @Autowired Participation participation;
  @Autowired Reminders reminders;
  @Autowired Tidings tidings;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId karim;
  AccountId layla;
  ShiftId shift;
  ApplicationId seat;
  String link;

  /** A shift with one seat in two days, Karim in it and Layla waiting; then it is seven in the evening before. */
  @BeforeEach
  void evening() {
    TestClock.one().back();
    scene = new Scene(db);
    long organization = scene.organization(scene.account("أمينة"));
    karim = scene.volunteer("كريم", 1958);
    layla = scene.volunteer("ليلى", 1990);
    LocalDate day = LocalDate.now(Words.ZONE).plusDays(2);
    shift = scene.shift(scene.opportunity(organization, "at-once", 16), day.atTime(10, 0).atZone(Words.ZONE).toInstant(), Duration.ofHours(4), 1);
    seat = participation.apply(karim, shift, ANY).application();
    participation.apply(layla, shift, ANY);
    TestClock.one().goAhead(Duration.between(Instant.now(), day.minusDays(1).atTime(LocalTime.of(19, 0)).atZone(Words.ZONE).toInstant()));
    reminders.evening();
    reminders.evening();
    link = db.sql("select link from notices.notice where account_id = :of and kind = 'application-reminder'").param("of", karim.value()).query(String.class).single();
  }

  @Test
  void thereIsOneReminderWithALinkThatFitsATextMessage() {
    assertThat(link).matches("/coming/[A-Za-z0-9_-]{17,27}");
    assertThat(db.sql("select count(*) from notices.notice where account_id = :of and kind = 'application-reminder'").param("of", layla.value()).query(Integer.class).single()).isZero();
  }

  @Test
  void openingTheLinkAsksAndAnswersNothing() {
    for (int i = 0; i < 3; i++) {
      var page = new Visit(port).get(link).page();
      assertThat(page.select("form[action=" + link + "/answer] button")).hasSize(2);
      assertThat(page.select("h1").text()).isEqualTo("هل ما زلت قادما؟");
    }
    assertThat(coming()).isEmpty();
    assertThat(new Visit(port).post(link + "/answer").status()).as("no answer").isEqualTo(422);
    assertThat(new Visit(port).post(link + "/answer", "answer", "perhaps").status()).isEqualTo(422);
    assertThat(coming()).isEmpty();
  }

  @Test
  void yesIsNotedForTheOrganisation() {
    Visit visit = new Visit(port);
    for (int i = 0; i < 2; i++) assertThat(visit.post(link + "/answer", "answer", "yes").leadsTo()).isEqualTo(link);
    assertThat(coming()).isEqualTo("yes");
    assertThat(visit.get(link).page().select("h1").text()).isEqualTo("أنت قادم");
    assertThat(scene.taken(shift)).isEqualTo(1);
  }

  @Test
  void noGivesTheSeatToTheFirstWhoWaits() {
    Visit visit = new Visit(port);
    for (int i = 0; i < 2; i++) assertThat(visit.post(link + "/answer", "answer", "no").leadsTo()).isEqualTo(link);
    assertThat(state(karim)).isEqualTo("withdrawn");
    assertThat(state(layla)).isEqualTo("offered");
    assertThat(scene.taken(shift)).as("never more than there are").isEqualTo(1);
    assertThat(visit.get(link).page().select("h1").text()).isEqualTo("لست قادما");
    visit.post(link + "/answer", "answer", "yes");
    assertThat(state(karim)).as("who changes their mind waits behind her").isEqualTo("waiting");
  }

  @Test
  void whoChangesTheirMindBeforeAnybodyTookTheSeatGetsItBack() {
    db.sql("update participation.application set state = 'withdrawn' where volunteer_id = :of").param("of", layla.value()).update();
    Visit visit = new Visit(port);
    visit.post(link + "/answer", "answer", "no");
    assertThat(scene.taken(shift)).isZero();
    visit.post(link + "/answer", "answer", "yes");
    assertThat(state(karim)).isEqualTo("accepted");
    assertThat(scene.taken(shift)).isEqualTo(1);
  }

  @Test
  void twoAnswersAtOnceLeaveOneSeatTaken() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        String answer = i % 2 == 0 ? "no" : "yes";
        threads.submit(() -> new Visit(port).post(link + "/answer", "answer", answer).status());
      }
    }
    assertThat(scene.taken(shift)).isEqualTo(1);
    assertThat(db.sql("select count(*) from participation.application where shift_id = :shift and state in ('accepted', 'offered')").param("shift", shift.value()).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void onceTheShiftHasBegunThereIsNothingToAnswer() {
    TestClock.one().goAhead(Duration.ofHours(16));
    Visit visit = new Visit(port);
    assertThat(visit.get(link).page().select("form[action$=/answer]")).isEmpty();
    visit.post(link + "/answer", "answer", "no");
    assertThat(state(karim)).isEqualTo("accepted");
  }

  @Test
  void aForgedLinkOpensNothing() {
    String token = link.substring("/coming/".length());
    for (String other : List.of(token.substring(0, 6) + (token.charAt(6) == 'x' ? "y" : "x") + token.substring(7), token.substring(1), token + "A", "A".repeat(22), "..%2F..%2Fetc")) {
      assertThat(new Visit(port).get("/coming/" + other).status()).as(other).isIn(400, 404);
      assertThat(new Visit(port).post("/coming/" + other + "/answer", "answer", "no").status()).as(other).isIn(400, 404);
    }
    assertThat(state(karim)).isEqualTo("accepted");
  }

  @Test
  void aShiftCalledOffTheEveningBeforeIsToldAtOnceAndOneFarAwayIsNot() {
    tidings.about(seat, karim, participation.facts(shift), "cancelled", words -> "—");
    assertThat(urgent("application-cancelled")).isTrue();
    ShiftId far = scene.shift(scene.opportunity(scene.organization(scene.account("نور")), "at-once", 16), Instant.now().plus(Duration.ofDays(30)), Duration.ofHours(2), 1);
    tidings.changed(seat, karim, participation.facts(far), java.util.Set.of("time"), "far");
    assertThat(urgent("application-changed")).isFalse();
  }

  private boolean urgent(String kind) {
    return db.sql("select d.urgent from notices.delivery d join notices.notice n on n.id = d.notice_id where n.account_id = :of and n.kind = :kind").param("of", karim.value()).param("kind", kind)
        .query(Boolean.class).single();
  }

  private String coming() {
    return db.sql("select coalesce(coming, '') from participation.application where id = :id").param("id", seat.value()).query(String.class).single();
  }

  private String state(AccountId of) {
    return db.sql("select state from participation.application where volunteer_id = :of and shift_id = :shift order by id desc limit 1").param("of", of.value()).param("shift", shift.value())
        .query(String.class).single();
  }
}
