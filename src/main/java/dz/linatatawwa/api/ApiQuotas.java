package dz.linatatawwa.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts calls in whole minutes. Keys are counted in the database, all nodes together; who comes without a key is counted by their network, on each node for itself, so that
 *  a stranger never makes us write. */
@Component
public class ApiQuotas {

  private static final int WINDOW_SECONDS = 60;
  private static final int GENEROUS = 1000;
  private static final int NETWORKS = 20_000;

  private final JdbcClient db;
  private final Clock clock;
  private final int ofKey;
  private final int ofNetwork;
  private final Cache<String, AtomicInteger> networks = Caffeine.newBuilder().maximumSize(NETWORKS).expireAfterWrite(Duration.ofSeconds(2L * WINDOW_SECONDS)).build();

  /** @param generous as of the other doors: a thousand times as much */
  ApiQuotas(JdbcClient db, Clock clock, @Value("${linatatawwa.api.calls-of-key:600}") int ofKey, @Value("${linatatawwa.api.calls-of-network:1200}") int ofNetwork,
      @Value("${linatatawwa.doors.generous:${linatatawwa.demo:false}}") boolean generous) {
    this.db = db;
    this.clock = clock;
    this.ofKey = generous ? ofKey * GENEROUS : ofKey;
    this.ofNetwork = generous ? ofNetwork * GENEROUS : ofNetwork;
  }

  /** Counts a call by this key. */
  public Quota take(ApiKey key) {
    Instant start = start();
    int used = db.sql("""
        insert into api.used as u (key_id, since, times) values (:key, :since, 1)
        on conflict (key_id, since) do update set times = least(u.times + 1, 1000000000)
        returning times
        """).param("key", key.id()).param("since", Timestamp.from(start)).query(Integer.class).single();
    return quota("key", ofKey, used, start);
  }

  /** Counts a call from this network. */
  public Quota take(String network) {
    Instant start = start();
    AtomicInteger used = networks.get(network + " " + start.getEpochSecond(), counted -> new AtomicInteger());
    return quota("network", ofNetwork, used.incrementAndGet(), start);
  }

  int forgetBefore(Instant moment, int most) {
    return db.sql("delete from api.used where (key_id, since) in (select key_id, since from api.used where since < :before limit :most)")
        .param("before", Timestamp.from(moment)).param("most", most).update();
  }

  private Quota quota(String policy, int most, int used, Instant start) {
    int resets = (int) Math.max(1, Duration.between(clock.instant(), start.plusSeconds(WINDOW_SECONDS)).toSeconds());
    return new Quota(policy, most, WINDOW_SECONDS, most - used, resets);
  }

  private Instant start() {
    return Instant.ofEpochSecond(clock.instant().getEpochSecond() / WINDOW_SECONDS * WINDOW_SECONDS);
  }
}
