package dz.linatatawwa.site;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** How many requests are inside, and for whom there is room: the fuller it is, the fewer kinds of requests are let in, so that who stands at a meeting point
 *  is still checked in when nobody may search any more. */
final class Crowd {

  /** What a request is for; the first is the last to be refused. */
  enum Kind {
    CHECK_IN(100), BOOKING(85), BROWSE(70), EXPORT(35);

    private final int percent;

    Kind(int percent) {
      this.percent = percent;
    }

    static Kind of(String method, String path) {
      if (path.startsWith("/api/shifts/") || path.startsWith("/api/kits/") || path.startsWith("/api/arrivals") || path.endsWith("/attendance") || path.contains("/door/")
          || path.endsWith("/arrivals") || path.startsWith("/departures/")) return CHECK_IN;
      if (path.endsWith(".csv") || path.endsWith(".pdf") || path.endsWith(".zip") || path.endsWith(".json.yaml")) return EXPORT;
      return method.equals("GET") || method.equals("HEAD") ? BROWSE : BOOKING;
    }
  }

  private final int most;
  private final AtomicInteger inside = new AtomicInteger();
  private final LongAdder refused = new LongAdder();

  Crowd(int most) {
    this.most = most;
  }

  /** Lets one in, or not; who is let in leaves by {@link #leave()}. */
  boolean enter(Kind kind) {
    if (inside.incrementAndGet() <= Math.max(1, (int) ((long) most * kind.percent / 100))) return true;
    inside.decrementAndGet();
    refused.increment();
    return false;
  }

  void leave() {
    inside.decrementAndGet();
  }

  /** Requests for which there was no room, since the start. */
  long refused() {
    return refused.sum();
  }

  int inside() {
    return inside.get();
  }
}
