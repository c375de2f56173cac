package dz.linatatawwa.reports;

import java.time.Duration;

/** What came of a report. */
public sealed interface Filed {

  /** It is counted. */
  record Counted(long concern) implements Filed {}

  /** The same person reported the same thing already, and it waits: it counts once. */
  record Again(long concern) implements Filed {}

  /** So many came from there that it must wait. */
  record TooOften(Duration pause) implements Filed {}

  /** Nobody sees the thing any more. */
  record Gone() implements Filed {}
}
