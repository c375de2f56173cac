package dz.linatatawwa.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.world.Guardianship;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who answers for a minor, what they agree to, and how it ends. */
@WorldTest
class GuardiansTests {

  private static final String HERE = "http://localhost";
  private static final Contact MOTHER = Contact.of("mother@example.dz");
  private static final Contact FATHER = Contact.of("father@example.dz");

  @Autowired Guardians guardians;
  @Autowired Volunteers volunteers;
  @Autowired ComingOfAge comingOfAge;
  @Autowired JdbcClient db;

  Volunteer minor;

  @BeforeEach
  void aMinor() {
    TestClock.one().back();
    db.sql("delete from volunteers.guardian_ask").update();
    minor = minor(16);
  }

  @AfterEach
  void now() {
    TestClock.one().back();
  }

  @Test
  void theLinkIsASecretOfWhichOnlyAHashIsKept() {
    assertThat(ask(1, MOTHER)).isEqualTo(Guardians.Asked.SENT);
    UUID token = link(MOTHER);
    assertThat(guardians.byLink(token)).hasValueSatisfying(guardian -> assertThat(guardian.contact()).isEqualTo(MOTHER));
    assertThat(db.sql("select count(*) from volunteers.guardian g where g::text like '%' || :token || '%'").param("token", token.toString()).query(Integer.class).single())
        .isZero();
    assertThat(guardians.byLink(UUID.randomUUID())).isEmpty();
    ask(1, MOTHER);
    assertThat(guardians.byLink(token)).as("a newer link was sent").isEmpty();
    UUID newer = link(MOTHER);
    TestClock.one().goAhead(Duration.ofDays(31));
    assertThat(guardians.byLink(newer)).as("nobody answered in thirty days").isEmpty();
  }

  @Test
  void eachPurposeIsAgreedToByItselfDatedAndWithdrawnForGood() {
    Guardian mother = named(1, MOTHER);
    assertThat(guardians.agree(mother, Set.of(GuardianPurpose.TAKE_PART, GuardianPurpose.PICTURES))).isEqualTo(Guardians.Word.KEPT);
    assertThat(agreed(GuardianPurpose.TAKE_PART)).isEqualTo(1);
    assertThat(agreed(GuardianPurpose.PICTURES)).isEqualTo(1);
    assertThat(agreed(GuardianPurpose.SCHOOL_DATA)).isZero();
    guardians.agree(mother, Set.of(GuardianPurpose.TAKE_PART));
    assertThat(agreed(GuardianPurpose.PICTURES)).isZero();
    List<GuardianConsent> all = guardians.consents(minor.id());
    assertThat(all).hasSize(2).allSatisfy(one -> assertThat(one.version()).isEqualTo(GuardianPurpose.VERSION));
    assertThat(all.getLast().withdrawnBy()).isEqualTo("guardian");
    guardians.agree(mother, Set.of(GuardianPurpose.TAKE_PART));
    assertThat(guardians.consents(minor.id())).as("said twice, written once").hasSize(2);
    assertThatThrownBy(() -> db.sql("update volunteers.guardian_consent set withdrawn_at = null, withdrawn_by = null where volunteer_id = :id")
        .param("id", minor.id().value()).update()).hasMessageContaining("stays as it was given");
    assertThatThrownBy(() -> db.sql("update volunteers.guardian_consent set purpose = 'school-data' where volunteer_id = :id")
        .param("id", minor.id().value()).update()).hasMessageContaining("stays as it was given");
  }

  @Test
  void oneGuardiansNoOutweighsTheOthersYesAndTheMinorCannotReplaceThem() {
    Guardian mother = named(1, MOTHER);
    Guardian father = named(2, FATHER);
    guardians.agree(mother, Set.of(GuardianPurpose.TAKE_PART));
    guardians.agree(father, Set.of(GuardianPurpose.TAKE_PART));
    assertThat(agreed(GuardianPurpose.TAKE_PART)).isEqualTo(2);
    guardians.stop(father);
    assertThat(agreed(GuardianPurpose.TAKE_PART)).isZero();
    assertThat(volunteers.mayTakePart(minor)).isFalse();
    assertThat(ask(2, Contact.of("uncle@example.dz"))).isEqualTo(Guardians.Asked.SAID_NO);
    guardians.agree(mother, Set.of(GuardianPurpose.TAKE_PART));
    assertThat(agreed(GuardianPurpose.TAKE_PART)).as("she cannot say yes for him").isZero();
    guardians.agree(father, Set.of(GuardianPurpose.TAKE_PART));
    assertThat(agreed(GuardianPurpose.TAKE_PART)).isEqualTo(2);
  }

  @Test
  void anotherGuardianInThePlaceEndsWhatTheOneBeforeAgreedTo() {
    Guardian mother = named(1, MOTHER);
    guardians.agree(mother, Set.of(GuardianPurpose.TAKE_PART));
    assertThat(ask(1, FATHER)).isEqualTo(Guardians.Asked.SENT);
    assertThat(agreed(GuardianPurpose.TAKE_PART)).isZero();
    assertThat(guardians.of(minor.id())).extracting(Guardian::contact).containsExactly(FATHER);
    assertThat(guardians.agree(mother, Set.of(GuardianPurpose.TAKE_PART))).isEqualTo(Guardians.Word.OVER);
  }

  @Test
  void nobodyIsTheirOwnGuardianNorThatOfAClass() {
    String own = db.sql("select email from accounts.account where id = :id").param("id", minor.id().value()).query(String.class).single();
    assertThat(ask(1, Contact.of(own))).isEqualTo(Guardians.Asked.OWN_CONTACT);
    ask(1, MOTHER);
    assertThat(ask(2, MOTHER)).isEqualTo(Guardians.Asked.THE_OTHER);
    Volunteer friend = minor(17);
    String theirs = db.sql("select email from accounts.account where id = :id").param("id", friend.id().value()).query(String.class).single();
    Guardian pretended = named(2, Contact.of(theirs));
    assertThat(guardians.agree(pretended, Set.of(GuardianPurpose.TAKE_PART))).isEqualTo(Guardians.Word.A_MINOR);
    for (int i = 0; i < 8; i++) Guardianship.agreed(db, minor(12).id(), "معلم", "teacher@example.dz");
    assertThat(ask(1, Contact.of("teacher@example.dz"))).isEqualTo(Guardians.Asked.TOO_OFTEN);
  }

  @Test
  void aContactIsWrittenToThreeTimesADay() {
    for (int i = 0; i < 3; i++) assertThat(ask(1, MOTHER)).isEqualTo(Guardians.Asked.SENT);
    assertThat(ask(1, MOTHER)).isEqualTo(Guardians.Asked.TOO_OFTEN);
    assertThat(ask(1, FATHER)).as("nor another contact, by the same minor").isEqualTo(Guardians.Asked.TOO_OFTEN);
    TestClock.one().goAhead(Duration.ofHours(25));
    assertThat(ask(1, MOTHER)).isEqualTo(Guardians.Asked.SENT);
  }

  @Test
  void twentyDeedsAtOnceLeaveOneConsentOfEachPurpose() throws Exception {
    Guardian mother = named(1, MOTHER);
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<Guardians.Word>> words = IntStream.range(0, 20).mapToObj(i -> threads.submit(() -> guardians.agree(mother, Set.of(GuardianPurpose.values())))).toList();
      for (Future<Guardians.Word> word : words) assertThat(word.get()).isEqualTo(Guardians.Word.KEPT);
    }
    assertThat(guardians.consents(minor.id())).hasSize(3).allMatch(GuardianConsent::stands);
  }

  @Test
  void stoppingAndAgreeingAtOnceEndInOneOfTheTwo() throws Exception {
    Guardian mother = named(1, MOTHER);
    for (int round = 0; round < 10; round++) {
      try (var threads = Executors.newFixedThreadPool(2)) {
        Future<?> one = threads.submit(() -> guardians.agree(mother, Set.of(GuardianPurpose.TAKE_PART)));
        Future<?> other = threads.submit(() -> guardians.stop(mother));
        one.get();
        other.get();
      }
      boolean stopped = guardians.of(minor.id()).getFirst().stopped();
      assertThat(agreed(GuardianPurpose.TAKE_PART)).isEqualTo(stopped ? 0 : 1);
      assertThat(guardians.consents(minor.id()).stream().filter(GuardianConsent::stands).count()).isEqualTo(stopped ? 0 : 1);
    }
  }

  @Test
  void whoComesOfAgeTakesTheAccountOverAndTheGuardiansPageCloses() {
    minor = minor(18);
    Guardian mother = named(1, MOTHER);
    UUID token = link(MOTHER);
    guardians.agree(mother, Set.of(GuardianPurpose.TAKE_PART, GuardianPurpose.PICTURES));
    goTo(LocalDate.now(Words.ZONE).withMonth(12).withDayOfMonth(30), LocalTime.of(12, 0));
    comingOfAge.round();
    assertThat(guardians.of(minor.id())).as("eighteen, surely").hasSize(1);
    goTo(LocalDate.now(Words.ZONE).withMonth(12).withDayOfMonth(31), LocalTime.of(3, 0));
    comingOfAge.round();
    assertThat(guardians.of(minor.id())).as("nobody is written to at night").hasSize(1);
    goTo(LocalDate.now(Words.ZONE).withMonth(12).withDayOfMonth(31), LocalTime.of(9, 0));
    comingOfAge.round();
    comingOfAge.round();
    assertThat(guardians.of(minor.id())).isEmpty();
    assertThat(guardians.byLink(token)).isEmpty();
    assertThat(guardians.consents(minor.id())).hasSize(2).allSatisfy(one -> assertThat(one.withdrawnBy()).isEqualTo("age"));
    assertThat(volunteers.mayTakePart(minor)).as("by themselves").isTrue();
    assertThat(told("came-of-age", minor.id())).isEqualTo(1);
    assertThat(db.sql("select count(*) from notices.delivery d join notices.notice n on n.id = d.notice_id where n.kind = 'came-of-age' and d.address = :to")
        .param("to", MOTHER.text()).query(Integer.class).single()).isEqualTo(1);
  }

  private void goTo(LocalDate day, LocalTime time) {
    TestClock.one().back();
    TestClock.one().goAhead(Duration.between(ZonedDateTime.now(Words.ZONE), day.atTime(time).atZone(Words.ZONE)));
  }

  private int told(String kind, AccountId person) {
    return db.sql("select count(*) from notices.notice where kind = :kind and account_id = :id").param("kind", kind).param("id", person.value())
        .query(Integer.class).single();
  }

  private Volunteer minor(int age) {
    return volunteers.find(Someone.amina().named("ياسمين").bornIn(LocalDate.now(Words.ZONE).getYear() - age - 1).volunteer()).orElseThrow();
  }

  private Guardians.Asked ask(int place, Contact contact) {
    return guardians.ask(minor, place, "ولي " + place, contact, Language.AR, minor.id(), HERE);
  }

  private Guardian named(int place, Contact contact) {
    assertThat(ask(place, contact)).isEqualTo(Guardians.Asked.SENT);
    return guardians.of(minor.id()).stream().filter(one -> one.place() == place).findFirst().orElseThrow();
  }

  private int agreed(GuardianPurpose purpose) {
    return guardians.agreed(minor.id(), purpose, List.of());
  }

  private UUID link(Contact contact) {
    String body = db.sql("""
        select n.body from notices.delivery d join notices.notice n on n.id = d.notice_id
        where d.address = :contact and n.kind = 'guardian-consent' order by d.id desc limit 1
        """).param("contact", contact.text()).query(String.class).single();
    return UUID.fromString(body.substring(body.indexOf("/guardian/consents/") + 19, body.indexOf("/guardian/consents/") + 55));
  }
}
