package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.OrganizationReinstated;
import dz.linatatawwa.organizations.OrganizationSuspended;
import dz.linatatawwa.organizations.OrganizationVerified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the list true as time passes and as organisations gain or lose the right to publish. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ListingClock {

  private static final Logger LOG = LoggerFactory.getLogger(ListingClock.class);
  private static final int AT_ONCE = 500;

  private final JdbcClient db;
  private final Listings listings;

  ListingClock(JdbcClient db, Listings listings) {
    this.db = db;
    this.listings = listings;
  }

  /** What has begun goes on to its next shift, or leaves the list; several nodes may do it at once. */
  @Scheduled(fixedDelayString = "${linatatawwa.clock.listings:30s}", initialDelayString = "5s")
  void roll() {
    try {
      int rolled = AT_ONCE;
      while (rolled == AT_ONCE) {
        rolled = db.sql("select opportunities.roll_listings(now(), :most)").param("most", AT_ONCE).query(Integer.class).single();
      }
    } catch (DataAccessException e) {
      LOG.warn("the list of opportunities was not rolled on: {}", e.getMessage());
    }
  }

  /** In the transaction of the decision: what a suspended organisation offers leaves the list with it. */
  @EventListener
  void on(OrganizationVerified verified) {
    listings.refreshOf(verified.organization().value());
  }

  @EventListener
  void on(OrganizationReinstated reinstated) {
    listings.refreshOf(reinstated.organization().value());
  }

  @EventListener
  void on(OrganizationSuspended suspended) {
    listings.refreshOf(suspended.organization().value());
  }
}
