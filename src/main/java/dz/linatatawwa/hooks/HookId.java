package dz.linatatawwa.hooks;

/** Names one address that is told. */
public record HookId(long value) {

  public HookId {
    if (value < 1) throw new IllegalArgumentException("not the id of a hook: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
