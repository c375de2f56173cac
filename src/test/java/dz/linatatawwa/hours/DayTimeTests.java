package dz.linatatawwa.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.language.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DayTimeTests {

  @Test
  void aShiftOverMidnightCountsOnBothDays() {
    assertThat(DayTime.of(at("2026-12-04T22:30"), at("2026-12-05T02:00"), 210))
        .containsExactly(new DayTime(LocalDate.of(2026, 12, 4), 90), new DayTime(LocalDate.of(2026, 12, 5), 120));
  }

  @Test
  void midnightIsAlgiersMidnight() {
    assertThat(DayTime.of(Instant.parse("2026-12-04T22:30:00Z"), Instant.parse("2026-12-04T23:30:00Z"), 60))
        .containsExactly(new DayTime(LocalDate.of(2026, 12, 4), 30), new DayTime(LocalDate.of(2026, 12, 5), 30));
  }

  @Test
  void aTimeThatEndsAtMidnightLiesOnOneDay() {
    assertThat(DayTime.of(at("2026-12-04T22:00"), at("2026-12-05T00:00"), 120)).containsExactly(new DayTime(LocalDate.of(2026, 12, 4), 120));
  }

  @Test
  void secondsNeverMakeAMinuteTwice() {
    assertThat(DayTime.of(at("2026-12-04T23:59:30"), at("2026-12-05T00:00:35"), 1)).containsExactly(new DayTime(LocalDate.of(2026, 12, 5), 1));
  }

  @Test
  void thePartsAlwaysAddUp() {
    Random random = new Random(5122026);
    for (int round = 0; round < 5_000; round++) {
      Instant from = at("2026-12-01T00:00").plusSeconds(random.nextInt(7 * 86_400));
      int seconds = 60 + random.nextInt(24 * 3600 - 60);
      int minutes = 1 + random.nextInt(seconds / 60);
      var days = DayTime.of(from, from.plusSeconds(seconds), minutes);
      assertThat(days.stream().mapToInt(DayTime::minutes).sum()).isEqualTo(minutes);
      assertThat(days).allSatisfy(day -> assertThat(day.minutes()).isBetween(1, 1440));
    }
  }

  @Test
  void moreMinutesThanTheSpanHoldsIsAFault() {
    assertThatThrownBy(() -> DayTime.of(at("2026-12-04T10:00"), at("2026-12-04T11:00"), 61)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(Words.ZONE).toInstant();
  }
}
