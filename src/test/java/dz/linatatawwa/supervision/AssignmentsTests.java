package dz.linatatawwa.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Scene;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A matter in somebody's hands: taken, put into a colleague's, put back; and what becomes of it while they are away. */
@WorldTest
class AssignmentsTests {

  private static int number;

  @Autowired Assignments assignments;
  @Autowired Absences absences;
  @Autowired Matters matters;
  @Autowired Powers powers;
  @Autowired PowerRounds rounds;
  @Autowired Territories territories;
  @Autowired Organizations organizations;
  @Autowired Workloads workloads;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @AfterEach
  void back() {
    TestClock.one().back();
  }

  @Test
  void aMatterIsTakenHandedOverAndPutBack() {
    AccountId one = supervisor("19");
    AccountId two = supervisor("19");
    MatterId matter = matter();
    assignments.take(one, matter);
    assertThat(hand(matter)).isEqualTo(one);
    assertThat(assignments.assign(one, matter, two)).isEqualTo(new Assigned.Done(two, false));
    assertThat(told(two, "matter-assigned")).isEqualTo(1);
    assertThat(matters.queue(two, MatterFilter.waiting().showing(MatterFilter.Show.MINE), 1).rows()).extracting(Matter::id).containsExactly(matter);
    assignments.putBack(one, matter);
    assertThat(hand(matter)).as("who has it not cannot put it back").isEqualTo(two);
    assignments.putBack(two, matter);
    assertThat(hand(matter)).isNull();
    assertThat(matters.queue(two, MatterFilter.waiting().showing(MatterFilter.Show.FREE), 1).rows()).extracting(Matter::id).contains(matter);
  }

  @Test
  void nobodyPutsAMatterIntoHandsWithoutPowerOrOfOneOfTheSides() {
    AccountId one = supervisor("19");
    AccountId foreign = supervisor("31");
    MatterId matter = matter();
    assertThat(assignments.assign(one, matter, foreign)).isEqualTo(new Assigned.Refused("supervision.problem.noPower"));
    assertThat(assignments.assign(one, matter, SignIn.account("لا أحد"))).isEqualTo(new Assigned.Refused("supervision.problem.noPower"));
    assertThatThrownBy(() -> assignments.assign(foreign, matter, foreign)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> assignments.take(foreign, matter)).isInstanceOf(NotFound.class);
    AccountId owner = supervisor("19");
    OrganizationId own = organizations.register(Scene.profile("جمعية يملكها مشرف"), owner);
    MatterId theirs = matters.waiting(Organizations.VERIFICATION, own.value()).orElseThrow().id();
    assertThat(assignments.assign(one, theirs, owner)).isEqualTo(new Assigned.Refused("supervision.problem.side"));
    assertThat(assignments.candidates(matters.look(one, theirs))).contains(one).doesNotContain(owner, foreign);
  }

  @Test
  void thePageHandsOverAndSaysWhyNot() {
    AccountId one = supervisor("19");
    AccountId two = supervisor("19");
    MatterId matter = matter();
    Visit visit = Visit.as(port, one);
    assertThat(visit.get("/supervision/" + matter.value()).page().select("select[name=to] option[value=" + two + "]")).hasSize(1);
    assertThat(visit.post("/supervision/" + matter.value() + "/assignment", "to", two.toString()).status()).isEqualTo(303);
    assertThat(hand(matter)).isEqualTo(two);
    Visit.Answer nobody = visit.post("/supervision/" + matter.value() + "/assignment", "to", "");
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.page().select("#to-problem")).hasSize(1);
    assertThat(visit.get("/supervision?hand=" + two).page().select(".supervision-row")).hasSize(1);
    assertThat(visit.get("/supervision?daira=" + daira("1920")).page().select(".supervision-row")).isEmpty();
    assertThat(visit.get("/supervision?field=ENV&daira=" + daira("1901")).page().select(".supervision-row")).isNotEmpty();
    assertThat(visit.get("/supervision?field=SPT").page().select(".supervision-row")).isEmpty();
    assertThat(visit.get("/supervision?kind=zzz&wilaya=99&daira=x&field=%27&hand=-1&show=no&page=0").status()).isEqualTo(200);
  }

  @Test
  void whileSomebodyIsAwayMattersAndPowersGoToTheStandInAndComeBackAfter() {
    AccountId away = deputy("1901", null);
    AccountId standIn = deputy("1920", null);
    MatterId matter = matter();
    MatterId later = matter();
    assignments.take(away, matter);
    assertThat(absences.add(away, away, standIn, Instant.now().plus(Duration.ofDays(3)), Instant.now().plus(Duration.ofDays(10)))).isEmpty();
    rounds.run();
    assertThat(hand(matter)).as("not yet").isEqualTo(away);
    assertThat(territories.covers(standIn, matters.look(away, matter).where())).isFalse();
    TestClock.one().goAhead(Duration.ofDays(4));
    rounds.run();
    rounds.run();
    assertThat(hand(matter)).isEqualTo(standIn);
    assertThat(told(standIn, "absence")).as("that they will stand in, and that matters came").isEqualTo(2);
    assertThat(territories.covers(standIn, matters.look(away, matter).where())).isTrue();
    assertThat(territories.supervisors(matters.look(away, matter).where())).contains(standIn).doesNotContain(away);
    AccountId chief = supervisor("19");
    assertThat(assignments.assign(chief, later, away)).as("what is meant for who is away").isEqualTo(new Assigned.Done(standIn, true));
    assertThat(powers.grant(standIn, SignIn.account("نائب النائب"), new Extent(Scene.SETIF, daira("1901"), "ENV"), TestClock.one().instant(), TestClock.one().instant().plus(Duration.ofDays(2)), "للاختبار"))
        .as("who stands in appoints nobody").isInstanceOf(Granted.Refused.class);
    TestClock.one().goAhead(Duration.ofDays(7));
    rounds.run();
    rounds.run();
    assertThat(hand(matter)).isEqualTo(away);
    assertThat(hand(later)).isEqualTo(away);
    assertThat(territories.covers(standIn, matters.look(away, matter).where())).isFalse();
    assertThat(told(away, "absence")).isEqualTo(1);
  }

  @Test
  void anAbsenceEndedEarlyBringsEverythingBackAtOnce() {
    AccountId away = deputy("1901", "ENV");
    AccountId standIn = deputy("1921", null);
    MatterId matter = matter();
    assignments.take(away, matter);
    assertThat(absences.add(away, away, standIn, Instant.now(), Instant.now().plus(Duration.ofDays(10)))).isEmpty();
    assertThat(hand(matter)).as("begun today, gone today").isEqualTo(standIn);
    long id = absences.seenBy(away).getFirst().id();
    assertThatThrownBy(() -> absences.end(standIn, id)).isInstanceOf(NotFound.class);
    assertThat(absences.end(away, id)).isTrue();
    assertThat(absences.end(away, id)).isFalse();
    assertThat(hand(matter)).isEqualTo(away);
  }

  @Test
  void whatTheStandInDecidedStaysAndWhatAThirdOneTookIsTheirs() {
    AccountId away = deputy("1901", null);
    AccountId standIn = deputy("1920", null);
    AccountId third = supervisor("19");
    MatterId decided = matter();
    MatterId taken = matter();
    assignments.take(away, decided);
    assignments.take(away, taken);
    absences.add(away, away, standIn, Instant.now(), Instant.now().plus(Duration.ofDays(5)));
    assertThat(matters.decide(standIn, decided, new Decision("verified", null, null))).isInstanceOf(Decided.Done.class);
    assignments.take(third, taken);
    absences.end(away, absences.seenBy(away).getFirst().id());
    assertThat(hand(taken)).isEqualTo(third);
  }

  @Test
  void absencesThatCannotBeAreRefusedBesideTheField() {
    AccountId away = deputy("1901", null);
    AccountId standIn = deputy("1920", null);
    Instant now = Instant.now();
    assertThat(fault(absences.add(away, away, away, now, now.plus(Duration.ofDays(2))))).isEqualTo("supervision.problem.standInOneself");
    assertThat(fault(absences.add(away, away, supervisor("31"), now, now.plus(Duration.ofDays(2))))).isEqualTo("supervision.problem.standIn");
    assertThat(fault(absences.add(away, away, standIn, now, now.minus(Duration.ofDays(2))))).isEqualTo("supervision.problem.until");
    assertThat(fault(absences.add(away, away, standIn, now, now.plus(Duration.ofDays(300))))).isEqualTo("supervision.problem.awayTooLong");
    assertThat(absences.add(away, away, standIn, now, now.plus(Duration.ofDays(5)))).isEmpty();
    assertThat(fault(absences.add(away, away, standIn, now.plus(Duration.ofDays(4)), now.plus(Duration.ofDays(8))))).isEqualTo("supervision.problem.awayTwice");
    assertThat(fault(absences.add(standIn, standIn, supervisor("19"), now, now.plus(Duration.ofDays(2))))).as("they stand in just then").isEqualTo("supervision.problem.standingIn");
    assertThatThrownBy(() -> absences.add(supervisor("31"), away, standIn, now, now.plus(Duration.ofDays(2)))).isInstanceOf(NotFound.class);
    Visit visit = Visit.as(port, away);
    Visit.Answer bad = visit.post("/supervision/absences", "from", "2020-01-01", "until", "??", "standIn", "");
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.page().select("#from-problem, #until-problem, #standIn-problem")).hasSize(3);
    assertThat(bad.page().select("input[name=from]").val()).isEqualTo("2020-01-01");
    assertThat(visit.get("/supervision/absences?person=" + supervisor("31")).status()).isEqualTo(404);
  }

  @Test
  void theWorkloadSaysWhoHasHowMuchAndHowLongThingsTake() {
    AccountId chief = supervisor("19");
    AccountId busy = supervisor("19");
    MatterId overdue = matter();
    MatterId decided = matter();
    assignments.take(busy, overdue);
    db.sql("update supervision.matter set due_at = now() - interval '1 hour' where id = :id").param("id", overdue.value()).update();
    db.sql("update supervision.matter set opened_at = now() - interval '90 minutes' where id = :id").param("id", decided.value()).update();
    matters.decide(busy, decided, new Decision("verified", null, null));
    assertThat(workloads.of(List.of(chief, busy), 1).rows()).first().satisfies(load -> {
      assertThat(load.person()).isEqualTo(busy);
      assertThat(List.of(load.open(), load.overdue(), load.decided(), load.median())).containsExactly(1, 1, 1, 90);
    });
    assertThat(workloads.of(List.of(chief), 1).rows()).first().satisfies(load -> assertThat(load.median()).as("nothing was decided").isNull());
    assertThat(workloads.times(busy)).filteredOn(time -> time.kind().equals(Organizations.VERIFICATION)).singleElement().satisfies(time -> {
      assertThat(time.overdue()).isPositive();
      assertThat(time.decided()).isPositive();
      assertThat(time.inTime()).isEqualTo(1.0);
    });
    assertThat(Visit.as(port, chief).get("/supervision/workload").page().select("td, th").text()).contains("مشرف");
    assertThat(Visit.as(port, deputy("1960", "SPT")).get("/supervision/workload").page().select("tbody").first().select("tr")).hasSize(1);
  }

  @Test
  void whatSomebodyHadInHandWaitsAgainWhenTheirPowerEnds() {
    AccountId person = supervisor("19");
    MatterId matter = matter();
    assignments.take(person, matter);
    powers.end(SignIn.administrator("م"), powers.own(person).getFirst().id(), "انتهت المهمة");
    assertThat(hand(matter)).isNull();
  }

  private static String fault(Optional<Absences.Fault> fault) {
    return fault.map(Absences.Fault::key).orElse("");
  }

  private AccountId supervisor(String wilaya) {
    AccountId person = SignIn.account("مشرف " + number++);
    Office.give(person, wilaya);
    return person;
  }

  private AccountId deputy(String commune, @Nullable String field) {
    AccountId person = SignIn.account("نائب " + number++);
    Office.give(person, "19", daira(commune), field, Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(200)));
    return person;
  }

  private int daira(String commune) {
    return db.sql("select daira_id from places.commune where code = :code").param("code", commune).query(Integer.class).single();
  }

  private MatterId matter() {
    String name = "جمعية الإسناد " + number++;
    OrganizationId id = organizations.register(Scene.profile(name), SignIn.account("مالكة " + name));
    return matters.waiting(Organizations.VERIFICATION, id.value()).orElseThrow().id();
  }

  private @Nullable AccountId hand(MatterId matter) {
    long hand = db.sql("select coalesce(claimed_by, 0) from supervision.matter where id = :id").param("id", matter.value()).query(Long.class).single();
    return hand == 0 ? null : new AccountId(hand);
  }

  private long told(AccountId person, String kind) {
    return db.sql("select count(*) from notices.notice where account_id = :person and kind = :kind").param("person", person.value()).param("kind", kind).query(Long.class).single();
  }
}
