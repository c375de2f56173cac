package dz.linatatawwa.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A way out that fails slowly, and the others beside it. */
class RestsTests {

  private static final long START = Long.MAX_VALUE - Duration.ofSeconds(30).toNanos(); // the clock of nanoseconds may turn over

  private final Rests rests = new Rests();

  @Test
  void whoFailsAtOnceHoldsNobodyUpAndDoesNotRest() {
    rests.failed("email", START, after(1));
    assertThat(rests.rests("email", after(1))).isFalse();
    assertThat(rests.mayGo("email", after(1))).isTrue();
  }

  @Test
  void whoFailsSlowlyRestsAndTheOthersGoOn() {
    rests.failed("email", START, after(15));
    assertThat(rests.rests("email", after(16))).isTrue();
    assertThat(rests.mayGo("email", after(16))).isFalse();
    assertThat(rests.mayGo("sms", after(16))).isTrue();
  }

  @Test
  void afterThePauseOneAsksAndTheOthersRestOnUntilItIsBack() {
    rests.failed("email", START, after(15));
    assertThat(rests.mayGo("email", after(36))).isTrue();
    assertThat(rests.mayGo("email", after(37))).as("one is asking").isFalse();
    rests.well("email");
    assertThat(rests.mayGo("email", after(38))).isTrue();
    assertThat(rests.mayGo("email", after(38))).isTrue();
  }

  private static long after(int seconds) {
    return START + Duration.ofSeconds(seconds).toNanos();
  }
}
