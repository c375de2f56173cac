package dz.linatatawwa.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.opportunities.OpportunityCancelled;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Promises and what was brought, on the real database, many at once. */
@WorldTest
class PledgingTests {

  @Autowired Organizations organizations;
  @Autowired Units units;
  @Autowired Needs needs;
  @Autowired LentThings things;
  @Autowired Pledging pledging;
  @Autowired Deliveries deliveries;
  @Autowired Means means;
  @Autowired MeansClock clock;
  @Autowired JdbcClient db;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate inTransaction;
  Scenery scene;

  @BeforeEach
  void anOrganisation() {
    TestClock.one().back();
    scene = new Scenery(db, organizations, units, needs, things);
  }

  private Pledged pledge(AccountId by, Need need, int amount) {
    return pledging.pledge(by, need.id(), new Giver.Person(), Scenery.key(), amount, Scenery.TODAY.plusDays(1), "");
  }

  private long made(AccountId by, Need need, int amount) {
    if (pledge(by, need, amount) instanceof Pledged.Made(long id)) return id;
    throw new AssertionError("not made");
  }

  private Need now(Need need) {
    return needs.find(need.id()).orElseThrow();
  }

  @Test
  void howeverManyPromiseAtOnceNoMoreIsPromisedThanIsWanted() throws Exception {
    Need need = scene.need(50, false);
    List<AccountId> people = scene.people(120);
    List<Callable<Pledged>> deeds = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      AccountId person = people.get(i);
      int amount = 1 + i % 3;
      deeds.add(() -> pledge(person, need, amount));
    }

    List<Pledged> answers = AtOnce.all(deeds);

    assertThat(now(need).waiting()).isBetween(48, 50);
    assertThat(now(need).waiting()).isEqualTo(db.sql("select sum(amount) from means.pledge where need_id = :id").param("id", need.id().value()).query(Integer.class).single());
    assertThat(answers).anyMatch(Pledged.TooMuch.class::isInstance);
    assertThat(answers.stream().filter(Pledged.Made.class::isInstance).count())
        .isEqualTo(db.sql("select count(*) from means.pledge where need_id = :id").param("id", need.id().value()).query(Long.class).single());
  }

  @Test
  void theDatabaseItselfRefusesMoreThanIsWantedAndAPledgeThatChanges() {
    Need need = scene.need(10, false);
    AccountId amina = scene.people(1).getFirst();
    long id = made(amina, need, 7);
    assertThatThrownBy(() -> db.sql("insert into means.pledge (need_id, key, pledged_by, amount, bring_on) values (:need, :key, :by, 4, current_date)")
        .param("need", need.id().value()).param("key", Scenery.key()).param("by", amina.value()).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("more than is wanted");
    assertThatThrownBy(() -> db.sql("update means.pledge set amount = 9 where id = :id").param("id", id).update()).hasMessageContaining("does not change");
    assertThatThrownBy(() -> db.sql("delete from means.pledge where id = :id").param("id", id).update()).isInstanceOf(DataAccessException.class);
    assertThat(now(need).waiting()).isEqualTo(7);
  }

  @Test
  void theSameFormSentManyTimesIsOnePromise() throws Exception {
    Need need = scene.need(50, false);
    AccountId amina = scene.people(1).getFirst();
    String key = Scenery.key();

    List<Pledged> answers = AtOnce.all(Collections.nCopies(12, () -> pledging.pledge(amina, need.id(), new Giver.Person(), key, 4, Scenery.TODAY, "")));

    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(now(need).waiting()).isEqualTo(4);
  }

  @Test
  void whatIsTakenBackIsFreeForOthersAndComesBackOnlyWhileItIsWanted() {
    Need need = scene.need(10, false);
    List<AccountId> people = scene.people(2);
    long first = made(people.getFirst(), need, 8);
    assertThat(pledge(people.getLast(), need, 5)).isEqualTo(new Pledged.TooMuch(2));
    assertThat(pledging.withdraw(people.getFirst(), first)).isTrue();
    assertThat(pledging.withdraw(people.getFirst(), first)).as("twice").isFalse();
    made(people.getLast(), need, 5);
    assertThat(pledging.renew(people.getFirst(), first)).isEqualTo(new Pledged.TooMuch(5));
    assertThat(now(need).left()).isEqualTo(5);
    assertThatThrownBy(() -> pledging.withdraw(people.getLast(), first)).as("somebody else's").isInstanceOf(NotFound.class);
  }

  @Test
  void moreThanTheTargetIsPromisedOnlyWhereItIsWelcome() {
    AccountId amina = scene.people(1).getFirst();
    assertThat(pledge(amina, scene.need(5, false), 6)).isEqualTo(new Pledged.TooMuch(5));
    Need welcome = scene.need(5, true);
    assertThat(pledge(amina, welcome, 600)).isInstanceOf(Pledged.Made.class);
    assertThat(needs.change(welcome.id(), new Wanted("بطانيات", "", welcome.wanted().unit(), 5, false, welcome.wanted().until(), "المقر"))).contains(600);
  }

  @Test
  void minorsPromiseNothingAndNobodyForABodyThatIsNotTheirs() {
    Need need = scene.need(5, false);
    AccountId child = new Scene(db).volunteer("سليم", Scenery.TODAY.getYear() - 16);
    assertThat(pledge(child, need, 1)).isEqualTo(new Pledged.Minor());
    AccountId amina = scene.people(1).getFirst();
    Giver other = new Giver.Body(scene.another().id());
    assertThatThrownBy(() -> pledging.pledge(amina, need.id(), other, Scenery.key(), 1, Scenery.TODAY, "")).isInstanceOf(NotFound.class);
    assertThat(pledging.pledge(scene.owner, need.id(), new Giver.Body(scene.organization.id()), Scenery.key(), 1, Scenery.TODAY, "")).isEqualTo(new Pledged.Own());
  }

  @Test
  void anOrganisationPromisesInItsName() {
    Need need = scene.need(20, false);
    var body = scene.another();
    assertThat(pledging.pledge(scene.ownerOf(body), need.id(), new Giver.Body(body.id()), Scenery.key(), 12, Scenery.TODAY, "")).isInstanceOf(Pledged.Made.class);
    assertThat(pledging.of(need.id())).singleElement().satisfies(pledge -> assertThat(pledge.giver().ar()).isEqualTo("جمعية الأفق"));
    assertThat(scene.told(scene.owner)).contains("pledge-made");
  }

  @Test
  void whatIsBroughtIsConfirmedInPartsThankedForAndPutRight() {
    Need need = scene.need(20, false);
    AccountId amina = scene.people(1).getFirst();
    long pledge = made(amina, need, 12);
    String key = Scenery.key();
    long line = deliveries.receive(need, pledge, null, key, 5, scene.owner);
    assertThat(deliveries.receive(need, pledge, null, key, 5, scene.owner)).as("the same form twice").isEqualTo(line);
    assertThat(now(need)).satisfies(seen -> {
      assertThat(seen.delivered()).isEqualTo(5);
      assertThat(seen.waiting()).isEqualTo(7);
      assertThat(seen.left()).isEqualTo(8);
    });
    deliveries.receive(need, pledge, null, Scenery.key(), 9, scene.owner);
    assertThat(now(need).waiting()).as("more than was promised").isZero();
    assertThat(now(need).delivered()).isEqualTo(14);
    assertThat(scene.told(amina)).containsExactly("pledge-thanks", "pledge-thanks");
    assertThat(deliveries.reverse(need, line, scene.owner)).isTrue();
    assertThat(deliveries.reverse(need, line, scene.owner)).as("twice").isFalse();
    assertThat(now(need).delivered()).isEqualTo(9);
    assertThat(now(need).waiting()).isEqualTo(3);
    assertThat(scene.told(amina)).contains("pledge-reversed");
    deliveries.receive(need, null, null, Scenery.key(), 40, scene.owner);
    assertThat(now(need).delivered()).as("what nobody promised, more than was wanted").isEqualTo(49);
    assertThatThrownBy(() -> db.sql("update means.delivery set amount = 1").update()).isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> deliveries.receive(scene.need(3, false), pledge, null, Scenery.key(), 1, scene.owner)).as("of another need").isInstanceOf(NotFound.class);
  }

  @Test
  void deliveriesAndWithdrawalsAtOnceAddUp() throws Exception {
    Need need = scene.need(500, false);
    List<AccountId> people = scene.people(30);
    List<Long> pledges = people.stream().map(person -> made(person, need, 10)).toList();
    List<Callable<Object>> deeds = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      AccountId person = people.get(i);
      long pledge = pledges.get(i);
      deeds.add(() -> deliveries.receive(need, pledge, null, Scenery.key(), 4, scene.owner));
      deeds.add(() -> pledging.withdraw(person, pledge));
    }
    AtOnce.all(deeds);
    assertThat(now(need).delivered()).isEqualTo(120);
    assertThat(now(need).waiting()).isEqualTo(db.sql("select coalesce(sum(means.expected(amount, delivered, ended_at)), 0) from means.pledge where need_id = :id")
        .param("id", need.id().value()).query(Integer.class).single());
    assertThat(now(need).waiting()).isZero();
  }

  @Test
  void whoStillWaitsIsToldWhenItIsNoLongerNeeded() {
    Need need = scene.need(20, false);
    AccountId amina = scene.people(1).getFirst();
    made(amina, need, 12);
    needs.close(need.id(), scene.owner);
    assertThat(scene.told(amina)).containsExactly("pledge-closed");
    assertThat(now(need).waiting()).isZero();
    assertThat(now(need).closed()).isEqualTo("over");
    assertThat(pledge(amina, need, 1)).isEqualTo(new Pledged.Over());
  }

  @Test
  void whatWasCalledOffNeedsNothingAndWhoLeavesPromisesNothing() throws InterruptedException {
    Need one = scene.need(20, false);
    List<AccountId> people = scene.people(2);
    made(people.getFirst(), one, 12);
    made(people.getLast(), one, 3);
    inTransaction.executeWithoutResult(status -> events.publishEvent(new AccountClosed(people.getLast())));
    await(() -> now(one).waiting() == 12);
    inTransaction.executeWithoutResult(status -> events.publishEvent(new OpportunityCancelled(scene.opportunity, "عاصفة")));
    await(() -> "cancelled".equals(now(one).closed()));
    assertThat(now(one).waiting()).isZero();
    assertThat(scene.told(people.getFirst())).containsExactly("pledge-closed");
  }

  @Test
  void whoPromisedForTomorrowIsRemindedOnce() {
    Need need = scene.need(20, false);
    AccountId amina = scene.people(1).getFirst();
    made(amina, need, 12);
    int hour = TestClock.one().instant().atZone(dz.linatatawwa.language.Words.ZONE).getHour();
    if (hour < 10) TestClock.one().goAhead(Duration.ofHours(10 - hour));
    clock.tick();
    clock.tick();
    assertThat(scene.told(amina)).containsExactly("pledge-reminder");
  }

  @Test
  void theQuarterKnowsWhatWasPromisedAndBroughtByUnit() {
    List<PledgedUnit> before = means.pledged(Scenery.TODAY, Scenery.TODAY);
    Need need = scene.need(100, false);
    List<AccountId> people = scene.people(2);
    long kept = made(people.getFirst(), need, 30);
    long gone = made(people.getLast(), need, 20);
    deliveries.receive(need, kept, null, Scenery.key(), 25, scene.owner);
    deliveries.receive(need, gone, null, Scenery.key(), 5, scene.owner);
    pledging.withdraw(people.getLast(), gone);
    assertThat(pieces(means.pledged(Scenery.TODAY, Scenery.TODAY), PledgedUnit::pledged) - pieces(before, PledgedUnit::pledged)).isEqualTo(35);
    assertThat(pieces(means.pledged(Scenery.TODAY, Scenery.TODAY), PledgedUnit::delivered) - pieces(before, PledgedUnit::delivered)).isEqualTo(30);
    assertThat(means.pledged(Scenery.TODAY.minusYears(9), Scenery.TODAY.minusYears(8))).isEmpty();
  }

  private static long pieces(List<PledgedUnit> units, java.util.function.ToLongFunction<PledgedUnit> what) {
    return units.stream().filter(unit -> unit.unit().equals("pieces")).mapToLong(what).sum();
  }

  private static void await(java.util.function.BooleanSupplier done) throws InterruptedException {
    for (int i = 0; i < 100 && !done.getAsBoolean(); i++) Thread.sleep(100);
    assertThat(done.getAsBoolean()).isTrue();
  }

  @Test
  void theBoardShowsPeopleAndGoodsSideBySide() {
    long campaign = db.sql("""
        insert into opportunities.campaign (organization_id, title, starts_on, ends_on, state, published_at) values (:id, 'شتاء دافئ', current_date - 9, current_date + 9, 'published', now())
        returning id""").param("id", scene.organization.id().value()).query(Long.class).single();
    db.sql("update opportunities.opportunity set campaign_id = :campaign where id = :id").param("campaign", campaign).param("id", scene.opportunity.value()).update();
    Need need = scene.need(20, false);
    made(scene.people(1).getFirst(), need, 12);
    Board board = means.board(new dz.linatatawwa.opportunities.CampaignId(campaign));
    assertThat(board.rows()).singleElement().satisfies(row -> assertThat(row.seats()).isEqualTo(5));
    assertThat(board.goods()).singleElement().satisfies(row -> assertThat(row.promised()).isEqualTo(12));
    assertThat(Stream.of(board.coming(), board.seats(), board.taken())).containsExactly(1, 5, 0);
  }
}
