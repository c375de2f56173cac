package dz.linatatawwa.door;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.hours.LedgerVerb;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hostile inputs to every form and every operation, drawn from a seed. In the tests the same number on every machine ({@code -Dfuzz.inputs}), so that a fast one finds what a slow one
 *  finds; {@code bin/fuzz} goes on for as long as it is told ({@code -Dfuzz.seconds}). */
@WorldTest
class FuzzTests {

  private static final long SEED = Long.getLong("fuzz.seed", 20261205);
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 2_000);
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 0);
  private static final int BRAKE_SECONDS = 600;
  private static final long MOST_GROWTH = 250L << 20;
  private static final List<Role> SENDERS = List.of(Role.NOBODY, Role.VOLUNTEER, Role.MINOR, Role.OWNER, Role.COORDINATOR, Role.HEAD, Role.WILAYA, Role.NATION, Role.ADMINISTRATOR);

  @Autowired ApplicationContext rooms;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  private DoorCountry country;

  @BeforeEach
  void fill() throws SQLException {
    country = DoorCountry.isFilled() ? DoorCountry.filled(port) : DoorCountry.fill(rooms, port);
  }

  @Test
  void noHostileInputBreaksAnythingOrIsShownAsItCame() {
    try (LogWatch log = new LogWatch()) {
      Fuzzer fuzzer = new Fuzzer(country, port, RandomGeneratorFactory.of("L64X128MixRandom").create(SEED)).learn(SENDERS);
      assertThat(fuzzer.known()).as("forms and operations that were found").isGreaterThan(200);
      long before = used();
      long end = System.nanoTime() + Duration.ofSeconds(SECONDS > 0 ? SECONDS : BRAKE_SECONDS).toNanos();
      for (int i = 0; i < INPUTS && System.nanoTime() < end; i++) fuzzer.once();
      System.out.println("fuzz: seed " + SEED + ", " + fuzzer.sent() + " inputs to " + fuzzer.known() + " forms and operations, answers " + fuzzer.answers());
      assertThat(fuzzer.faults()).isEmpty();
      if (SECONDS == 0) assertThat(fuzzer.sent()).as("inputs in " + BRAKE_SECONDS + " s").isEqualTo(INPUTS);
      assertThat(log.faults()).isEmpty();
      assertThat(used() - before).as("bytes of memory that grew").isLessThan(MOST_GROWTH);
      assertThat(fuzzer.answers()).as("that inputs also got through").containsKeys("200", "303", "422");
      rulesHold();
    }
  }

  @Test
  void noBrokenRequestBreaksTheServer() {
    Visit coordinator = country.visit(Role.COORDINATOR, DoorCountry.HOME);
    try (LogWatch log = new LogWatch()) {
      assertThat(RawRequests.faults(port, RawRequests.all(coordinator.cookies().get(SignIn.COOKIE), coordinator.token()))).isEmpty();
      assertThat(log.faults()).isEmpty();
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** What must be true of the country whatever was sent. */
  private void rulesHold() {
    none("shifts with more people than seats", "select count(*) from opportunities.shift where taken > capacity or taken < 0");
    none("sessions of trainings with more people than places", "select count(*) from trainings.session where taken > capacity");
    none("benefits given beyond their quota", "select count(*) from rewards.benefit where granted > quota");
    none("claims whose lines do not add up", """
        select count(*) from hours.claim c where c.state = 'confirmed' and c.minutes <> (select coalesce(sum(e.minutes), 0) from hours.entry e where e.claim_id = c.id)""");
    none("people who confirmed their own hours", "select count(*) from hours.claim where decided_by = volunteer_id");
    none("names that turn what stands beside them", """
        select (select count(*) from accounts.account where name ~ '[\\u202a-\\u202e\\u2066-\\u2069]') + (select count(*) from organizations.organization where name_ar ~ '[\\u202a-\\u202e\\u2066-\\u2069]')
          + (select count(*) from opportunities.opportunity where title ~ '[\\u202a-\\u202e\\u2066-\\u2069]') + (select count(*) from trainings.training where name_ar ~ '[\\u202a-\\u202e\\u2066-\\u2069]')
          + (select count(*) from programmes.programme where name_ar ~ '[\\u202a-\\u202e\\u2066-\\u2069]') + (select count(*) from rewards.benefit where name_ar ~ '[\\u202a-\\u202e\\u2066-\\u2069]')""");
    none("administrators who were not appointed", "select count(*) from accounts.account where administrator and id <> 1");
    int verified = rooms.getBeansOfType(LedgerVerb.class).values().stream().filter(verb -> verb.name().equals("verify")).mapToInt(verb -> verb.run(List.of())).sum();
    assertThat(verified).as("bin/ledger verify").isZero();
  }

  private void none(String what, String sql) {
    assertThat(db.sql(sql).query(Long.class).single()).as(what).isZero();
  }
}
