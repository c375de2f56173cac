package dz.linatatawwa.declarations;

/** Names a declaration. */
public record DeclarationId(long value) {

  public DeclarationId {
    if (value < 1) throw new IllegalArgumentException("not the id of a declaration: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
