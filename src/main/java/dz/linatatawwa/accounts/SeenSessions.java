package dz.linatatawwa.accounts;

import jakarta.annotation.PreDestroy;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Which sessions were used a moment ago, written down together each second: when forty thousand come within a minute, each is in use again after a pause, and a durable write for each would cost as much as what
 *  they came for. A process that is killed loses a second of it, which only says when somebody was seen last. */
@Component
class SeenSessions {

  private static final int AT_ONCE = 2_000;

  private final SessionTable table;
  private final Clock clock;
  private final Set<ByteBuffer> seen = ConcurrentHashMap.newKeySet();

  SeenSessions(SessionTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** @param hash of the session's token */
  void note(ByteBuffer hash) {
    seen.add(hash);
  }

  /** Writes down all that were noted. */
  @Scheduled(fixedDelayString = "${linatatawwa.clock.seen:1s}", initialDelayString = "${linatatawwa.clock.seen:1s}")
  @PreDestroy
  void write() {
    while (!seen.isEmpty()) {
      List<byte[]> some = new ArrayList<>();
      for (Iterator<ByteBuffer> each = seen.iterator(); some.size() < AT_ONCE && each.hasNext(); ) {
        some.add(each.next().array());
        each.remove();
      }
      table.seen(some, clock.instant());
    }
  }
}
