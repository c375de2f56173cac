package dz.linatatawwa.notices;

import dz.linatatawwa.keys.KeyFolder;
import dz.linatatawwa.keys.KeyKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Short links by which somebody does one thing without signing in: a number and a mark of the platform's own key over what it is for. Whoever has the
 *  link may do that one thing and nothing else. A link alone does nothing: programs that look through mail open every one of them. */
@Component
public class SignedLinks {

  /** 96 bits: a guess is right once in 8 × 10^28. */
  private static final int MARK = 12;

  private final KeyFolder folder;
  private volatile @Nullable SecretKeySpec key;

  SignedLinks(@Value("${linatatawwa.data:data}") Path data) {
    this.folder = new KeyFolder(data, KeyKind.ED25519);
  }

  /** A token of letters, digits, hyphens and underscores, at most 27 long.
   *  @param purpose what it is for: a token for one thing opens nothing else */
  public String token(String purpose, long number) {
    if (number < 0) throw new IllegalArgumentException("not a number of ours: " + number);
    byte[] digits = shortest(number);
    byte[] whole = Arrays.copyOf(digits, digits.length + MARK);
    System.arraycopy(mark(purpose, number), 0, whole, digits.length, MARK);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** The number of a token for this purpose; nothing for whatever else. */
  public OptionalLong read(String purpose, String token) {
    if (token.length() > 27) return OptionalLong.empty();
    try {
      byte[] whole = Base64.getUrlDecoder().decode(token);
      int length = whole.length - MARK;
      if (length < 1 || length > Long.BYTES) return OptionalLong.empty();
      long number = 0;
      for (int i = 0; i < length; i++) number = number << 8 | whole[i] & 0xff;
      if (number < 0) return OptionalLong.empty();
      boolean ours = MessageDigest.isEqual(token(purpose, number).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.US_ASCII));
      return ours ? OptionalLong.of(number) : OptionalLong.empty();
    } catch (IllegalArgumentException unreadable) {
      return OptionalLong.empty();
    }
  }

  private static byte[] shortest(long number) {
    int length = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(number) + 7) / 8);
    byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    return Arrays.copyOfRange(all, Long.BYTES - length, Long.BYTES);
  }

  private byte[] mark(String purpose, long number) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key());
      mac.update((purpose + "\0" + number).getBytes(StandardCharsets.UTF_8));
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) key = known = new SecretKeySpec(folder.secret("links"), "HmacSHA256");
    return known;
  }
}
