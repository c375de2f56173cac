package dz.linatatawwa.promotion;

import dz.linatatawwa.site.DataReplaced;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How often each short link was opened, in sum: nothing is kept of who or when. Counted in memory and written down every half minute, so that a crowd that opens one link does not
 *  queue for one row; what was not written when the machine dies is not counted. */
@Component
class Openings {

  private final JdbcClient db;
  private final ConcurrentMap<ShortLink, Long> fresh = new ConcurrentHashMap<>();

  Openings(JdbcClient db) {
    this.db = db;
  }

  void count(ShortLink link) {
    fresh.merge(link, 1L, Long::sum);
  }

  long of(ShortLink link) {
    return fresh.getOrDefault(link, 0L) + db.sql("select times from promotion.opening where kind = :kind and number = :number").param("kind", link.kind().code())
        .param("number", link.number()).query(Long.class).optional().orElse(0L);
  }

  @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
  @PreDestroy
  void write() {
    for (ShortLink link : fresh.keySet()) {
      Long times = fresh.remove(link);
      if (times != null) write(link, times);
    }
  }

  private void write(ShortLink link, long times) {
    try {
      db.sql("""
          insert into promotion.opening as o (kind, number, times) values (:kind, :number, :times) on conflict (kind, number) do update set times = o.times + excluded.times
          """).param("kind", link.kind().code()).param("number", link.number()).param("times", times).update();
    } catch (DataAccessException e) {
      fresh.merge(link, times, Long::sum);
      throw e;
    }
  }

  /** Another database: what was counted belongs to none of it. */
  @EventListener(DataReplaced.class)
  void forget() {
    fresh.clear();
  }
}
