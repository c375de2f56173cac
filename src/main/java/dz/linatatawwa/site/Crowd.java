package dz.linatatawwa.site;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many requests are inside, and for whom there is room: the fuller it is, the fewer kinds of requests are let in, so that who stands at a meeting point
 *  is still checked in when nobody may search any more. Who finds no room waits a moment in a short line of their kind; who would wait longer hears so at once.
 *  Few are inside at a time: two processors answer sixteen searches as fast as a hundred and forty, and need a tenth of the memory for it. */
final class Crowd {

  /** What a request is for; the first is the last to be refused, and the first to be let in of those who wait. */
  enum Kind {
    CHECK_IN(100, Duration.ofSeconds(2), 1), BOOKING(85, Duration.ofMillis(300), 1), BROWSE(70, Duration.ofMillis(60), 1), EXPORT(35, Duration.ofMillis(25), 4);

    private final int percent;
    private final Duration patience;
    private final int part;

    /** @param part of a line's length: longer than those who come in within their patience it only costs; together with those who are inside sixty-four may ask for pages on two processors */
    Kind(int percent, Duration patience, int part) {
      this.percent = percent;
      this.patience = patience;
      this.part = part;
    }

    /** So long somebody waits at most. */
    Duration patience() {
      return patience;
    }

    static Kind of(String method, String path) {
      if (path.startsWith("/api/shifts/") || path.startsWith("/api/kits/") || path.startsWith("/api/arrivals") || path.endsWith("/attendance") || path.contains("/door/")
          || path.endsWith("/arrivals") || path.startsWith("/departures/")) return CHECK_IN;
      // who comes to a meeting point asks first who they are
      if (path.equals("/api/session")) return BOOKING;
      if (path.endsWith(".csv") || path.endsWith(".pdf") || path.endsWith(".zip") || path.endsWith(".json.yaml")) return EXPORT;
      return method.equals("GET") || method.equals("HEAD") ? BROWSE : BOOKING;
    }
  }

  /** Who waits of one kind. */
  private static final class Line {
    private final Condition free;
    private volatile int waiting;

    Line(Condition free) {
      this.free = free;
    }
  }

  private final int most;
  private final int longest;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Kind, Line> lines = new EnumMap<>(Kind.class);
  private final LongAdder refused = new LongAdder();
  private final LongAdder refusedOnDoorstep = new LongAdder();
  /** Changed under the lock only, as who waits is. */
  private volatile int inside;

  /** @param most    requests that are answered at one time
   *  @param longest of one kind that wait at one time, of exports a quarter; 0: nobody waits */
  Crowd(int most, int longest) {
    this.most = most;
    this.longest = longest;
    for (Kind kind : Kind.values()) lines.put(kind, new Line(lock.newCondition()));
  }

  /** Lets one in, perhaps after a moment, or not; who is let in leaves by {@link #leave()}. */
  boolean enter(Kind kind) {
    boolean in = let(kind);
    if (!in) refused.increment();
    return in;
  }

  private boolean let(Kind kind) {
    lock.lock();
    try {
      Line line = line(kind);
      if (line.waiting == 0 && hasRoom(kind)) {
        inside++;
        return true;
      }
      return line.waiting < length(kind) && await(kind, line);
    } finally {
      lock.unlock();
    }
  }

  private boolean await(Kind kind, Line line) {
    line.waiting++;
    try {
      for (long left = kind.patience.toNanos(); !hasRoom(kind); left = line.free.awaitNanos(left)) if (left <= 0) return false;
      inside++;
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      line.waiting--;
      callNext();
    }
  }

  void leave() {
    lock.lock();
    try {
      inside--;
      callNext();
    } finally {
      lock.unlock();
    }
  }

  /** The longest waiting of the most urgent kind that there is room for. */
  private void callNext() {
    for (Kind kind : Kind.values()) {
      if (line(kind).waiting > 0 && hasRoom(kind)) {
        line(kind).free.signal();
        return;
      }
    }
  }

  private boolean hasRoom(Kind kind) {
    return inside < limit(kind);
  }

  private int limit(Kind kind) {
    return Math.max(1, (int) ((long) most * kind.percent / 100));
  }

  private Line line(Kind kind) {
    Line line = lines.get(kind);
    if (line == null) throw new IllegalStateException("no line for " + kind);
    return line;
  }

  /** So many of this kind may always wait. */
  int length(Kind kind) {
    return longest / kind.part;
  }

  /** So many more of this kind would be let in now; below nought where some wait already. A moment later it may be otherwise. */
  int room(Kind kind) {
    return limit(kind) - inside - line(kind).waiting;
  }

  /** Somebody was refused who was not even let to the door. */
  void countRefusedOnDoorstep() {
    refusedOnDoorstep.increment();
  }

  /** Of all who were refused. */
  long refusedOnDoorstep() {
    return refusedOnDoorstep.sum();
  }

  /** Requests for which there was no room, since the start. */
  long refused() {
    return refused.sum() + refusedOnDoorstep.sum();
  }

  int inside() {
    return inside;
  }

  /** Of all kinds. */
  int waiting() {
    lock.lock();
    try {
      return lines.values().stream().mapToInt(line -> line.waiting).sum();
    } finally {
      lock.unlock();
    }
  }
}
