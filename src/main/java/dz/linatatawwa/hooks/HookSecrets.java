package dz.linatatawwa.hooks;

import dz.linatatawwa.keys.Sealing;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Secrets with which messages are signed: 32 random bytes, known to us and to one receiver, sealed in the database. */
@Component
class HookSecrets {

  private static final int BYTES = 32;
  private static final String PREFIX = "whsec_";

  private final Sealing sealing;
  private final SecureRandom random = new SecureRandom();

  HookSecrets(@Value("${linatatawwa.data:data}") Path data) {
    this.sealing = new Sealing(data, "hooks");
  }

  byte[] make() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /** As the receiver is given it, once. */
  static String text(byte[] secret) {
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  byte[] close(byte[] secret, HookId of) {
    return sealing.close(secret, "hook " + of);
  }

  byte[] open(byte[] sealed, HookId of) {
    return sealing.open(sealed, "hook " + of);
  }
}
