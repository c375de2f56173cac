package dz.linatatawwa.world;

import dz.linatatawwa.outside.Outside;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

/** What tests put in place of the platform's own: the database, the clock, the way out to this machine. */
@TestConfiguration
class TestWorld {

  @Bean
  @Primary
  DataSource testDataSource() {
    return TestDatabase.one().ofPages();
  }

  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource testOwner() {
    return TestDatabase.one();
  }

  @Bean
  @Primary
  Outside testOutside(@Qualifier("outsideCalls") @Lazy Outside real) {
    return new Loopback(real);
  }

  @Bean
  @Primary
  Clock testClock() {
    return TestClock.one();
  }
}
