package dz.linatatawwa.database;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Figures;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures say of which moment they are, and a follower is behind. */
@WorldTest
class FollowedFiguresTests {

  private static final Set<Breakdown> ALL = EnumSet.allOf(Breakdown.class);
  private static final Question EVERYTHING = Question.nation(Period.everTo(LocalDate.of(2026, 12, 31)));

  @Autowired Figures figures;

  @Test
  void figuresReadFromAFollowerAreOfTheMomentThatItShows() {
    Instant now = TestClock.one().instant();
    Instant shown = now.minus(Duration.ofSeconds(7));
    Reading.mayLag(Instant.EPOCH);
    try {
      assertThat(figures.movement(EVERYTHING).asOf()).as("of the leader").isAfterOrEqualTo(now);
      Reading.sees(shown);
      assertThat(figures.movement(EVERYTHING).asOf()).isEqualTo(shown);
      assertThat(figures.answer(Question.nation(Period.year(2026)), ALL).asOf()).as("counted for all on the leader").isAfterOrEqualTo(now);
    } finally {
      Reading.strictly();
    }
  }
}
