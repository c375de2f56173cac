package dz.linatatawwa.statistics;

import dz.linatatawwa.opportunities.OpenOffer;
import dz.linatatawwa.opportunities.Opportunities;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who offers and what is open now: no hours, no persons. */
@Repository
class OfferCount {

  private final JdbcClient db;
  private final Opportunities opportunities;

  OfferCount(JdbcClient db, Opportunities opportunities) {
    this.db = db;
    this.opportunities = opportunities;
  }

  /** With a coming shift, by wilaya; {@code ""} from anywhere. As the search finds them, which has them in memory. */
  Map<String, OpenOffer> open() {
    return opportunities.open();
  }

  /** Verified, by the wilaya of their seat. */
  Map<String, Long> organizations() {
    Map<String, Long> found = new HashMap<>();
    db.sql("select wilaya_code as code, count(*) as number from organizations.public_organization where state = 'verified' group by 1").query(row -> {
      found.put(row.getString("code"), row.getLong("number"));
    });
    return found;
  }
}
