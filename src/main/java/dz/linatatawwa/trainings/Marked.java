package dz.linatatawwa.trainings;

import org.jspecify.annotations.Nullable;

/** What became of a deed at the door of a session.
 *  @param outcome {@code came}, {@code already}, {@code undone}, or why not: {@code closed}, {@code early}, {@code unreadable}, {@code not-registered}, or a refusal
 *                 of {@code codes.Reading.Why}
 *  @param name    of the person, where it is somebody of this session */
public record Marked(String outcome, @Nullable String name) {

  public boolean done() {
    return outcome.equals("came") || outcome.equals("already") || outcome.equals("undone");
  }

  /** The key of the sentence that says it; a name is its argument. */
  public String key() {
    return outcome.startsWith("code-") ? "codes.refusal." + outcome : "trainings.door." + outcome;
  }
}
