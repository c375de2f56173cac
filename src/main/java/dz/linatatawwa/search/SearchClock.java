package dz.linatatawwa.search;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Brings what can be found on, a second after it changed. */
@Configuration
@EnableScheduling
class SearchClock {

  private static final Logger LOG = LoggerFactory.getLogger(SearchClock.class);

  private final SearchKeeping keeping;

  SearchClock(SearchKeeping keeping) {
    this.keeping = keeping;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.search:1s}", initialDelayString = "${linatatawwa.clock.search-first:4s}")
  void bringOn() {
    quietly(keeping::bringOn);
  }

  @Scheduled(fixedDelayString = "1h", initialDelayString = "7m")
  void hourly() {
    quietly(keeping::lookAtRestless);
  }

  @Scheduled(cron = "0 50 3 * * *", zone = "Africa/Algiers")
  void nightly() {
    quietly(keeping::sweep);
  }

  private static void quietly(Runnable deed) {
    try {
      deed.run();
    } catch (DataAccessException e) {
      LOG.warn("what can be found was not brought on: {}", e.getMessage());
    }
  }
}
