package dz.linatatawwa.accounts;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 with HMAC-SHA-256, 20,000 rounds: what is kept of secrets with fewer than 112 bits, so that a stolen table gives none of them away (OWASP ASVS 5.0, 6.5.2). Fifty random bits
 *  and these rounds are 2 to the 64 hashes for one code; more rounds would only make the ten codes of a page wait for seconds. */
final class SlowHash {

  static final int SALT = 16;
  private static final int ROUNDS = 20_000;
  private static final int BITS = 256;

  private SlowHash() {}

  static byte[] of(String secret, byte[] salt) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(new PBEKeySpec(secret.toCharArray(), salt, ROUNDS, BITS)).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2", e);
    }
  }
}
