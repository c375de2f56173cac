package dz.linatatawwa.hours;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.AcceptRule;
import dz.linatatawwa.participation.ApplicantFilter;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class WaitingHoursTests {

  private static final Duration FOUR_HOURS = Duration.ofHours(4);
  private static final Instant EIGHT = Scene.yesterdayAtEight();

  @Autowired JdbcClient db;
  @Autowired HourLedger ledger;
  @Autowired WaitingDigest digest;
  @Autowired Applicants applicants;
  @LocalServerPort int port;
  Scene scene;

  @BeforeEach
  void people() {
    scene = new Scene(db);
  }

  @AfterEach
  void today() {
    TestClock.one().back();
  }

  @Test
  void thoseWhoRunAnOrganisationAreToldOnceADayThatHoursWait() {
    waiting();
    digest.tell();
    assertThat(told()).as("just proposed: the coordinator may be at it").isEmpty();
    TestClock.one().goAhead(Duration.ofHours(3));
    digest.tell();
    digest.tell();
    assertThat(told()).hasSize(3).allSatisfy(body -> assertThat(body).contains("متطوعين"));
    TestClock.one().goAhead(Duration.ofDays(3));
    digest.tell();
    assertThat(told()).as("nothing new came").hasSize(3);
  }

  @Test
  void aReasonThatNobodyWouldReadIsRefusedBesideItsField() {
    long shift = waiting();
    ClaimId claim = scene.claims(shift).getFirst();
    String tooLong = "س".repeat(501);
    String desk = "/organizations/" + scene.organization + "/desk/hours/" + shift;
    Visit visit = Visit.as(port, new AccountId(scene.otherCoordinator)).reading("fr");
    for (var form : List.of(List.of("refusals", "words", "code", "other"), List.of("times", "why", "from", "08:00"), List.of("confirmations", "reason", "to", "12:00"))) {
      Visit.Answer answer = visit.post(desk + "/" + form.get(0), "claim", claim.toString(), form.get(1), tooLong, form.get(2), form.get(3));
      assertThat(answer.status()).as(form.getFirst()).isEqualTo(422);
      assertThat(answer.body()).as(form.getFirst()).contains("500");
    }
    assertThat(scene.state(claim)).isEqualTo("proposed");
  }

  @Test
  void acceptanceByRuleCountsConfirmedHoursAndNoOthers() {
    OrganizationId organization = new OrganizationId(scene.organization);
    long shift = waiting();
    ledger.confirm(organization, List.of(scene.claims(shift).getFirst()), new AccountId(scene.otherCoordinator), null);
    long confirmed = db.sql("select volunteer_id from hours.claim where state = 'confirmed' and shift_id = :shift").param("shift", shift).query(Long.class).single();
    long next = scene.shift(Instant.now().plus(Duration.ofDays(5)), FOUR_HOURS);
    for (long person : db.sql("select volunteer_id from hours.claim where shift_id = :shift").param("shift", shift).query(Long.class).list()) {
      db.sql("insert into participation.application (shift_id, volunteer_id, state) values (:shift, :person, 'pending')").param("shift", next).param("person", person).update();
    }
    var fitting = applicants.fitting(organization, new ApplicantFilter("pending", null, next, null), new AcceptRule(3, false, null));
    assertThat(fitting).hasSize(1);
    assertThat(db.sql("select volunteer_id from participation.application where id = :id").param("id", fitting.getFirst().value()).query(Long.class).single()).isEqualTo(confirmed);
  }

  /** Three people were there for four hours, and their hours are proposed. */
  private long waiting() {
    long shift = scene.shift(EIGHT, FOUR_HOURS);
    for (int i = 0; i < 3; i++) scene.attended(shift, scene.volunteer(), EIGHT, EIGHT.plus(FOUR_HOURS));
    ledger.propose(new ShiftId(shift), new AccountId(scene.coordinator));
    return shift;
  }

  private List<String> told() {
    return db.sql("select body from notices.notice where kind = 'hours-waiting' and account_id in (:owner, :one, :other)").param("owner", scene.owner)
        .param("one", scene.coordinator).param("other", scene.otherCoordinator).query(String.class).list();
  }
}
