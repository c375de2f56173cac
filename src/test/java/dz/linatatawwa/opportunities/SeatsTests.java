package dz.linatatawwa.opportunities;

import static dz.linatatawwa.opportunities.Rows.inDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeatsTests {

  @Autowired JdbcClient db;
  @Autowired Seats seats;
  @Autowired Opportunities opportunities;
  @Autowired Listings listings;
  @Autowired TransactionTemplate transaction;

  Rows rows;
  OrganizationId hope;

  @BeforeAll
  void fill() {
    rows = new Rows(db);
    hope = rows.organization("جمعية الأمل", null, "verified");
  }

  @Test
  void manyAtOnceGetExactlyTheSeatsThereAre() throws Exception {
    OpportunityId opportunity = rows.opportunity(hope, "غرس الأشجار", "ENV", "1901");
    ShiftId first = rows.shift(opportunity, inDays(3), 2, 25);
    ShiftId second = rows.shift(opportunity, inDays(4), 2, 17);
    listings.refresh(List.of(opportunity));
    List<Callable<Seats.Seat>> asks = IntStream.range(0, 120).<Callable<Seats.Seat>>mapToObj(i -> () -> take(i % 2 == 0 ? first : second, null)).toList();
    long taken;
    try (var threads = Executors.newFixedThreadPool(16)) {
      taken = threads.invokeAll(asks).stream().filter(seat -> seat.resultNow() == Seats.Seat.TAKEN).count();
    }
    assertThat(taken).isEqualTo(42);
    assertThat(opportunities.shift(first).orElseThrow().taken()).isEqualTo(25);
    assertThat(opportunities.shift(second).orElseThrow().taken()).isEqualTo(17);
    assertThat(left(opportunity)).isZero();
  }

  @Test
  void theListingFollowsEverySeat() {
    OpportunityId opportunity = rows.opportunity(hope, "تنظيف الحي", "ENV", "1901");
    ShiftId shift = rows.shift(opportunity, inDays(3), 2, 4);
    rows.shift(opportunity, inDays(5), 2, 4);
    listings.refresh(List.of(opportunity));
    take(shift, null);
    take(shift, null);
    assertThat(left(opportunity)).isEqualTo(6);
    transaction.executeWithoutResult(t -> seats.release(shift, null));
    assertThat(left(opportunity)).isEqualTo(7);
    transaction.executeWithoutResult(t -> { seats.take(shift, null); listings.refresh(List.of(opportunity)); });
    assertThat(left(opportunity)).isEqualTo(6);
  }

  @Test
  void aRoleHasSeatsOfItsOwn() {
    OpportunityId opportunity = rows.opportunity(hope, "توزيع الوجبات", "ENV", "1901");
    ShiftId shift = rows.shift(opportunity, inDays(3), 2, 10);
    RoleId driver = new RoleId(db.sql("insert into opportunities.shift_role (shift_id, name, capacity) values (:shift, 'سائق', 1) returning id")
        .param("shift", shift.value()).query(Long.class).single());
    assertThat(take(shift, driver)).isEqualTo(Seats.Seat.TAKEN);
    assertThat(take(shift, driver)).isEqualTo(Seats.Seat.FULL);
    assertThat(take(shift, null)).isEqualTo(Seats.Seat.TAKEN);
    assertThat(opportunities.shift(shift).orElseThrow().taken()).isEqualTo(2);
    transaction.executeWithoutResult(t -> seats.release(shift, driver));
    assertThat(opportunities.shift(shift).orElseThrow().roles().getFirst().left()).isEqualTo(1);
  }

  @Test
  void nobodyGetsASeatOfWhatIsCancelledOrClosed() {
    OpportunityId opportunity = rows.opportunity(hope, "توزيع الكتب", "EDU", "1901");
    ShiftId cancelled = rows.shift(opportunity, inDays(3), 2, 10);
    db.sql("update opportunities.shift set state = 'cancelled' where id = :id").param("id", cancelled.value()).update();
    assertThat(take(cancelled, null)).isEqualTo(Seats.Seat.NOT_OPEN);
    ShiftId open = rows.shift(opportunity, inDays(4), 2, 10);
    db.sql("update opportunities.opportunity set state = 'closed' where id = :id").param("id", opportunity.value()).update();
    assertThat(take(open, null)).isEqualTo(Seats.Seat.NOT_OPEN);
  }

  @Test
  void aSeatThatNobodyHoldsCannotBeGivenBack() {
    ShiftId shift = rows.shift(rows.opportunity(hope, "توزيع الكتب", "EDU", "1901"), inDays(3), 2, 10);
    assertThatThrownBy(() -> transaction.executeWithoutResult(t -> seats.release(shift, null))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatHasBegunRollsOnToTheNextShiftOrLeavesTheList() {
    OpportunityId opportunity = rows.opportunity(hope, "حملة أسبوعية", "EDU", "1901");
    rows.shift(opportunity, inDays(3), 2, 10);
    rows.shift(opportunity, inDays(10), 2, 5);
    listings.refresh(List.of(opportunity));
    assertThat(left(opportunity)).isEqualTo(15);
    db.sql("select opportunities.roll_listings(now() + interval '4 days')").query(Integer.class).single();
    assertThat(left(opportunity)).isEqualTo(5);
    db.sql("select opportunities.roll_listings(now() + interval '11 days')").query(Integer.class).single();
    assertThat(db.sql("select count(*) from opportunities.listing where opportunity_id = :id").param("id", opportunity.value()).query(Long.class).single()).isZero();
  }

  private Seats.Seat take(ShiftId shift, RoleId role) {
    return transaction.execute(t -> seats.take(shift, role));
  }

  private int left(OpportunityId opportunity) {
    return db.sql("select seats_left from opportunities.listing where opportunity_id = :id").param("id", opportunity.value()).query(Integer.class).single();
  }
}
