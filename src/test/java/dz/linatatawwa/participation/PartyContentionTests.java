package dz.linatatawwa.participation;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.world.WorldTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parties and people alone at once, on the real database: never more than there are seats, never half a party. */
@WorldTest
class PartyContentionTests {

  private static final Wish ANY = new Wish(null, "", false);

  @Autowired Participation participation;
  @Autowired Parties parties;
  @Autowired SeatChanges changes;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId owner;
  long opportunity;

  @BeforeEach
  void people() {
    scene = new Scene(db);
    owner = scene.account("أمينة");
    opportunity = scene.opportunity(scene.organization(owner), "at-once", 16);
  }

  @Test
  void fiveHundredPeopleInPartiesAtOnceNeverTakeASeatTooManyNorHalfAParty() throws Exception {
    ShiftId shift = scene.coming(opportunity, 120);
    List<AccountId> people = scene.volunteers(500);
    List<Callable<Object>> deeds = new ArrayList<>();
    for (int from = 0, size = 1; from < 500; from += size, size = size % 6 + 1) {
      List<AccountId> some = people.subList(from, Math.min(500, from + size));
      deeds.add(() -> some.size() == 1 ? participation.apply(some.getFirst(), shift, ANY) : parties.apply(together(shift, some, true)));
    }

    allAtOnce(deeds);

    assertThat(seats(shift)).isEqualTo(scene.taken(shift)).isBetween(115, 120);
    assertThat(scene.count(shift, "accepted") + scene.count(shift, "waiting")).isEqualTo(500);
    assertThat(halves(shift)).isZero();
    // a seat that is still free fits nobody who waits
    assertThat(smallestThatWaits(shift)).isGreaterThan(120 - scene.taken(shift));
  }

  @Test
  void partiesThatShareTheirPeopleFollowEachOther() throws Exception {
    ShiftId shift = scene.coming(opportunity, 30);
    List<AccountId> people = scene.volunteers(12);
    List<Callable<Object>> deeds = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      List<AccountId> some = new ArrayList<>(people.subList(i % 6, i % 6 + 6));
      if (i % 2 == 0) Collections.reverse(some);
      deeds.add(() -> parties.apply(together(shift, some, true)));
    }

    allAtOnce(deeds);

    assertThat(scene.count(shift, "accepted")).as("each once").isEqualTo(11);
    assertThat(scene.taken(shift)).isEqualTo(11);
  }

  @Test
  void whoeverComesAndGoesAtOnceLeavesNoPartyHalfAndNoSeatThatFits() throws Exception {
    ShiftId shift = scene.coming(opportunity, 20);
    List<AccountId> early = scene.volunteers(20);
    List<ApplicationId> held = new ArrayList<>();
    for (AccountId person : early) held.add(participation.apply(person, shift, ANY).application());
    List<AccountId> late = scene.volunteers(36);
    List<Callable<Object>> deeds = new ArrayList<>();
    for (int i = 0; i < 36; i += 3) {
      List<AccountId> some = late.subList(i, i + 3);
      deeds.add(() -> parties.apply(together(shift, some, true)));
    }
    for (int i = 0; i < 20; i++) {
      int n = i;
      deeds.add(() -> participation.withdraw(early.get(n), held.get(n)));
    }

    allAtOnce(deeds);

    assertThat(seats(shift)).isEqualTo(scene.taken(shift)).isEqualTo(18);
    assertThat(halves(shift)).isZero();
    assertThat(scene.count(shift, "waiting")).isEqualTo(18);
  }

  @Test
  void aPartyThatIsGivenBackWhileItsPeopleGoThemselvesLeavesNoLock() throws Exception {
    ShiftId shift = scene.coming(opportunity, 8);
    List<AccountId> people = scene.volunteers(8);
    Joint joint = parties.apply(together(shift, people, true));
    List<Callable<Object>> deeds = new ArrayList<>(List.of(() -> parties.withdraw(joint.party())));
    for (AccountId person : people) deeds.add(() -> participation.withdraw(person, joint.answers().get(person).application()));

    allAtOnce(deeds);

    assertThat(scene.count(shift, "withdrawn")).isEqualTo(8);
    assertThat(scene.taken(shift)).isZero();
  }

  @Test
  void oneSeatThatManyWouldTakeGoesToOne() throws Exception {
    ShiftId shift = scene.coming(opportunity, 3);
    AccountId karim = scene.volunteer("كريم", 1958);
    ApplicationId seat = participation.apply(karim, shift, ANY).application();
    List<AccountId> takers = scene.volunteers(12);

    List<SeatChange> answers = allAtOnce(takers.stream().<Callable<SeatChange>>map(taker -> () -> changes.standIn(seat, taker)).toList());

    assertThat(answers.stream().filter(SeatChange.Done.class::isInstance)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.equals(new SeatChange.Refused(SeatChange.Why.GONE)))).hasSize(11);
    assertThat(scene.taken(shift)).isEqualTo(1);
    assertThat(scene.count(shift, "accepted")).isEqualTo(1);
  }

  private Together together(ShiftId shift, List<AccountId> people, boolean whole) {
    return new Together(shift, "team", "فريق", whole, people.getFirst(), people, null);
  }

  private int seats(ShiftId shift) {
    return db.sql("select coalesce(sum(seats), 0)::int from participation.application where shift_id = :shift and state in ('accepted', 'offered')").param("shift", shift.value())
        .query(Integer.class).single();
  }

  /** Parties of whom some hold a seat and others do not. */
  private int halves(ShiftId shift) {
    return db.sql("""
        select count(*) from (select party_id from participation.application where shift_id = :shift and party_id is not null
                              group by party_id having count(distinct state) > 1) h
        """).param("shift", shift.value()).query(Integer.class).single();
  }

  private int smallestThatWaits(ShiftId shift) {
    return db.sql("""
        select min(size) from (select count(*) as size from participation.application where shift_id = :shift and state = 'waiting' group by coalesce(-party_id, id)) w
        """).param("shift", shift.value()).query(Integer.class).single();
  }

  private static <T> List<T> allAtOnce(List<? extends Callable<? extends T>> deeds) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<? extends T> deed : deeds) {
        running.add(threads.submit(() -> {
          start.await();
          return deed.call();
        }));
      }
      start.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> future : running) answers.add(future.get());
      return answers;
    }
  }
}
