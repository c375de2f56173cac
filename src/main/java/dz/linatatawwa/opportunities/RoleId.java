package dz.linatatawwa.opportunities;

/** Names a role within a shift. */
public record RoleId(long value) {

  public RoleId {
    if (value < 1) throw new IllegalArgumentException("not the id of a role within a shift: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
