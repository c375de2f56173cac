package dz.linatatawwa.codes;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A public key as a JSON Web Key; whoever has it can check what was signed.
 *  @param x   32 bytes in base64url
 *  @param y   32 bytes in base64url
 *  @param kid the number that codes carry; null for a phone's key */
public record PublicKeyView(@Nullable String kty, @Nullable String crv, @Nullable String x, @Nullable String y, @Nullable String kid) {

  static PublicKeyView of(byte[] key, String kid) {
    return new PublicKeyView("EC", "P-256", text(Arrays.copyOfRange(key, 0, 32)), text(Arrays.copyOfRange(key, 32, 64)), kid);
  }

  /** x and y in 64 bytes; nothing when this is no key of the curve P-256. */
  public Optional<byte[]> bytes() {
    if (!"EC".equals(kty) || !"P-256".equals(crv) || x == null || y == null || x.length() != 43 || y.length() != 43) return Optional.empty();
    try {
      byte[] key = new byte[P256.KEY];
      System.arraycopy(Base64.getUrlDecoder().decode(x), 0, key, 0, 32);
      System.arraycopy(Base64.getUrlDecoder().decode(y), 0, key, 32, 32);
      return P256.key(key).map(good -> key);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
