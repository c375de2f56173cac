package dz.linatatawwa.supervision.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.supervision.Matter;
import java.time.Instant;

/** The clock of a matter in words. */
final class Clocks {

  private Clocks() {}

  static String text(Matter matter, Instant now, Words words) {
    Matter.Verdict verdict = matter.verdict();
    if (verdict != null) return words.text("supervision.clock.decided", words.date(verdict.at()));
    return words.text(matter.overdue(now) ? "supervision.clock.late" : "supervision.clock.left", words.relative(matter.dueAt(), now));
  }
}
