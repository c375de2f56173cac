package dz.linatatawwa.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryRulesTests {

  @Test
  void tenTriesInThreeDaysAndThenNoMore() {
    List<Duration> pauses = new ArrayList<>();
    for (int tries = 1; RetryRules.next(tries, Optional.empty(), 0.5).isPresent(); tries++) pauses.add(RetryRules.next(tries, Optional.empty(), 0.5).orElseThrow());
    assertThat(pauses).hasSize(RetryRules.tries() - 1).isSorted().startsWith(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30));
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isBetween(Duration.ofDays(3), Duration.ofDays(4));
  }

  @Test
  void whatFailedTogetherDoesNotComeBackTogether() {
    List<Long> pauses = IntStream.rangeClosed(0, 10).mapToObj(tenth -> RetryRules.next(3, Optional.empty(), tenth / 10.0).orElseThrow().toSeconds()).toList();
    assertThat(pauses).doesNotHaveDuplicates().allSatisfy(seconds -> assertThat(seconds).isBetween(1440L, 2160L));
  }

  @Test
  void aReceiverMayAskToBeLeftAloneForADayAtMost() {
    assertThat(RetryRules.next(1, Optional.of(Duration.ofMinutes(10)), 0.5)).contains(Duration.ofMinutes(10));
    assertThat(RetryRules.next(1, Optional.of(Duration.ofDays(400)), 0.5)).contains(Duration.ofDays(1));
    assertThat(RetryRules.next(5, Optional.of(Duration.ofSeconds(1)), 0.5)).contains(Duration.ofHours(5));
  }

  @Test
  void readsSecondsAndMomentsAndNothingElse() {
    Instant now = Instant.parse("2026-12-05T08:00:00Z");
    assertThat(Carrying.pause("120", now)).contains(Duration.ofMinutes(2));
    assertThat(Carrying.pause("Sat, 05 Dec 2026 08:05:00 GMT", now)).contains(Duration.ofMinutes(5));
    for (String no : List.of("soon", "-4", "99999999999999", "Sat, 05 Dec 2020 08:05:00 GMT", "")) assertThat(Carrying.pause(no, now)).as(no).isEmpty();
    assertThat(Carrying.pause(null, now)).isEmpty();
  }
}
