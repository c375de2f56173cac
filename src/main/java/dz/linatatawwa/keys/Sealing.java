package dz.linatatawwa.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Seals secrets that must be used again (AES-256-GCM) with a key of one purpose, which lies beside the database and not in it: a stolen copy of the database opens none. */
public final class Sealing {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final KeyFolder folder;
  private final String purpose;
  private final String ownerIs;
  private final SecureRandom random = new SecureRandom();
  private volatile @Nullable SecretKeySpec key;

  /** @param data    the folder of everything
   *  @param purpose names the key's file: {@code hooks} */
  public Sealing(Path data, String purpose) {
    this(data, purpose, purpose);
  }

  /** @param ownerIs what owners are, where the purpose does not say it: {@code account} */
  public Sealing(Path data, String purpose, String ownerIs) {
    this.folder = new KeyFolder(data, KeyKind.ED25519);
    this.purpose = purpose;
    this.ownerIs = ownerIs;
  }

  /** @param owner bound into the seal: what was sealed for one opens for nothing else */
  public byte[] close(byte[] secret, String owner) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = work(Cipher.ENCRYPT_MODE, nonce, owner, secret);
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  /** @throws IllegalStateException when it was changed, belongs to another, or the key is not the one that sealed it */
  public byte[] open(byte[] sealed, String owner) {
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE];
    parts.get(nonce);
    byte[] rest = new byte[parts.remaining()];
    parts.get(rest);
    return work(Cipher.DECRYPT_MODE, nonce, owner, rest);
  }

  private byte[] work(int mode, byte[] nonce, String owner, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((ownerIs + " " + owner).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed secret of " + ownerIs + " " + owner + " does not open", e);
    }
  }

  private SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) key = known = new SecretKeySpec(folder.secret(purpose), "AES");
    return known;
  }
}
