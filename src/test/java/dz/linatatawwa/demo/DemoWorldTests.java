package dz.linatatawwa.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.archive.ListedOperations;
import dz.linatatawwa.archive.Twins;
import dz.linatatawwa.figures.Preparing;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.recognition.Badges;
import dz.linatatawwa.trainings.Completions;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.WorldTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoWorldTests {

  private static final Scale SMALL = new Scale(60, 240, 1_500);
  private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T11:00:00Z"), ZoneOffset.UTC);

  @Autowired DataSource database;
  @Autowired JdbcClient db;
  @Autowired Listings listings;
  @Autowired Badges badges;
  @Autowired Completions completions;
  @Autowired ListedOperations operations;
  @Autowired Twins twins;
  @Autowired Preparing preparing;

  private boolean filled;

  /** The country of the seed 7, for who only looks at what no clock of the house changes meanwhile. */
  private void seven() throws SQLException {
    if (!filled) fill(7);
  }

  private void fill(long seed) throws SQLException {
    TestDatabase.one().fresh();
    filled = seed == 7;
    new DemoWorld(database, db, listings, badges, completions, operations, twins, preparing, NOON, false).fill(seed, SMALL);
  }

  /** One number that changes when any line of the ledger, any shift, any name changes. */
  private List<String> fingerprint() {
    return db.sql("""
        select md5(string_agg(e::text, '|' order by id)) from hours.entry e
        union all select md5(string_agg(concat_ws(',', id, opportunity_id, starts_at, capacity, taken), '|' order by id)) from opportunities.shift
        union all select md5(string_agg(concat_ws(',', id, name, email, phone), '|' order by id)) from accounts.account
        union all select md5(string_agg(concat_ws(',', id, name_ar, name_fr, state), '|' order by id)) from organizations.organization
        """).query(String.class).list();
  }

  @Test
  void oneSeedGivesOneCountry() throws SQLException {
    fill(7);
    List<String> first = fingerprint();
    fill(8);
    assertThat(fingerprint()).isNotEqualTo(first);
    fill(7);
    assertThat(fingerprint()).isEqualTo(first);
  }

  @Test
  void mostPeopleGiveFewHoursAndFewGiveMany() throws SQLException {
    seven();
    List<Double> hours = db.sql("select sum(minutes) / 60.0 from hours.entry group by volunteer_id having sum(minutes) > 0 order by 1").query(Double.class).list();
    assertThat(hours.size()).isGreaterThan(200);
    double median = hours.get(hours.size() / 2);
    double best = hours.getLast();
    assertThat(best).isGreaterThan(median * 4);
    assertThat(hours.stream().mapToDouble(h -> h).average().orElseThrow()).isGreaterThan(median);
  }

  @Test
  void fridaysAndSaturdaysAreTheDaysOfVolunteering() throws SQLException {
    seven();
    double weekend = db.sql("select sum(minutes) filter (where extract(isodow from day) in (5, 6))::float8 / sum(minutes) from hours.entry").query(Double.class).single();
    assertThat(weekend).as("two days of seven would be 0.286").isGreaterThan(0.35);
  }

  @Test
  void seatsAndTotalsAreThoseOfTheRowsBeneath() throws SQLException {
    seven();
    assertThat(db.sql("""
        select count(*) from opportunities.shift s
        where taken <> (select coalesce(sum(a.seats), 0) from participation.application a where a.shift_id = s.id and a.state in ('accepted', 'offered'))
        """).query(Long.class).single()).isZero();
    assertThat(db.sql("""
        select count(*) from hours.claim c
        where state = 'confirmed' and minutes <> (select sum(minutes) from hours.entry e where e.claim_id = c.id)
        """).query(Long.class).single()).isZero();
    assertThat(db.sql("select count(*) from hours.entry").query(Long.class).single()).isGreaterThan(500);
    assertThat(db.sql("select count(*) from recognition.walk").query(Long.class).single()).as("badges are computed in the ordinary way").isPositive();
    assertThat(db.sql("select count(*) from opportunities.listing").query(Long.class).single()).isGreaterThan(20);
  }

  @Test
  void somethingWaitsForEverybody() throws SQLException {
    fill(7);
    assertThat(db.sql("select count(*) from participation.application where state = 'pending'").query(Long.class).single()).isPositive();
    assertThat(db.sql("select count(*) from hours.claim where state = 'proposed'").query(Long.class).single()).isPositive();
    assertThat(db.sql("select count(*) from teams.registration").query(Long.class).single()).as("teams take part").isPositive();
    assertThat(db.sql("select count(*) from teams.seat_offer where state = 'offered'").query(Long.class).single()).as("seats look for a stand-in").isPositive();
    assertThat(db.sql("select count(*) from supervision.matter where decided_at is null").query(Long.class).single()).isPositive();
    assertThat(db.sql("""
        select count(*) from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id
        where o.organization_id = 1 and '2026-11-22T11:00Z' between s.starts_at and s.ends_at
        """).query(Long.class).single()).isPositive();
  }
}
