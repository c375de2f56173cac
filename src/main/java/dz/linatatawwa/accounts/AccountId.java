package dz.linatatawwa.accounts;

/** Names one account inside the platform; never shown to strangers. */
public record AccountId(long value) {

  public AccountId {
    if (value <= 0) throw new IllegalArgumentException("not an account: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
