package dz.linatatawwa.statistics;

import dz.linatatawwa.integrity.SampleRate;
import java.time.Instant;

/** The nation at one moment, in few numbers: for the front page and for programs.
 *  @param activeMonth   volunteers with 60 counted minutes or more in the last 30 days; negative: not shown
 *  @param activeYear    the same in the last twelve months, this one and eleven before it; negative: not shown
 *  @param minutes       confirmed ever, in the grades that count; negative: not shown
 *  @param minutesYear   of the last twelve months; negative: not shown
 *  @param lateMinutes   confirmed with other grades, which do not count
 *  @param organizations verified
 *  @param opportunities open, with a coming shift
 *  @param placesLeft    of their coming shifts
 *  @param sample        what came of asking a random sample of confirmed hours back */
public record Numbers(Instant asOf, long activeMonth, long activeYear, long minutes, long minutesYear, long lateMinutes, long organizations,
    long opportunities, long placesLeft, SampleRate sample) {}
