package dz.linatatawwa.participation;

import org.jspecify.annotations.Nullable;

/** Which applications of an organisation are shown; the state lives in the address.
 *  @param state one of application's states, or {@code all}; without one: pending
 *  @param overdue only those past their clock */
public record ApplicantFilter(@Nullable String state, @Nullable Long opportunity, @Nullable Long shift, @Nullable Boolean overdue) {

  /** The state that is asked for; empty for all. */
  public String stateOrPending() {
    if (state == null || state.isBlank()) return "pending";
    return state.equals("all") ? "" : state;
  }

  public boolean onlyOverdue() {
    return Boolean.TRUE.equals(overdue);
  }
}
