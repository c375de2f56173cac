package dz.linatatawwa.accounts;

import dz.linatatawwa.keys.KeyFolder;
import dz.linatatawwa.keys.KeyKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Seals small secrets (AES-256-GCM) with a key that lies beside the database, not in it: a stolen copy of the database opens none. */
@Component
class Seal {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final KeyFolder folder;
  private volatile @Nullable SecretKeySpec key;

  Seal(@Value("${linatatawwa.data:data}") Path data) {
    this.folder = new KeyFolder(data, KeyKind.ED25519);
  }

  /** @param owner bound into the seal: what was sealed for one opens for nobody else */
  byte[] close(byte[] secret, AccountId owner) {
    byte[] nonce = Secrets.bytes(NONCE);
    byte[] sealed = work(Cipher.ENCRYPT_MODE, nonce, owner, secret);
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  /** @throws IllegalStateException when it was changed, belongs to another, or the key is not the one that sealed it */
  byte[] open(byte[] sealed, AccountId owner) {
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE];
    parts.get(nonce);
    byte[] rest = new byte[parts.remaining()];
    parts.get(rest);
    return work(Cipher.DECRYPT_MODE, nonce, owner, rest);
  }

  private byte[] work(int mode, byte[] nonce, AccountId owner, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(("account " + owner.value()).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed secret of account " + owner.value() + " does not open", e);
    }
  }

  private SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) key = known = new SecretKeySpec(folder.secret("second-step"), "AES");
    return known;
  }
}
