package dz.linatatawwa.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.credentials.CredentialView;
import dz.linatatawwa.credentials.Credentials;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Answer;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Wish;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door of a session, the certificates that closing it gives, and what they open. */
@WorldTest
class CompletionTests {

  private static final Wish ANY = new Wish(null, "", false);

  @Autowired Registrations registrations;
  @Autowired Door door;
  @Autowired Completions completions;
  @Autowired RequiredTrainings required;
  @Autowired TrainingLapses lapses;
  @Autowired TrainingPicture picture;
  @Autowired Credentials credentials;
  @Autowired PersonalCodes codes;
  @Autowired Participation participation;
  @Autowired JdbcClient db;

  Course course;
  AccountId karim;
  SessionId session;
  RegistrationId his;

  @BeforeEach
  void people() {
    course = new Course(db);
    karim = course.scene.volunteer("كريم والي", 1958);
    session = course.session(5);
    his = RegistrationTests.id(registrations.register(karim, session));
  }

  @AfterEach
  void back() {
    TestClock.one().back();
  }

  @Test
  void theSignedCodeOfThePersonMarksThemOnceWhateverTheNetworkRepeats() throws Exception {
    course.begin(session);
    String shown = codes.onPage(karim);

    List<Marked> answers = RegistrationTests.allAtOnce(Collections.nCopies(12, () -> door.came(course.owner, session, "device-key-1", shown, Duration.ZERO)));

    assertThat(answers).containsOnly(new Marked("came", "كريم والي"));
    assertThat(db.sql("select count(*) from trainings.deed where session_id = :s").param("s", session.value()).query(Integer.class).single()).isEqualTo(1);
    // the same code shown for another deed is a replay; a code of nobody registered, a forged one and nonsense are refused
    assertThat(door.came(course.owner, session, "device-key-2", shown, Duration.ZERO).outcome()).isEqualTo("code-replayed");
    assertThat(door.came(course.owner, session, "device-key-3", codes.onPage(course.scene.volunteer("ليلى", 1990)), Duration.ZERO).outcome()).isEqualTo("not-registered");
    assertThat(door.came(course.owner, session, "device-key-4", shown.substring(0, shown.length() - 4) + "0000", Duration.ZERO).done()).isFalse();
    assertThat(door.came(course.owner, session, "device-key-5", "something", Duration.ZERO).outcome()).isEqualTo("unreadable");
  }

  @Test
  void sixDigitsATapAndUndoing() {
    assertThat(door.came(course.owner, session, "early-key-1", course.digits(his), Duration.ZERO).outcome()).isEqualTo("early");
    course.begin(session);
    String digits = course.digits(his);
    assertThat(door.came(course.owner, session, "digit-key-1", digits.substring(0, 3) + " " + digits.substring(3), Duration.ZERO).outcome()).isEqualTo("came");
    assertThat(door.tapped(course.owner, session, "tap-key-1", his).outcome()).isEqualTo("already");
    assertThat(door.undo(course.owner, session, "undo-key-1", his).outcome()).isEqualTo("undone");
    assertThat(door.count(session).came()).isZero();
    assertThat(door.tapped(course.owner, session, "tap-key-2", his).outcome()).isEqualTo("came");
    assertThat(door.count(session)).isEqualTo(new DoorCount(1, 1, 0, 0));
  }

  @Test
  void closingGivesACertificateToWhoCameAndNoHourToAnybody() {
    AccountId absent = course.scene.volunteer("ليلى", 1990);
    RegistrationId hers = RegistrationTests.id(registrations.register(absent, session));
    course.begin(session);
    door.tapped(course.owner, session, "tap-key-10", his);
    int entries = db.sql("select count(*) from hours.entry").query(Integer.class).single();

    assertThat(completions.close(course.owner, session)).contains(1);
    assertThat(completions.close(course.owner, session)).contains(0);

    assertThat(course.state(his)).isEqualTo("attended");
    assertThat(course.state(hers)).isEqualTo("absent");
    assertThat(held(karim)).containsExactly(course.training.toString());
    assertThat(held(absent)).isEmpty();
    CredentialView certificate = credentials.ofSource("training:" + his + ":1").orElseThrow();
    assertThat(certificate.holder()).isEqualTo(karim);
    assertThat(certificate.minutes()).isNull();
    assertThat(certificate.achievement().nameIn(Language.FR)).isEqualTo("Premiers secours");
    LocalDate ended = db.sql("select (ends_at at time zone 'Africa/Algiers')::date from trainings.session where id = :id").param("id", session.value()).query(LocalDate.class).single();
    assertThat(certificate.until()).as("from the day on which it ended, which late in the evening is the next").isEqualTo(ended.plusMonths(24).minusDays(1));
    // time in training is an event: the ledger and every total stay as they were
    assertThat(db.sql("select count(*) from hours.entry").query(Integer.class).single()).isEqualTo(entries);
    assertThat(db.sql("select count(*) from hours.entry where volunteer_id = :v").param("v", karim.value()).query(Integer.class).single()).isZero();
  }

  @Test
  void aCorrectionTakesTheCertificateBackWithItsReasonAndGivesItLate() {
    course.begin(session);
    door.tapped(course.owner, session, "tap-key-20", his);
    completions.close(course.owner, session);

    assertThat(completions.correct(course.owner, his, false, "سُجّل خطأً مكان أخيه")).isTrue();
    assertThat(completions.correct(course.owner, his, false, "سُجّل خطأً مكان أخيه")).isFalse();
    assertThat(held(karim)).isEmpty();
    assertThat(credentials.ofSource("training:" + his + ":1").orElseThrow().revoked()).isTrue();
    assertThat(db.sql("select reason from supervision.audit where deed = 'training.attendance-taken-back' and object_id = :t").param("t", course.training.toString())
        .query(String.class).single()).isEqualTo("سُجّل خطأً مكان أخيه");

    assertThat(completions.correct(course.owner, his, true, "كان حاضرًا فعلًا")).isTrue();
    assertThat(held(karim)).containsExactly(course.training.toString());
    assertThat(credentials.ofSource("training:" + his + ":2").orElseThrow().revoked()).isFalse();
  }

  @Test
  void anOpportunityThatRequiresATrainingRefusesUntilItIsHeldAndWhenItHasEnded() {
    OpportunityId opportunity = course.opportunity();
    ShiftId shift = course.scene.coming(opportunity.value(), 5);
    assertThat(required.require(opportunity, course.training, course.owner)).isTrue();

    Application refused = participation.apply(karim, shift, ANY);
    assertThat(refused).isInstanceOf(Application.Unmet.class);
    assertThat(((Application.Unmet) refused).lack().link()).isEqualTo("/trainings/" + course.training + "#session-" + session);

    course.begin(session);
    door.tapped(course.owner, session, "tap-key-30", his);
    completions.close(course.owner, session);
    ended(his);
    assertThat(participation.apply(karim, shift, ANY)).isInstanceOf(Application.Unmet.class);
    db.sql("update trainings.completion set valid_until = null").update();
    assertThat(participation.apply(karim, shift, ANY)).isInstanceOf(Application.Placed.class);
  }

  @Test
  void theOrganisationsYesAndAPlaceFromTheWaitingListAreCoveredToo() {
    course.begin(session);
    door.tapped(course.owner, session, "tap-key-40", his);
    completions.close(course.owner, session);
    OpportunityId byHand = new OpportunityId(course.scene.opportunity(course.organization.value(), "by-hand", 16));
    OpportunityId atOnce = course.opportunity();
    required.require(byHand, course.training, course.owner);
    required.require(atOnce, course.training, course.owner);
    var asked = participation.apply(karim, course.scene.coming(byHand.value(), 5), ANY).application();
    ShiftId full = course.scene.shift(atOnce.value(), java.time.Instant.now().plus(Duration.ofDays(9)), Duration.ofHours(2), 1);
    AccountId first = course.scene.volunteer("ليلى", 1990);
    course.scene.seat(full, first);
    var waits = participation.apply(karim, full, ANY).application();
    ended(his);

    assertThat(participation.accept(course.owner, asked)).isEqualTo(new Answer.Refused(Answer.Why.REQUIREMENT));
    participation.withdraw(first, new dz.linatatawwa.participation.ApplicationId(course.scene.ids(full, "accepted").getFirst()));
    assertThat(participation.confirmOffer(karim, waits)).isInstanceOf(Application.Unmet.class);
  }

  @Test
  void whoseCertificateEndsSoonIsToldOnce() {
    course.begin(session);
    door.tapped(course.owner, session, "tap-key-50", his);
    completions.close(course.owner, session);
    db.sql("update trainings.completion set valid_until = :day where registration_id = :r").param("day", today().plusDays(10)).param("r", his.value()).update();

    lapses.renewals();
    lapses.renewals();

    assertThat(db.sql("select count(*) from notices.notice where account_id = :k and kind = 'training-renewal'").param("k", karim.value()).query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void thePictureIsTheSameWheneverItIsAskedAndKnowsNoLanguage() throws Exception {
    byte[] png = picture.png("training-1", 1, Language.AR);
    assertThat(picture.png("training-9", 2, Language.FR)).isEqualTo(png);
    assertThat(ImageIO.read(new java.io.ByteArrayInputStream(png)).getWidth()).isEqualTo(512);
    assertThat(picture.svg("training-1", 1, Language.AR)).startsWith("<svg ").endsWith("</svg>").doesNotContain("script");
  }

  private void ended(RegistrationId id) {
    db.sql("update trainings.completion set completed_on = :day, valid_until = :day where registration_id = :r").param("day", today().minusDays(1)).param("r", id.value()).update();
  }

  private Set<String> held(AccountId person) {
    Map<Long, Set<String>> held = completions.held(List.of(person.value()), today());
    return held.getOrDefault(person.value(), Set.of());
  }

  private static LocalDate today() {
    return LocalDate.now(Words.ZONE);
  }
}
