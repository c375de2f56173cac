package dz.linatatawwa.checkpoints;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A public key by which notes are checked, as C2SP signed-note writes it: {@code name+id+base64}.
 *  @param kind 1: Ed25519 over the note; 4: a witness's cosignature/v1
 *  @param key  32 bytes of Ed25519 */
public record VerifierKey(String name, byte kind, byte[] key) {

  /** Signs the text of a note. */
  public static final byte OVER_THE_NOTE = 1;
  static final byte COSIGNATURE = 4;
  static final int SIGNATURE = 64;

  private static final Pattern WRITTEN = Pattern.compile("([^\\s+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");
  private static final byte[] X509_BEFORE = HexFormat.of().parseHex("302a300506032b6570032100");

  public VerifierKey {
    if (key.length != 32) throw new IllegalArgumentException("a key of " + key.length + " bytes");
  }

  /** The key of this name. */
  public static VerifierKey of(String name, byte kind, PublicKey key) {
    byte[] encoded = key.getEncoded();
    return new VerifierKey(name, kind, Arrays.copyOfRange(encoded, X509_BEFORE.length, encoded.length));
  }

  /** Nothing when this is no such key, or its id is another's. */
  public static Optional<VerifierKey> read(String text) {
    Matcher parts = WRITTEN.matcher(text.strip());
    if (!parts.matches()) return Optional.empty();
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(parts.group(3));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length != 33 || (bytes[0] != OVER_THE_NOTE && bytes[0] != COSIGNATURE)) return Optional.empty();
    VerifierKey key = new VerifierKey(parts.group(1), bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length));
    return HexFormat.of().formatHex(key.id()).equals(parts.group(2)) ? Optional.of(key) : Optional.empty();
  }

  /** Four bytes that stand before each signature made with it. */
  public byte[] id() {
    return Arrays.copyOf(Hashes.of((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {kind}, key), 4);
  }

  boolean signed(byte[] message, byte[] signature) {
    try {
      byte[] encoded = Arrays.copyOf(X509_BEFORE, X509_BEFORE.length + key.length);
      System.arraycopy(key, 0, encoded, X509_BEFORE.length, key.length);
      Signature checking = Signature.getInstance("Ed25519");
      checking.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      checking.update(message);
      return checking.verify(signature);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }

  @Override
  public String toString() {
    byte[] bytes = new byte[33];
    bytes[0] = kind;
    System.arraycopy(key, 0, bytes, 1, key.length);
    return name + "+" + HexFormat.of().formatHex(id()) + "+" + Base64.getEncoder().encodeToString(bytes);
  }
}
