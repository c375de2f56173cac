package dz.linatatawwa.integrity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Draws claims by a seed: whoever knows it draws the same ones again, and before it is made nobody knows which ones.
 *  @param seed     kept with the draw
 *  @param permille how many of a thousand are drawn */
record Draw(String seed, int permille) {

  private static final long OF_ALL = 1L << 32;

  /** The first four bytes of sha256(seed ':' claim), as a share of 2^32, lie below the share that is drawn. */
  boolean picks(long claim) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest((seed + ":" + claim).getBytes(StandardCharsets.UTF_8));
      return Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt()) * 1000 / OF_ALL < permille;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Long> from(List<Long> claims) {
    return claims.stream().filter(this::picks).toList();
  }
}
