package dz.linatatawwa.world;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What tests put in place of the platform's own: the database. */
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
  Clock testClock() {
    return TestClock.one();
  }
}
