package dz.linatatawwa.codes;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The changing code that a leader's phone shows and volunteers scan with their own: the site is there, and so are they. */
public final class SiteCodes {

  /** A new code begins each ten seconds. */
  public static final Duration STEP = Duration.ofSeconds(10);

  /** How long after its beginning a code is good. */
  public static final Duration FRESH = Duration.ofSeconds(30);

  /** How far the leader's clock may be ahead of the volunteer's. */
  static final Duration AHEAD = Duration.ofSeconds(10);

  private static final int LENGTH = 8 + 4 + 64;

  private SiteCodes() {}

  /** What stands behind {@code /here#}.
   *  @param step the number of ten seconds since 1970 */
  public record SiteCode(long kit, long step, byte[] signature) {

    /** Whether the phone of this key made the code.
     *  @param kitKey public key of the kit's phone, x and y in 64 bytes */
    public boolean signedBy(byte[] kitKey) {
      byte[] message = ByteBuffer.allocate(12).putLong(kit).putInt((int) step).array();
      return P256.key(kitKey).filter(key -> P256.signed(key, message, signature)).isPresent();
    }

    /** Whether it was on the leader's screen at about this time.
     *  @param at when the volunteer's phone read it, by the corrected clock */
    public boolean isGoodAt(Instant at) {
      Instant begins = Instant.ofEpochSecond(step * STEP.toSeconds());
      return !at.isAfter(begins.plus(FRESH)) && !at.isBefore(begins.minus(AHEAD));
    }
  }

  /** Nothing for a text that is no site code. */
  public static Optional<SiteCode> read(String fragment) {
    if (fragment.length() != (LENGTH * 8 + 5) / 6) return Optional.empty();
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(fragment);
      if (bytes.length != LENGTH) return Optional.empty();
      ByteBuffer in = ByteBuffer.wrap(bytes);
      return Optional.of(new SiteCode(in.getLong(), Integer.toUnsignedLong(in.getInt()), Arrays.copyOfRange(bytes, 12, LENGTH)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
