package dz.linatatawwa.carriers;

import java.util.Base64;
import java.util.Optional;

/** Where a browser can be reached (RFC 8030), and the keys that only it can read by (RFC 8291).
 *  @param endpoint an https address of the browser's maker
 *  @param p256dh   the browser's public key, 65 bytes
 *  @param auth     a secret of 16 bytes
 *  @param key      number of our key that the browser was told */
public record PushAddress(String endpoint, byte[] p256dh, byte[] auth, int key) {

  static final int LONGEST = 1000;

  public PushAddress {
    if (endpoint.length() > LONGEST || p256dh.length != 65 || p256dh[0] != 4 || auth.length != 16) throw new IllegalArgumentException("not a push address");
    p256dh = p256dh.clone();
    auth = auth.clone();
  }

  /** As a browser's script tells it: keys in base64url. Whether the endpoint is one that we write to, {@link Pushes#admits} says. */
  public static Optional<PushAddress> read(String endpoint, String p256dh, String auth, int key) {
    try {
      Base64.Decoder base64 = Base64.getUrlDecoder();
      return Optional.of(new PushAddress(endpoint, base64.decode(p256dh), base64.decode(auth), key));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public byte[] p256dh() {
    return p256dh.clone();
  }

  @Override
  public byte[] auth() {
    return auth.clone();
  }
}
