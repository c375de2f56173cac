package dz.linatatawwa.accounts;

/** A person's file was asked for by somebody in office who has not said why. */
class ReasonNeeded extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final transient AccessLog.Door door;

  ReasonNeeded(AccessLog.Door door) {
    super("a reason is needed", null, false, false);
    this.door = door;
  }

  AccessLog.Door door() {
    return door;
  }
}
