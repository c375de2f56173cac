package dz.linatatawwa.statistics;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who offers and what is open now: no hours, no persons. */
@Repository
class OfferCount {

  private final JdbcClient db;

  OfferCount(JdbcClient db) {
    this.db = db;
  }

  /** Open, with a coming shift, by wilaya; {@code ""} from anywhere. */
  Map<String, Long> opportunities() {
    return counted("select coalesce(wilaya_code, '') as code, count(*) as number from opportunities.listing where next_start > now() group by 1");
  }

  /** Verified, by the wilaya of their seat. */
  Map<String, Long> organizations() {
    return counted("select wilaya_code as code, count(*) as number from organizations.public_organization where state = 'verified' group by 1");
  }

  long placesLeft() {
    return db.sql("select coalesce(sum(seats_left), 0) from opportunities.listing where next_start > now()").query(Long.class).single();
  }

  private Map<String, Long> counted(String sql) {
    Map<String, Long> found = new HashMap<>();
    db.sql(sql).query(row -> {
      found.put(row.getString("code"), row.getLong("number"));
    });
    return found;
  }
}
