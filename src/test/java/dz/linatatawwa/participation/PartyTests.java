package dz.linatatawwa.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who come together: parties, families under one application, and seats that change hands. */
@WorldTest
class PartyTests {

  private static final Wish ANY = new Wish(null, "", false);

  @Autowired Participation participation;
  @Autowired Parties parties;
  @Autowired NamedPeople named;
  @Autowired SeatChanges changes;
  @Autowired Lapses lapses;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId owner;
  long organization;
  long opportunity;

  @BeforeEach
  void anOpportunity() {
    TestClock.one().back();
    scene = new Scene(db);
    owner = scene.account("أمينة");
    organization = scene.organization(owner);
    opportunity = scene.opportunity(organization, "at-once", 8);
  }

  @Test
  void aWholePartyWaitsTogetherIsOfferedItsSeatsTogetherAndWhoAskedConfirmsForAll() {
    ShiftId shift = scene.byDay(opportunity, 3);
    AccountId karim = scene.volunteer("كريم", 1958);
    ApplicationId his = participation.apply(karim, shift, ANY).application();
    List<AccountId> three = scene.volunteers(3);
    Joint joint = parties.apply(together(shift, three, true));
    assertThat(joint.answers().values()).allMatch(Application.Waiting.class::isInstance);
    assertThat(scene.taken(shift)).as("two seats are free, none is taken").isEqualTo(1);

    AccountId lone = scene.volunteer("ليلى", 1990);
    assertThat(participation.apply(lone, shift, ANY)).as("no seat stands idle behind a party that it does not fit").isInstanceOf(Application.Placed.class);
    participation.withdraw(lone, participation.standing(lone, shift).orElseThrow().application());
    assertThat(scene.count(shift, "offered")).isZero();
    participation.withdraw(karim, his);
    assertThat(scene.count(shift, "offered")).isEqualTo(3);

    AccountId member = three.get(1);
    assertThat(participation.confirmOffer(member, joint.answers().get(member).application())).isEqualTo(new Application.Refused(Application.Reason.WITH_PARTY));
    assertThat(scene.count(shift, "accepted")).isZero();
    AccountId captain = three.getFirst();
    assertThat(participation.confirmOffer(captain, joint.answers().get(captain).application())).isInstanceOf(Application.Placed.class);
    assertThat(scene.count(shift, "accepted")).isEqualTo(3);
    assertThat(parties.confirm(joint.party()).answers()).as("twice").isEmpty();
  }

  @Test
  void anOfferToAPartyThatWasNotConfirmedInTimeIsNobodysAnyMore() {
    ShiftId shift = scene.byDay(opportunity, 2);
    AccountId karim = scene.volunteer("كريم", 1958);
    ApplicationId his = participation.apply(karim, shift, ANY).application();
    List<AccountId> two = scene.volunteers(2);
    Joint joint = parties.apply(together(shift, two, true));
    participation.withdraw(karim, his);
    db.sql("update participation.application set offer_ends = now() - interval '1 minute' where party_id = :party").param("party", joint.party().value()).update();
    assertThat(parties.confirm(joint.party()).answers().values()).containsOnly(new Application.Refused(Application.Reason.OFFER_LAPSED));
    lapses.offers().forEach(lapses::lapse);
    assertThat(scene.count(shift, "lapsed")).isEqualTo(2);
    assertThat(scene.taken(shift)).isZero();
  }

  @Test
  void whereOneMayNotComeAWholePartyIsNotRegisteredAndAsManyAsFitIs() {
    ShiftId shift = scene.byDay(opportunity, 5);
    List<AccountId> two = scene.volunteers(2);
    AccountId minor = scene.volunteer("قاصر", LocalDate.now().getYear() - 17);
    AccountId busy = scene.volunteer("مشغول", 1990);
    participation.apply(busy, scene.byDay(scene.opportunity(organization, "at-once", 16), 5), ANY);
    List<AccountId> all = List.of(two.get(0), two.get(1), minor, busy);

    Joint whole = parties.apply(together(shift, all, true));
    assertThat(whole.party()).isNull();
    assertThat(whole.answers().keySet()).containsExactlyInAnyOrder(minor, busy);
    assertThat(whole.answers().get(minor)).isEqualTo(new Application.Refused(Application.Reason.GUARDIAN_NEEDED));
    assertThat(whole.answers().get(busy)).isInstanceOf(Application.Clash.class);
    assertThat(scene.taken(shift)).isZero();

    Joint some = parties.apply(together(shift, all, false));
    assertThat(some.placed()).isEqualTo(2);
    assertThat(some.complete()).isFalse();
    assertThat(scene.taken(shift)).isEqualTo(2);
    assertThat(parties.apply(together(shift, two, true)).party()).as("twice makes no second party").isNull();
  }

  @Test
  void asManyAsFitTakesTheSeatsThereAreAndTheOthersWait() {
    ShiftId shift = scene.byDay(opportunity, 2);
    Joint joint = parties.apply(together(shift, scene.volunteers(5), false));
    assertThat(joint.placed()).isEqualTo(2);
    assertThat(scene.count(shift, "waiting")).isEqualTo(3);
    assertThat(parties.apply(together(shift, scene.volunteers(3), true)).answers().values()).as("more than the shift has seats")
        .containsOnly(new Application.Refused(Application.Reason.PARTY_TOO_LARGE));
  }

  @Test
  void theOrganisationAnswersAPartyAsOneOrOneByOne() {
    long byHand = scene.opportunity(organization, "by-hand", 16);
    ShiftId shift = scene.byDay(byHand, 3);
    Joint first = parties.apply(together(shift, scene.volunteers(3), true));
    assertThat(first.answers().values()).allMatch(Application.Pending.class::isInstance);
    AccountId stranger = scene.account("غريب");
    assertThatThrownBy(() -> parties.accept(stranger, first.party())).isInstanceOf(NotFound.class);
    assertThat(parties.accept(owner, first.party()).values()).hasSize(3).allMatch(Answer.Accepted.class::isInstance);
    assertThat(parties.accept(owner, first.party())).as("twice").isEmpty();

    Joint second = parties.apply(together(shift, scene.volunteers(2), true));
    assertThat(parties.accept(owner, second.party()).values()).as("no seat is left for both").hasSize(2).allMatch(Answer.Queued.class::isInstance);

    ShiftId other = scene.byDay(byHand, 3);
    List<AccountId> pair = scene.volunteers(2);
    Joint third = parties.apply(together(other, pair, true));
    assertThat(participation.accept(owner, third.answers().get(pair.getFirst()).application())).isEqualTo(new Answer.Accepted());
    assertThat(scene.count(other, "pending")).isEqualTo(1);
  }

  @Test
  void aWholePartyIsNotAcceptedWhereOneOfThemMayNotComeAnyMore() {
    ShiftId shift = scene.byDay(scene.opportunity(organization, "by-hand", 16), 5);
    List<AccountId> two = scene.volunteers(2);
    Joint joint = parties.apply(together(shift, two, true));
    participation.apply(two.getFirst(), scene.byDay(opportunity, 5), ANY);
    Map<ApplicationId, Answer> answers = parties.accept(owner, joint.party());
    assertThat(answers).containsOnly(Map.entry(joint.answers().get(two.getFirst()).application(), new Answer.Refused(Answer.Why.CLASH)));
    assertThat(scene.taken(shift)).isZero();
  }

  @Test
  void aFamilyTakesASeatEachAndGivesThemBackTogetherOrOneByOne() {
    ShiftId shift = scene.byDay(opportunity, 4);
    AccountId fatima = scene.volunteer("فاطمة", 1980);
    Wish family = ANY.with(List.of(person("سعاد", 1955, NamedPerson.Relation.PARENT, false), person("ياسين", year(17), NamedPerson.Relation.CHILD, true)));
    ApplicationId hers = participation.apply(fatima, shift, family).application();
    assertThat(scene.taken(shift)).isEqualTo(3);
    assertThat(named.expected(shift)).extracting(one -> one.person().name()).containsExactly("سعاد", "ياسين");
    assertThat(db.sql("select agreed_version from participation.named_person where agreed_at is not null").query(Integer.class).list()).as("a word for the child alone").containsExactly(1);

    AccountId next = scene.volunteer("كريم", 1990);
    AccountId last = scene.volunteer("ليلى", 1990);
    participation.apply(next, shift, ANY);
    assertThat(participation.apply(last, shift, ANY)).isInstanceOf(Application.Waiting.class);
    long mother = named.of(hers).getFirst().id();
    assertThatThrownBy(() -> named.remove(next, mother)).isInstanceOf(NotFound.class);
    assertThat(named.remove(fatima, mother)).isTrue();
    assertThat(scene.count(shift, "offered")).as("the seat went on").isEqualTo(1);
    participation.withdraw(fatima, hers);
    assertThat(scene.taken(shift)).isEqualTo(2);
    assertThat(participation.comeBack(fatima, hers)).isInstanceOf(Application.Placed.class);
    assertThat(scene.taken(shift)).as("with the child").isEqualTo(4);
  }

  @Test
  void aFamilyWaitsForAllItsSeats() {
    ShiftId shift = scene.byDay(opportunity, 3);
    AccountId karim = scene.volunteer("كريم", 1990);
    ApplicationId his = participation.apply(karim, shift, ANY).application();
    AccountId fatima = scene.volunteer("فاطمة", 1980);
    Wish family = ANY.with(List.of(person("سعاد", 1955, NamedPerson.Relation.PARENT, false), person("جميلة", 1990, NamedPerson.Relation.SIBLING, false)));
    assertThat(participation.apply(fatima, shift, family)).isInstanceOf(Application.Waiting.class);
    participation.withdraw(karim, his);
    assertThat(scene.taken(shift)).isEqualTo(3);
    assertThat(participation.confirmOffer(fatima, participation.standing(fatima, shift).orElseThrow().application())).isInstanceOf(Application.Placed.class);
  }

  @Test
  void theRulesForTheYoungHoldForNamedPeopleWhoeverWrites() {
    ShiftId shift = scene.byDay(opportunity, 9);
    AccountId fatima = scene.volunteer("فاطمة", 1980);
    assertThat(named(fatima, shift, person("ياسين", year(17), NamedPerson.Relation.CHILD, false))).isEqualTo(refused(Application.Reason.GUARDIAN_NEEDED));
    assertThat(named(fatima, shift, person("ياسين", year(17), NamedPerson.Relation.FRIEND, false))).isEqualTo(refused(Application.Reason.GUARDIAN_NEEDED));
    assertThat(named(fatima, shift, person("لينا", year(12), NamedPerson.Relation.CHILD, true))).isEqualTo(refused(Application.Reason.GROUP_ONLY));
    assertThat(named(fatima, shift, person("رضيع", year(3), NamedPerson.Relation.CHILD, true))).isEqualTo(refused(Application.Reason.TOO_YOUNG));
    assertThat(named(scene.volunteer("أخ", year(25)), shift, person("ياسين", year(17), NamedPerson.Relation.CHILD, true))).as("eight years older is no parent")
        .isEqualTo(refused(Application.Reason.GUARDIAN_NEEDED));
    db.sql("insert into opportunities.age_rule (opportunity_id, both_guardians) values (:id, true)").param("id", opportunity).update();
    assertThat(named(fatima, shift, person("ياسين", year(17), NamedPerson.Relation.CHILD, true))).isEqualTo(refused(Application.Reason.BOTH_GUARDIANS));
    db.sql("delete from opportunities.age_rule where opportunity_id = :id").param("id", opportunity).update();

    ApplicationId hers = participation.apply(fatima, shift, ANY).application();
    assertThatThrownBy(() -> db.sql("insert into participation.named_person (application_id, name, birth_year, relation) values (:id, 'لينا', :born, 'child')")
        .param("id", hers.value()).param("born", year(16)).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("guardian-needed");
  }

  @Test
  void aStandInTakesTheSeatAndItsRoleAndNobodyWhoWaitsIsPassedOver() {
    ShiftId shift = scene.byDay(opportunity, 1);
    long role = db.sql("insert into opportunities.shift_role (shift_id, name, capacity) values (:shift, 'سائق', 1) returning id").param("shift", shift.value()).query(Long.class).single();
    AccountId karim = scene.volunteer("كريم", 1958);
    AccountId leila = scene.volunteer("ليلى", 1990);
    ApplicationId seat = participation.apply(karim, shift, new Wish(role, "", false)).application();
    AccountId minor = scene.volunteer("قاصر", year(17));
    assertThat(changes.standIn(seat, minor)).isEqualTo(new SeatChange.Obstacle(minor, refused(Application.Reason.GUARDIAN_NEEDED)));
    assertThat(changes.standIn(seat, karim)).isEqualTo(new SeatChange.Refused(SeatChange.Why.ALREADY_THERE));

    assertThat(changes.standIn(seat, leila)).isInstanceOf(SeatChange.Done.class);
    assertThat(scene.state(seat)).isEqualTo("withdrawn");
    assertThat(db.sql("select volunteer_id || ' ' || role_id from participation.application where shift_id = :shift and state = 'accepted'").param("shift", shift.value())
        .query(String.class).list()).containsExactly(leila + " " + role);
    assertThat(scene.taken(shift)).isEqualTo(1);
    assertThat(kinds(karim)).contains("application-handed-on");
    assertThat(kinds(leila)).contains("application-placed");

    participation.apply(scene.volunteer("منتظر", 1990), shift, ANY);
    assertThat(changes.standIn(participation.standing(leila, shift).orElseThrow().application(), karim)).isEqualTo(new SeatChange.Refused(SeatChange.Why.AWAITED));
  }

  @Test
  void twoSwapTheirSeatsAndTheRulesAreLookedAtAgainForBoth() {
    ShiftId morning = scene.byDay(opportunity, 5);
    ShiftId evening = scene.shift(opportunity, LocalDate.now(dz.linatatawwa.language.Words.ZONE).plusDays(3).atTime(14, 0).atZone(dz.linatatawwa.language.Words.ZONE).toInstant(),
        java.time.Duration.ofHours(3), 5);
    AccountId karim = scene.volunteer("كريم", 1958);
    AccountId leila = scene.volunteer("ليلى", 1990);
    ApplicationId his = participation.apply(karim, morning, ANY).application();
    ApplicationId hers = participation.apply(leila, evening, ANY).application();
    ApplicationId elsewhere = participation.apply(leila, scene.byDay(scene.opportunity(organization, "at-once", 16), 5), ANY).application();
    assertThat(changes.swap(his, hers)).as("she is elsewhere in the morning").isInstanceOfSatisfying(SeatChange.Obstacle.class, obstacle -> {
      assertThat(obstacle.whose()).isEqualTo(leila);
      assertThat(obstacle.what()).isInstanceOf(Application.Clash.class);
    });
    participation.withdraw(leila, elsewhere);
    assertThat(changes.swap(his, hers)).isInstanceOf(SeatChange.Done.class);
    assertThat(participation.standing(karim, evening)).get().isInstanceOf(Application.Placed.class);
    assertThat(participation.standing(leila, morning)).get().isInstanceOf(Application.Placed.class);
    assertThat(participation.standing(karim, morning)).isEmpty();
    assertThat(scene.taken(morning)).isEqualTo(1);
    assertThat(scene.taken(evening)).isEqualTo(1);
  }

  @Test
  void aSeatWithWhichOthersComeDoesNotChangeHandsNorOneThatHasBegun() {
    ShiftId shift = scene.byDay(opportunity, 5);
    AccountId fatima = scene.volunteer("فاطمة", 1980);
    ApplicationId hers = participation.apply(fatima, shift, ANY.with(List.of(person("سعاد", 1955, NamedPerson.Relation.PARENT, false)))).application();
    AccountId leila = scene.volunteer("ليلى", 1990);
    assertThat(changes.standIn(hers, leila)).isEqualTo(new SeatChange.Refused(SeatChange.Why.WITH_OTHERS));
    ShiftId today = scene.today(opportunity, 5);
    scene.seat(today, leila);
    assertThat(changes.whyNotGive(new ApplicationId(scene.ids(today, "accepted").getFirst()), false)).contains(SeatChange.Why.TOO_LATE);
  }

  @Test
  void aNamedPersonWithAnAccountTakesTheirSeatOverWithoutAnotherOne() {
    ShiftId shift = scene.byDay(opportunity, 2);
    AccountId fatima = scene.volunteer("فاطمة", 1980);
    ApplicationId hers = participation.apply(fatima, shift, ANY.with(List.of(person("سعاد", 1955, NamedPerson.Relation.PARENT, false)))).application();
    AccountId souad = scene.volunteer("سعاد", 1955);
    long number = named.of(hers).getFirst().id();
    assertThat(changes.takeOver(hers, number, souad)).isInstanceOf(SeatChange.Done.class);
    assertThat(changes.takeOver(hers, number, scene.volunteer("أخرى", 1990))).isEqualTo(new SeatChange.Refused(SeatChange.Why.GONE));
    assertThat(scene.taken(shift)).isEqualTo(2);
    assertThat(scene.count(shift, "accepted")).isEqualTo(2);
    assertThat(named.expected(shift)).isEmpty();
  }

  private Application named(AccountId applicant, ShiftId shift, NamedPerson person) {
    return participation.apply(applicant, shift, ANY.with(List.of(person)));
  }

  private static NamedPerson person(String name, int born, NamedPerson.Relation relation, boolean agreed) {
    return NamedPerson.of(name, born, relation, agreed);
  }

  private static int year(int age) {
    return LocalDate.now().getYear() - age;
  }

  private static Application refused(Application.Reason why) {
    return new Application.Refused(why);
  }

  private List<String> kinds(AccountId person) {
    return db.sql("select kind from notices.notice where account_id = :id").param("id", person.value()).query(String.class).list();
  }

  private static Together together(ShiftId shift, List<AccountId> people, boolean whole) {
    return new Together(shift, "team", "فريق الحي", whole, people.getFirst(), people, null);
  }
}
