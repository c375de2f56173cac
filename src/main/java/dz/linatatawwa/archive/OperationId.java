package dz.linatatawwa.archive;

/** Names a past operation. */
public record OperationId(long value) {

  public OperationId {
    if (value < 1) throw new IllegalArgumentException("not the id of an operation: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
