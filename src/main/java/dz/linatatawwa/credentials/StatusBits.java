package dz.linatatawwa.credentials;

import dz.linatatawwa.site.DataReplaced;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SequencedCollection;
import java.util.LinkedHashSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives each new credential a bit at random in the newest status list, so that a list tells nobody who was issued when. A list is left for the next one
 *  when half of it is taken: then one draw in two still finds a free bit. */
@Component
class StatusBits {

  /** Bits of a list: the least that the Recommendation allows. */
  static final int SIZE = 131_072;

  private static final int FULL = SIZE / 2;
  private static final int DRAWN_BLINDLY = 4_096;
  private static final Duration COUNTED = Duration.ofMinutes(1);

  private final StatusTable table;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private int list;
  private int drawn;
  private Instant countedAt = Instant.EPOCH;

  StatusBits(StatusTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** The list in which new credentials get their bit. */
  synchronized int list(int wanted) {
    Instant now = clock.instant();
    drawn += wanted;
    if (drawn > DRAWN_BLINDLY || Duration.between(countedAt, now).abs().compareTo(COUNTED) > 0) {
      StatusTable.Newest newest = table.newest();
      list = newest.taken() < FULL ? newest.number() : newest.number() + 1;
      drawn = wanted;
      countedAt = now;
    }
    return list;
  }

  /** So many different places, drawn at random; some may be taken. */
  List<Integer> draw(int wanted) {
    SequencedCollection<Integer> places = new LinkedHashSet<>();
    while (places.size() < wanted) places.add(random.nextInt(SIZE));
    return List.copyOf(places);
  }

  @EventListener(DataReplaced.class)
  synchronized void forget() {
    countedAt = Instant.EPOCH;
  }
}
