package dz.linatatawwa.codes;

import dz.linatatawwa.keys.KeyFolder;
import dz.linatatawwa.keys.KeyKind;
import dz.linatatawwa.keys.KeyRing;
import dz.linatatawwa.keys.KnownKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs with the platform's own key (ES256) and checks what it signed, also with keys that no longer sign. */
@Component
public class Signer implements KeyRing {

  private static final Pattern JWS = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]{86})");
  private static final Pattern HEADER = Pattern.compile("\\{\"alg\":\"ES256\",\"kid\":\"(\\d{1,3})\"}");

  private final KeyFolder folder;
  private final KnownKeys known;
  private volatile byte @Nullable [] secret;

  /** @param key number of the key, 1 to 255
   *  @param bytes 64 bytes r and s */
  public record Signed(int key, byte[] bytes) {}

  Signer(@Value("${linatatawwa.data:data}") Path data) {
    this.folder = new KeyFolder(data, KeyKind.ES256);
    this.known = new KnownKeys(folder);
  }

  /** The key that signs now. */
  public int key() {
    return known.all().lastKey();
  }

  /** Signs with this key. */
  public byte[] sign(int key, byte[] message) {
    KeyFolder.Key with = known.find(key).orElseThrow(() -> new IllegalStateException("no key " + key));
    return P256.sign(with.secret(), message);
  }

  /** Signs with the newest key. */
  public Signed sign(byte[] message) {
    int key = key();
    return new Signed(key, sign(key, message));
  }

  /** Whether the platform signed this with its key of this number. */
  public boolean signed(int key, byte[] message, byte[] signature) {
    return known.find(key).filter(by -> P256.signed((ECPublicKey) by.known(), message, signature)).isPresent();
  }

  /** The payload with its signature as a compact JSON Web Signature. */
  public String jws(byte[] payload) {
    int key = key();
    String body = text(("{\"alg\":\"ES256\",\"kid\":\"" + key + "\"}").getBytes(StandardCharsets.US_ASCII)) + "." + text(payload);
    return body + "." + text(sign(key, body.getBytes(StandardCharsets.US_ASCII)));
  }

  /** The payload of a compact JSON Web Signature of ours; nothing for any other text. */
  public Optional<byte[]> read(String jws) {
    Matcher parts = JWS.matcher(jws);
    if (!parts.matches()) return Optional.empty();
    try {
      Matcher header = HEADER.matcher(new String(Base64.getUrlDecoder().decode(parts.group(1)), StandardCharsets.US_ASCII));
      if (!header.matches()) return Optional.empty();
      byte[] body = (parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII);
      boolean ours = signed(Integer.parseInt(header.group(1)), body, Base64.getUrlDecoder().decode(parts.group(3)));
      return ours ? Optional.of(Base64.getUrlDecoder().decode(parts.group(2))) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** All public keys, the newest first. */
  public List<PublicKeyView> publicKeys() {
    return known.all().values().stream().map(key -> PublicKeyView.of(P256.bytes((ECPublicKey) key.known()), Integer.toString(key.number()))).toList().reversed();
  }

  /** From now on a new key signs.
   *  @return its number */
  public int rotate() {
    return known.rotate().lastKey();
  }

  @Override
  public String name() {
    return "codes";
  }

  @Override
  public List<String> keys() {
    return known.names();
  }

  @Override
  public void renew() {
    rotate();
  }

  /** A keyed hash of a message that only the platform can make, with a key that lies outside the database; another purpose gives another hash.
   *  @param purpose without a line end: {@code rewards.code}
   *  @return 32 bytes */
  public byte[] mark(String purpose, byte[] message) {
    byte[] before = (purpose + "\n").getBytes(StandardCharsets.UTF_8);
    return mark(ByteBuffer.allocate(before.length + message.length).put(before).put(message).array());
  }

  /** A keyed hash (HMAC-SHA-256) that only the platform can make. */
  byte[] mark(byte[] message) {
    byte[] with = secret;
    if (with == null) secret = with = folder.secret("marks");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(with, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
