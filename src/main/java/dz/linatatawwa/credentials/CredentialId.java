package dz.linatatawwa.credentials;

import java.util.UUID;

/** Names one credential; random, so that nobody guesses it. */
public record CredentialId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
