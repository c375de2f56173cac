package dz.linatatawwa.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.credentials.CredentialView;
import dz.linatatawwa.credentials.Credentials;
import dz.linatatawwa.eligibility.Condition;
import dz.linatatawwa.eligibility.Deeds;
import dz.linatatawwa.eligibility.Eligibility;
import dz.linatatawwa.eligibility.Period;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rules change, everybody is walked over, and what comes out is what each rule says of each person. */
@WorldTest
class WalkTests {

  @Autowired JdbcClient db;
  @Autowired BadgeDesk desk;
  @Autowired Badges badges;
  @Autowired Walking walking;
  @Autowired Announcing announcing;
  @Autowired BadgeClock clock;
  @Autowired HoldingTable holdings;
  @Autowired LevelCounting levels;
  @Autowired Eligibility eligibility;
  @Autowired Credentials credentials;
  @Autowired TransactionTemplate inTransaction;
  private AccountId admin;
  private Deeds deeds;
  private static boolean filled;

  @BeforeEach
  void people() {
    admin = SignIn.administrator("مديرة الاختبار");
    if (filled) return;
    filled = true;
    deeds = new Deeds(db, 5);
    deeds.people(60);
    deeds.lines(2500);
    deeds.shifts(200);
    badges.computeAll();
    walkToTheEnd();
  }

  @Test
  void aWalkGivesWhatEachRuleSaysOfEachPerson() {
    assertThat(db.sql("select count(*) from recognition.holding where withdrawn_at is null").query(Long.class).single()).isGreaterThan(50);
    everybodyHoldsWhatFits();
  }

  @Test
  void howManyHoldABadgeIsKnownWithoutCountingThem() {
    assertThat(holdings.holders()).isNotEmpty().isEqualTo(holdersCounted());
    inTransaction.executeWithoutResult(status -> {
      db.sql("update recognition.holding set withdrawn_at = now() where volunteer_id % 4 = 0 and withdrawn_at is null").update();
      assertThat(holdings.holders()).as("noted beside").isEqualTo(holdersCounted());
      holdings.sumHolders();
      assertThat(db.sql("select count(*) from recognition.holders_change").query(Long.class).single()).isZero();
      assertThat(holdings.holders()).as("put together").isEqualTo(holdersCounted());
      db.sql("delete from recognition.holding where volunteer_id % 5 = 0").update();
      db.sql("update recognition.holding set withdrawn_at = null where volunteer_id % 8 = 0").update();
      assertThat(holdings.holders()).as("some gone, some again").isEqualTo(holdersCounted());
      holdings.holders().forEach((badge, number) -> assertThat(holdings.holders(badge)).isEqualTo(number));
      status.setRollbackOnly();
    });
    assertThat(holdings.holders()).as("nothing of what was taken back").isEqualTo(holdersCounted());
  }

  @Test
  void whoHasALevelIsCountedStepByStepAndAgainAfterSomeHours() {
    Badge level = badges.given().stream().filter(Badge::isLevel).findFirst().orElseThrow();
    badges.computeAll();
    assertThat(levels.step(25)).as("begins").isTrue();
    assertThat(badges.holders(level)).isEmpty();
    while (levels.step(25)) assertThat(badges.holders(level)).as("not yet counted to the end").isEmpty();
    Set<Long> everybody = Set.copyOf(db.sql("select account_id from volunteers.volunteer").query(Long.class).list());
    long fitting = eligibility.fitting(level.rule(), everybody).size();
    assertThat(fitting).isPositive();
    assertThat(badges.holders(level).orElseThrow().number()).isEqualTo(fitting);
    assertThat(badges.holders(level).orElseThrow().counted()).isCloseTo(TestClock.one().instant(), within(1, ChronoUnit.MINUTES));
    assertThat(levels.step(25)).as("not so soon again").isFalse();

    TestClock.one().goAhead(LevelCounting.AGAIN);
    assertThat(levels.step(25)).isTrue();
    assertThat(badges.holders(level).orElseThrow().number()).as("as it was, until it is counted").isEqualTo(fitting);
    inTransaction.executeWithoutResult(status -> {
      levels.step(25);
      status.setRollbackOnly();
    });
    while (levels.step(25)) assertThat(badges.holders(level)).isPresent();
    assertThat(badges.holders(level).orElseThrow().number()).as("what was lost in the middle is not counted twice, on what may be the next day")
        .isEqualTo(eligibility.fitting(level.rule(), everybody).size());
    TestClock.one().back();
  }

  private Map<Long, Long> holdersCounted() {
    Map<Long, Long> counted = new HashMap<>();
    db.sql("select definition_id, count(*) from recognition.holding where withdrawn_at is null group by 1").query(row -> {
      counted.put(row.getLong(1), row.getLong(2));
    });
    return counted;
  }

  @Test
  void whoIsKilledInTheMiddleGoesOnAndEndsTheSame() {
    db.sql("update recognition.holding set withdrawn_at = now() where volunteer_id % 3 = 0").update();
    badges.computeAll();
    assertThat(walking.step(10)).isTrue();
    assertThat(walking.step(10)).isTrue();
    try {
      inTransaction.executeWithoutResult(status -> {
        walking.step(10);
        throw new IllegalStateException("killed");
      });
    } catch (IllegalStateException killed) {
      assertThat(desk.walk().orElseThrow().looked()).as("what was not committed is not counted").isEqualTo(20);
    }
    while (walking.step(10)) assertThat(desk.walk().orElseThrow().looked()).isLessThanOrEqualTo(desk.walk().orElseThrow().total());
    assertThat(desk.walk().orElseThrow().finished()).isTrue();
    everybodyHoldsWhatFits();
  }

  @Test
  void aDraftIsTriedBeforeItIsPublishedAndTheTrialTellsWhatThenHappens() {
    long id = badges.find("five-wilayas").orElseThrow().id();
    Badge before = badges.find("five-wilayas").orElseThrow();
    long holding = holdings.holders(before.id());
    desk.draft(id, wording(Rule.of(new Condition.Hours(600, Grade.COUNTED,
        Period.ALWAYS, Set.of())), false), admin);
    assertThat(desk.publish(id, admin)).isEqualTo(BadgeDesk.Answer.NOT_TRIED);
    desk.attempt(id, admin);
    walkToTheEnd();
    Walk trial = desk.trial(id).orElseThrow();
    assertThat(holdings.holders(before.id())).as("a trial changes nothing").isEqualTo(holding);
    assertThat(desk.publish(id, admin)).isEqualTo(BadgeDesk.Answer.DONE);
    walkToTheEnd();
    assertThat(holdings.holders(before.id())).isEqualTo(holding + trial.given() - trial.taken());
    assertThat(badges.find("five-wilayas").orElseThrow().version()).isEqualTo(2);
    everybodyHoldsWhatFits();
  }

  @Test
  void whoeverHoldsAnOlderVersionKeepsItWhereTheNewOneSaysSo() {
    long id = badges.find("hours-25").orElseThrow().id();
    long holding = holdings.holders(badges.find("hours-25").orElseThrow().id());
    assertThat(holding).isPositive();
    desk.draft(id, wording(Rule.of(Condition.Hours.of(9000)), true), admin);
    desk.attempt(id, admin);
    walkToTheEnd();
    assertThat(desk.trial(id).orElseThrow()).extracting(Walk::given, Walk::taken).containsExactly(0L, 0L);
    desk.publish(id, admin);
    walkToTheEnd();
    assertThat(holdings.holders(badges.find("hours-25").orElseThrow().id())).isEqualTo(holding);
    desk.draft(id, wording(Rule.of(Condition.Hours.of(9000)), false), admin);
    desk.attempt(id, admin);
    walkToTheEnd();
    assertThat(desk.trial(id).orElseThrow().taken()).isEqualTo(holding);
    desk.publish(id, admin);
    walkToTheEnd();
    assertThat(holdings.holders(badges.find("hours-25").orElseThrow().id())).isZero();
  }

  @Test
  void everyBadgeHasACredentialThatGoesWithIt() {
    while (announcing.announce(null, 1000) > 0) assertThat(announcing).isNotNull();
    long held = db.sql("select count(*) from recognition.holding where withdrawn_at is null").query(Long.class).single();
    long id = badges.find("first-hour").orElseThrow().id();
    AccountId holder = new AccountId(db.sql("select volunteer_id from recognition.holding where definition_id = :id and withdrawn_at is null order by 1 limit 1")
        .param("id", id).query(Long.class).single());
    String source = "badge:" + id + ":" + holder.value() + ":" + db.sql("select nth from recognition.holding where definition_id = :id and volunteer_id = :who")
        .param("id", id).param("who", holder.value()).query(Integer.class).single();
    CredentialView credential = credentials.ofSource(source).orElseThrow();
    assertThat(credential.revoked()).isFalse();
    assertThat(credential.achievement().criteria()).isNotEmpty();
    assertThat(held).isPositive();
    db.sql("""
        insert into hours.entry (claim_id, reverses, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code)
        select claim_id, id, volunteer_id, day, -minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code from hours.entry e
        where volunteer_id = :who and reverses is null and not exists (select from hours.entry r where r.reverses = e.id)""").param("who", holder.value()).update();
    db.sql("update hours.volunteer_total set minutes = 0 where volunteer_id = :who").param("who", holder.value()).update();
    db.sql("insert into recognition.due values (:who)").param("who", holder.value()).update();
    clock.tick();
    assertThat(credentials.ofSource(source).orElseThrow().revoked()).isTrue();
    assertThat(db.sql("select body from notices.notice where account_id = :who and kind = 'badge-withdrawn' limit 1").param("who", holder.value())
        .query(String.class).single()).contains("أول ساعة");
    everybodyHoldsWhatFits();
  }

  @Test
  void aRetiredBadgeIsGivenToNobodyAndKeptByWhoeverHasIt() {
    Badge mentor = badges.find("mentor").orElseThrow();
    long holding = holdings.holders(mentor.id());
    desk.retire(mentor.id(), admin);
    AccountId late = Someone.karim().volunteer();
    badges.computeAll();
    walkToTheEnd();
    assertThat(holdings.holders(mentor.id())).isEqualTo(holding);
    assertThat(badges.held(late)).isEmpty();
    assertThat(badges.given()).extracting(Badge::key).doesNotContain("mentor");
  }

  @Test
  void historyOnlyGrowsAndPublishedVersionsStand() {
    assertThatThrownBy(() -> db.sql("delete from recognition.line").update()).isInstanceOf(Exception.class);
    assertThatThrownBy(() -> db.sql("update recognition.version set name_ar = 'آخر'").update()).isInstanceOf(Exception.class);
  }

  /** From scratch, one person and one badge after the other. */
  private void everybodyHoldsWhatFits() {
    List<Badge> given = badges.given().stream().filter(badge -> !badge.isLevel() && badge.version() == 1).toList();
    for (Long person : db.sql("select account_id from volunteers.volunteer").query(Long.class).list()) {
      Set<String> fits = new HashSet<>();
      for (Badge badge : given) if (eligibility.judge(badge.rule(), new AccountId(person)).fits()) fits.add(badge.key());
      Set<String> holds = new HashSet<>();
      for (Held held : badges.held(new AccountId(person))) if (given.contains(held.badge())) holds.add(held.badge().key());
      assertThat(holds).as("person %s", person).isEqualTo(fits);
    }
  }

  private void walkToTheEnd() {
    while (walking.step()) assertThat(desk.walk()).isNotNull();
  }

  private static Wording wording(Rule rule, boolean keeps) {
    return new Wording(new LocalName("شارة الاختبار", null, null), new LocalName("للاختبار فقط", null, null), new Picture(2, Tone.SEA, "7"), rule, keeps);
  }
}
