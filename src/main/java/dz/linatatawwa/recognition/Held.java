package dz.linatatawwa.recognition;

import java.time.Instant;

/** A badge that somebody holds.
 *  @param badge in the version that was earned
 *  @param nth   how often this person was given it: from 1 */
public record Held(Badge badge, Instant since, int nth) {}
