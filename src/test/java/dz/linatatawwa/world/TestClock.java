package dz.linatatawwa.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the tests: the real time, until a test goes ahead. A fresh database brings it back. */
public final class TestClock extends Clock {

  private static final TestClock ONE = new TestClock();

  private volatile Duration ahead = Duration.ZERO;

  private TestClock() {}

  public static TestClock one() {
    return ONE;
  }

  /** So much later than it was. */
  public void goAhead(Duration time) {
    ahead = ahead.plus(time);
  }

  public void back() {
    ahead = Duration.ZERO;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), ahead);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }
}
