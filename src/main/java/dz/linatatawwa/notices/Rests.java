package dz.linatatawwa.notices;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Ways out that fail slowly rest: a mail server that answers nothing holds whoever asks it for a quarter of a minute, and codes by another way would stand behind. After a pause one letter asks
 *  whether it is back; while that one asks, the others rest on. */
final class Rests {

  /** Who fails sooner holds nobody up. */
  static final Duration SLOW = Duration.ofSeconds(3);
  static final Duration PAUSE = Duration.ofSeconds(20);

  /** Until when, on the clock of {@link System#nanoTime}. */
  private final Map<String, Long> until = new ConcurrentHashMap<>();

  /** Whether a letter may be given to this way out now. Whoever hears yes after a pause is the one that asks. */
  boolean mayGo(String channel, long now) {
    Long end = until.get(channel);
    return end == null || now - end >= 0 && until.replace(channel, end, now + PAUSE.toNanos());
  }

  /** Without asking it anything. */
  boolean rests(String channel, long now) {
    Long end = until.get(channel);
    return end != null && now - end < 0;
  }

  void failed(String channel, long began, long now) {
    if (now - began >= SLOW.toNanos()) until.put(channel, now + PAUSE.toNanos());
  }

  void well(String channel) {
    until.remove(channel);
  }
}
