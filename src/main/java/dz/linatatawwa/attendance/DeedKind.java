package dz.linatatawwa.attendance;

import java.util.Arrays;
import java.util.Optional;

/** What can be done about one person in one shift. */
public enum DeedKind {
  CHECK_IN("check-in"),
  CHECK_OUT("check-out"),
  /** A check-in of somebody without a seat. */
  WALK_IN("walk-in"),
  NO_SHOW("no-show"),
  /** Times put right afterwards. */
  CORRECT("correct"),
  /** Takes another deed back, by its key. */
  UNDO("undo");

  private final String code;

  DeedKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The kind of this code. */
  public static Optional<DeedKind> of(String code) {
    return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
  }

  /** Whether both say the same thing about a person; coming with and without a seat is one. */
  boolean sameAs(DeedKind other) {
    return this == other || (comes() && other.comes());
  }

  boolean comes() {
    return this == CHECK_IN || this == WALK_IN;
  }
}
